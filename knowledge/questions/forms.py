"""The ways of asking for a fact: the standard form first, then variants in other words, by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.facts.records import (
    Amount,
    Cause,
    Definition,
    Division,
    Due,
    Fact,
    Listing,
    Place,
    Post,
    Requirement,
    Responsibility,
    State,
    Task,
    Value,
)
from knowledge.facts.subjects.naming import words_said
from knowledge.questions.amount_forms import amount_forms
from knowledge.questions.due_forms import due_forms
from knowledge.questions.task_forms import task_forms
from knowledge.questions.value_forms import value_forms

# What comes of these verbs can be led by itself: 平台由谁牵头建设, but 提升检测能力由谁牵头.
_MAKES = re.compile(
    "建设|制定|制订|出台|组建|成立|建立|创建|编制|起草|印发|开发|举办|承办|设立|改造|修订|筹建|组织|实施|搭建|研究|拟定|新建|举行|打造"
)
LONGEST_MADE = 14
_SPACE = re.compile(r"(?<=[一-鿿、，]) +| +(?=[一-鿿、，]|$)")


def forms_of(fact: Fact) -> list[str]:
    """The questions for a fact, the standard one first, each with its question mark; not yet checked."""
    if not words_said(fact) and not isinstance(fact, Definition):  # of nothing
        return []
    maker = _FORMS[type(fact)]
    return [f"{_SPACE.sub('', words)}？" for words in dict.fromkeys(maker(fact)) if words]


def kind_of(fact: Fact, problem: bool) -> str:
    """The kind of a fact, as answers have kinds; figures among problems count as problems."""
    match fact:
        case Value(goal=True) | Amount(goal=True):
            return "target"
        case Value() | Amount():
            return "problem" if problem else "fact"
        case State(wrong=True):
            return "problem"
        case State():
            return "achievement"
        case Place(office=False) | Due(manner="every"):
            return "fact"
        case _:
            return _KINDS[type(fact)]


_KINDS: dict[type, str] = {
    Due: "deadline",
    Responsibility: "who",
    Definition: "definition",
    Listing: "list",
    Task: "how",
    Cause: "problem",
    Post: "who",
    Place: "who",
    Division: "fact",
    Requirement: "fact",
}


def _responsibility(fact: Responsibility) -> Iterator[str]:
    task = fact.task
    lead = "牵头" if fact.role == "lead" else "配合"
    if task.subject:
        verb = task.verb or "负责"
        yield f"{task.subject}由谁{verb}"
        yield f"{task.subject}由哪个部门{verb}"
        acts = f"谁来{verb}{task.subject}" if len(verb) <= len("承担") else f"{task.subject}由谁来{verb}"
        yield f"谁{verb}{task.subject}" if verb in ("负责", "牵头") else acts
        return
    act = f"{task.verb}{task.object}"
    made = _MAKES.fullmatch(task.verb) and len(task.object) <= LONGEST_MADE
    yield f"{task.object}由谁{lead}{task.verb}" if made else f"{act}由谁{lead}"
    yield f"谁{lead}{act}"
    yield f"{act}由哪个部门负责"
    yield f"谁来{act}"


def _post(fact: Post) -> Iterator[str]:
    if fact.appointed:
        yield f"{fact.name}由谁担任"
        yield f"{fact.name}是谁"
        yield f"谁担任{fact.name}"
    else:
        yield f"{fact.name}是谁"
        yield f"谁是{fact.name}"


def _place(fact: Place) -> Iterator[str]:
    yield f"{fact.subject}设在哪里"
    yield f"{fact.subject}在哪里"
    yield f"{fact.subject}在什么地方"


def _division(fact: Division) -> Iterator[str]:
    yield f"{fact.subject}怎么分配"
    yield f"{fact.subject}按什么比例分配"
    yield f"{fact.subject}的分配比例是多少"


def _requirement(fact: Requirement) -> Iterator[str]:
    yield f"{fact.subject}应当具备什么{fact.noun}"
    yield f"{fact.subject}要有什么{fact.noun}"
    yield f"{fact.subject}的{fact.noun}要求"


def _definition(fact: Definition) -> Iterator[str]:
    yield f"什么是{fact.term}"
    yield f"{fact.term}是什么意思"
    yield f"{fact.term}指的是什么"
    yield f"{fact.term}怎么理解"


def _listing(fact: Listing) -> Iterator[str]:
    if not fact.noun:
        named = fact.head.startswith("“")
        yield f"{fact.head}有哪些" if named else f"{fact.head}包括哪些"
        yield f"{fact.head}包括哪些" if named else f"{fact.head}有哪些"
        yield f"{fact.head}都有谁" if fact.head.endswith("成员") else f"{fact.head}都包括什么"
        yield f"什么是{fact.head}" if named and not fact.head.endswith("成员") else ""
        return
    if fact.head.endswith("的"):
        yield f"{fact.head}{fact.noun}有哪些"
        yield f"哪些{fact.noun}{fact.head.removesuffix('的')}"
        yield f"{fact.head}{fact.noun}包括哪些"
        return
    which = (
        f"哪几{fact.measure}{fact.noun}"
        if fact.measure and fact.measure not in ("大", "方面")
        else f"哪些{fact.noun}"
    )
    yield f"{fact.head}哪些{fact.noun}"
    yield f"{fact.head}{which}"
    yield f"{fact.head}的{fact.noun}有哪些"


def _cause(fact: Cause) -> Iterator[str]:
    yield f"{fact.subject}的原因是什么"
    yield f"{fact.subject}是什么原因造成的"
    yield f"{fact.subject}的主要原因有哪些"


def _state(fact: State) -> Iterator[str]:
    if fact.wrong:
        yield f"{fact.subject}存在什么问题"
        yield f"{fact.subject}有什么短板"
        yield f"{fact.subject}的问题是什么"
        return
    yield f"{fact.subject}有什么进展"
    yield f"{fact.subject}取得了什么成效"
    yield f"{fact.subject}情况怎么样"


_FORMS: dict[type, Callable[..., Iterator[str]]] = {
    Due: due_forms,
    Value: value_forms,
    Amount: amount_forms,
    Responsibility: _responsibility,
    Definition: _definition,
    Listing: _listing,
    Task: task_forms,
    State: _state,
    Cause: _cause,
    Post: _post,
    Place: _place,
    Division: _division,
    Requirement: _requirement,
}
