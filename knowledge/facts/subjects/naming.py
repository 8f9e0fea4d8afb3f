"""The words in which a fact names what it is of, and the same fact with a fuller name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.records import (
    Amount,
    Cause,
    Clause,
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
from knowledge.facts.words import VERBS
from loaders.lazy_pattern import lazy_pattern

_PLACES = lazy_pattern("(?:农村|城区|城市|乡镇|县城|山区|街道|社区|村级|区县|县级|市级)+")
# 市财政安排专项资金: what the money is for stands before its name.
_FUND = lazy_pattern(
    "(?P<act>.*?(?:安排|投入|拨付|设立|落实|筹集|统筹|争取))(?P<fund>[^，]{0,6}(?:资金|经费|基金|预算))$"
)
_PURSE = lazy_pattern("财政(?!资金|投入|补助|经费)")  # who pays, not what is paid
# 通过评审: whose it is stands before, not between.
_BEFALLS = lazy_pattern("通过|迎接|接受|参加|取得|获得|获评|达到|实现")
_OWN = lazy_pattern("^(?:本地|具体|各自)")
_ACT_AND_PAPER = lazy_pattern("(?P<act>[一-鿿]{2})(?:本地|具体|各自)?(?P<thing>[^到][一-鿿]{1,10})")

# The fields of a fact that its question bears; of a term none, which needs no more.
_SAID: dict[type, tuple[str, ...]] = {
    Value: ("made", "indicator"),
    Amount: ("subject", "verb", "noun"),
    Listing: ("head", "noun"),
    Post: ("name",),
    **dict.fromkeys((Place, Division, State, Cause, Requirement), ("subject",)),
}


def words_said(fact: Fact) -> str:
    """All words of a fact that its question would bear; nothing for a term."""
    if isinstance(fact, Due | Task):
        return _words_of(fact.clause)
    if isinstance(fact, Responsibility):
        return _words_of(fact.task)
    return "".join(getattr(fact, field) for field in _SAID.get(type(fact), ()))


def _words_of(clause: Clause) -> str:
    return f"{clause.lead}{clause.subject}{clause.verb}{clause.object}"


def name_of(fact: Fact) -> str:
    """What a fact is said of; nothing for one that stands alone."""
    match fact:
        case Value(made=""):
            return fact.indicator
        case Amount() | State():
            return fact.subject
        case Due():
            return fact.clause.subject
        case Responsibility():
            return fact.task.subject
        case _:
            return ""


def renamed(fact: Fact, name: str) -> Fact:
    """A fact said of something else."""
    match fact:
        case Value():
            return replace(fact, indicator=name)
        case Amount() | State():
            return replace(fact, subject=name)
        case Due():
            return replace(fact, clause=replace(fact.clause, subject=name))
        case Responsibility():
            return replace(fact, task=replace(fact.task, subject=name))
        case _:
            return fact


def said_of(fact: Fact, matter: str) -> Fact | None:
    """A fact that bears the thing that it is of; None where its words leave no place for that."""
    place = _PLACED.get(type(fact))
    return place(fact, matter) if place else None


def _value(fact: Value, matter: str) -> Fact | None:
    if fact.made:
        return Amount(matter, fact.made, fact.unit, fact.indicator, fact.goal, fact.span, fact.said)
    led = NAMED.search(fact.indicator) or _PLACES.fullmatch(fact.indicator)
    return None if led else replace(fact, indicator=f"{matter}{fact.indicator}")


def _amount(fact: Amount, matter: str) -> Fact | None:
    if fund := _FUND.fullmatch(fact.verb):
        return replace(fact, verb=f"{fund['act']}{matter}{fund['fund']}")
    if fact.subject.endswith("财政") and fact.verb.startswith("每"):
        return replace(fact, subject=f"{fact.subject}给{matter}")
    paid_by = _PURSE.search(fact.subject + fact.verb)
    led = NAMED.search(fact.subject) or paid_by or _PLACES.fullmatch(fact.subject)
    return None if led else replace(fact, subject=f"{matter}{fact.subject}")


def _due(fact: Due, matter: str) -> Fact | None:
    if fact.manner in ("every", "most"):
        return replace(fact, clause=replace(fact.clause, subject=f"{matter}{fact.clause.subject}"))
    clause = _clause(fact.clause, matter)
    return replace(fact, clause=clause) if clause else None


def _task(fact: Task, matter: str) -> Fact | None:
    clause = _clause(fact.clause, matter)
    return replace(fact, clause=clause) if clause else None


def _responsibility(fact: Responsibility, matter: str) -> Fact | None:
    task = _clause(fact.task, matter)
    return replace(fact, task=task) if task else None


def _clause(clause: Clause, matter: str) -> Clause | None:
    """A clause said of a thing: what is done to it, or what becomes of it; None where a body does nothing to it."""
    if clause.lead:
        return replace(clause, lead=f"{matter}{clause.lead}")
    if clause.subject and not NAMED.search(clause.subject):
        return replace(clause, subject=f"{matter}{clause.subject}")
    if not clause.subject and _BEFALLS.match(clause.verb):
        return replace(clause, subject=matter)
    if clause.object:
        thing = f"{matter}{_OWN.sub('', clause.object)}"
        return None if clause.verb.endswith("到") else replace(clause, object=thing)
    return None if clause.subject else _acted_on(clause, matter)


def _acted_on(clause: Clause, matter: str) -> Clause:
    """制定实施计划 is done to a thing between its verb and its object, 挂牌 is what becomes of it."""
    act = _ACT_AND_PAPER.fullmatch(clause.verb)
    if act and act["act"] in VERBS:
        return replace(clause, verb=f"{act['act']}{matter}{act['thing']}")
    return replace(clause, subject=matter)


def _prefixed(field: str) -> Callable[..., Fact]:
    """What puts a thing before a field of a fact."""
    return lambda fact, matter: replace(fact, **{field: f"{matter}{getattr(fact, field)}"})


_PLACED: dict[type, Callable[..., Fact | None]] = {
    Value: _value,
    Amount: _amount,
    Due: _due,
    Task: _task,
    Responsibility: _responsibility,
    Listing: _prefixed("head"),
    Post: _prefixed("name"),
    **dict.fromkeys((Place, Division, State, Cause, Requirement), _prefixed("subject")),
}
