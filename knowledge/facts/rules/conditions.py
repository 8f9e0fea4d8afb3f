"""The case in which a figure or a duty holds, where the clause before names it: 取得中级职称的，岗位补助每月再提高200元."""

from __future__ import annotations

import re

from knowledge.deadlines.responsible_bodies import NAMED
from knowledge.facts.clauses import bare
from knowledge.facts.records import Amount, Due, Fact, Responsibility, Value, identity_of
from knowledge.facts.rules.cases import case_of, told_case
from knowledge.facts.sentences import FactSentence, has_figure
from knowledge.facts.subjects.naming import name_of, renamed
from knowledge.text.clauses import clause_start
from loaders.lazy_pattern import lazy_pattern

LONGEST_WITH_CASE = 24
LEAST_SHARED = 4
_EXPLAINS = lazy_pattern("(?<![评定列])为(?!主)|是")  # 绿色为控制平稳的 tells what a word means
_OF_BODY = lazy_pattern("[^，的]{0,3}[省市县区州旗乡镇][^，的]{0,8}?(?:[医健生]院|中心|[局委所站])")
_OF_THOSE = lazy_pattern("的[^的，]{0,4}$")


def with_condition(fact: Fact, sentence: FactSentence) -> Fact | None:
    """A fact that tells in which case it holds; None where the case makes no part of a question."""
    if not isinstance(fact, Amount | Value | Responsibility | Due):
        return fact
    case, name = _case_before(sentence, sentence.place_in(fact.said[0])), name_of(fact)
    if not case or _has_own_body(fact, name):
        return fact
    torn = case.removesuffix("的")  # 符合条件编制 is 符合条件的编制
    if torn != case and name.startswith(torn) and not name.startswith(case):
        name = name.removeprefix(torn)
    elif _shares(case, fact):
        return fact
    whole = f"{case}{name}"
    sound = name and len(whole) <= LONGEST_WITH_CASE and not has_figure(case)
    return renamed(fact, whole) if sound else None


def _has_own_body(fact: Fact, name: str) -> bool:
    """Whether a duty is that of a body which its name tells: 县医院门诊楼; a figure needs its case even so."""
    if isinstance(fact, Amount | Value):
        return False
    return bool(NAMED.search(name) or _OF_BODY.match(name))


def _case_before(sentence: FactSentence, place: int) -> str:
    """The case that the clause right before the clause of a place names, without 对: 取得资格的, 取得资格的村医."""
    begin = clause_start(sentence.words, place)
    if begin < 2 or sentence.words[begin - 1] != "，":
        return ""
    first = clause_start(sentence.words, begin - 1)
    case = re.sub("^对于?", "", case_of(bare(sentence.words[first : begin - 1])))
    if not _OF_THOSE.search(case) or _EXPLAINS.search(case):
        return ""
    return told_case(sentence, case, first, paid=True) or case


def _shares(case: str, fact: Fact) -> bool:
    """Whether a fact already bears words of a case."""
    words = identity_of(fact)
    return any(case[at : at + LEAST_SHARED] in words for at in range(max(1, len(case) - LEAST_SHARED + 1)))
