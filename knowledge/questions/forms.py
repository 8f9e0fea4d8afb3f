"""The ways of asking for a fact: the standard form first, then variants in other words, by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from knowledge.facts.records import (
    Amount,
    Definition,
    Due,
    Fact,
    Listing,
    Responsibility,
    State,
    Task,
    Value,
)
from knowledge.facts.words import words_of
from knowledge.questions.value_forms import amount_forms, value_forms

_NO_FRONT = re.compile(
    r"^(?:实现|形成|取得|确保|达到|获得|获评|通过|坚持|覆盖|纳入|列入|完成|增挂|接入|成为)"
)
_ADDS = re.compile(r"^(?:新增|增加|招聘|引进|培养|培训|选派|新建|建设|招录|轮训|改造|选拔|新创|打造|补充)")
_HOW = {"抓好": "抓", "做好": "做", "办好": "办", "守住": "守", "用好": "用", "管好": "管"}
_DRAWS_UP = re.compile(
    r"^(?:组织|召开|开展|制定|制订|出台|印发|举办|公布|发布|编制|启动|建立|设立|成立|报送|提交)$"
)


def forms_of(fact: Fact) -> list[str]:
    """The questions for a fact, the standard one first, each with its question mark; not yet checked."""
    maker = _FORMS[type(fact)]
    return [f"{words}？" for words in dict.fromkeys(maker(fact)) if words]


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
        case _:
            return _KINDS[type(fact)]


_KINDS: dict[type, str] = {
    Due: "deadline",
    Responsibility: "who",
    Definition: "definition",
    Listing: "list",
    Task: "how",
}


def _due(fact: Due) -> Iterator[str]:
    clause = fact.clause
    subject, verb, thing = clause.subject, clause.verb, clause.object
    adverbs = re.sub(r"^(?:要|应|须|将|必须|都|均)+", "", clause.adverbs)
    if fact.manner == "every":
        verb = verb.removesuffix("一次") + "一次" if verb.endswith("一次") else verb
        yield f"{subject}多久{verb}"
        yield f"多久{verb}{subject}" if not verb.startswith("一") else f"{subject}多长时间{verb}"
        return
    if fact.manner == "within":
        yield f"{subject}多久内{verb}{thing}"
        yield f"{subject}多长时间内{verb}{thing}"
        yield f"{subject}多久{verb}{thing}" if subject.endswith("后") else ""
        return
    if fact.manner == "until":
        yield f"{subject}{verb}到什么时候"
        yield f"{subject}{verb}到哪天"
        yield f"{subject}什么时候到期" if "有效" in subject else ""
        return
    if fact.manner == "most":
        yield f"{subject}不得超过多久"
        yield f"{subject}最长多久"
        yield f"{subject}的时限"
        return
    when = "从什么时候开始" if fact.manner == "from" else "什么时候"
    if subject:
        yield f"{subject}{when}{adverbs}{verb}{thing}"
        if len(thing) > 3 and _DRAWS_UP.match(verb):
            yield f"{thing}什么时候{verb}"
        yield (
            f"{subject}{verb}{thing}的时限" if fact.manner == "when" else f"{subject}什么时候起{verb}{thing}"
        )
        yield f"{subject}啥时候{verb}{thing}"
        return
    if _ADDS.match(verb):
        yield f"{verb}{thing}什么时候完成"
        yield f"什么时候{verb}{thing}"
    elif _NO_FRONT.match(verb):
        yield f"什么时候{verb}{thing}" if not verb.startswith("完成") else f"{thing}什么时候完成"
        yield f"{verb}{thing}的时限"
    else:
        yield f"{thing}{when}{verb}"
        yield f"{when}{verb}{thing}" if fact.manner != "from" else f"{thing}什么时候起{verb}"
    yield f"{thing}的{verb}时限" if len(verb) == 2 and not _ADDS.match(verb) else f"{verb}{thing}的时限"
    yield f"{thing}啥时候{verb}" if not _NO_FRONT.match(verb) else ""


def _responsibility(fact: Responsibility) -> Iterator[str]:
    task = fact.task
    lead = "牵头" if fact.role == "lead" else "配合"
    if task.subject:
        verb = task.verb or "负责"
        yield f"{task.subject}由谁{verb}"
        yield f"{task.subject}由哪个部门{verb}"
        yield f"{task.subject}的责任单位"
        return
    act = f"{task.verb}{task.object}"
    yield (
        f"{task.object}由谁{lead}{task.verb}"
        if len(task.object) <= 14 and len(task.verb) == 2
        else f"{act}由谁{lead}"
    )
    yield f"谁{lead}{act}"
    yield f"{act}由哪个部门负责"
    yield f"{act}的责任单位"


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
        yield f"{fact.head}都包括什么"
        yield f"什么是{fact.head}" if fact.head.startswith("“") else ""
        return
    which = (
        f"哪几{fact.measure}{fact.noun}"
        if fact.measure and fact.measure not in ("大", "方面")
        else f"哪些{fact.noun}"
    )
    yield f"{fact.head}哪些{fact.noun}"
    yield f"{fact.head}{which}"
    yield f"{fact.head}的{fact.noun}有哪些"


def _task(fact: Task) -> Iterator[str]:
    clause = fact.clause
    if fact.strict:
        yield f"{clause.lead}怎么处理"
        yield f"对{clause.lead}怎么处理"
        yield f"{clause.lead}怎么办"
        return
    act = f"{clause.verb}{clause.object}"
    yield f"怎样{act}"
    yield f"{act}有哪些措施"
    front = len(clause.object) <= 12 and words_of(clause.object)[0].tag[:1] != "v"
    yield f"{clause.object}怎么{_HOW.get(clause.verb, clause.verb)}" if front else f"怎么{act}"
    yield f"{act}的具体要求"


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
    Due: _due,
    Value: value_forms,
    Amount: amount_forms,
    Responsibility: _responsibility,
    Definition: _definition,
    Listing: _listing,
    Task: _task,
    State: _state,
}
