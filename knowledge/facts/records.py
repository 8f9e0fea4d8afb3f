"""What a sentence states, as data: questions are made of these, never of a slice between two commas.

Each fact bears the stretch of the decoded text that states it (`span`) and the words in it that answer (`said`), both
in characters of the decoded text.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """Who does what, by its words: `subject` is empty where a clause begins with its verb, `lead` is what stands
    before that (对空转设备), `adverbs` what stands between subject and verb (由省财政厅, 全部)."""

    lead: str
    subject: str
    adverbs: str
    verb: str
    object: str

    @property
    def predicate(self) -> str:
        """All but the subject and what leads in."""
        return f"{self.adverbs}{self.verb}{self.object}"


NO_CLAUSE = Clause("", "", "", "", "")
"""That of a due time around which no rule finds what is done."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something is done at, by or from a time; `manner` is when, within (多久内), every (多久一次),
    until, or how long at most."""

    clause: Clause
    manner: Literal["when", "from", "until", "within", "every", "most"]
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator and its value: a goal, or what is reported; `verb` is what the text says of it (提高到, 下降).

    `made` is the verb of what is made or counted (新增托位, 招聘医生), empty for a rate; `base` tells that the text
    gives the value that it starts from; a `norm` is what a rule always asks for.
    """

    indicator: str
    made: str
    verb: str
    unit: str
    op: str
    goal: bool
    base: bool
    span: Span
    said: Span
    norm: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """How many, how much: what stands before the number (`subject`, `verb`) and the noun after it; as the
    sentence says it (县医院 招录 医生). It is a `goal` where a task sentence tells what is to be made."""

    subject: str
    verb: str
    unit: str
    noun: str
    goal: bool
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who leads a task, or who supports it."""

    task: Clause
    role: Literal["lead", "support"]
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Definition:
    """What a term means; `quoted` where it stands in quotation marks."""

    term: str
    quoted: bool
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Listing:
    """Several things of one sort: 重点整治 + 问题 + the items; `number` where the text counts them (四个)."""

    head: str
    noun: str
    measure: str
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happens in a case; `act` is the word for what is given (补助, 奖励), `measured` tells that a sum or a share
    is."""

    sort: Literal["", "paid", "rewarded", "punished", "asked", "reported", "helped"]
    act: str
    measured: bool


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done, with the measures that the stretch gives for it; `strict` where it says what happens in a case
    (一律…), which `outcome` tells."""

    clause: Clause
    strict: bool
    span: Span
    said: Span
    outcome: Outcome = Outcome("", "", False)


@dataclass(frozen=True, slots=True)
class State:
    """What is wrong with something, or what has come of it."""

    subject: str
    wrong: bool
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is as it is."""

    subject: str
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Post:
    """Who holds a post; `appointed` where somebody is made that (由…任组长), else he is it by his office."""

    name: str
    appointed: bool
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is; `office` for those that run a piece of work."""

    subject: str
    office: bool
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Division:
    """By what shares something is given out."""

    subject: str
    span: Span
    said: Span


@dataclass(frozen=True, slots=True)
class Requirement:
    """What somebody must have: a qualification, a certificate (`noun`)."""

    subject: str
    noun: str
    span: Span
    said: Span


Fact = (
    Due
    | Value
    | Amount
    | Responsibility
    | Definition
    | Listing
    | Task
    | State
    | Cause
    | Post
    | Place
    | Division
    | Requirement
)


def identity_of(fact: Fact) -> str:
    """What tells a fact from others of its document: of what it is said, without its value, its time and its place."""
    kept = (getattr(fact, field.name) for field in fields(fact) if field.name not in _PASSING)
    return "\x1f".join(_words_of(value) for value in kept)


def focus_of(fact: Fact) -> str:
    """What a fact is about where its subject is but who does it: of 乡镇卫生院设置中医馆 the 中医馆."""
    clause = fact.clause if isinstance(fact, Due) else None
    return clause.object if clause and clause.subject and len(clause.object) > 1 else ""


# A goal that is met becomes a report, another year brings another value and another outcome.
_PASSING = ("span", "said", "op", "goal", "base", "norm", "outcome")


def _words_of(value: object) -> str:
    parts = (value.lead, value.subject, value.verb, value.object) if isinstance(value, Clause) else (value,)
    return "".join(map(str, parts))
