"""Ways to say of what a figure is: its clause asked where the number stands, its name, who does what, said of themselves
or of what stands before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts.candidates.things import things_before, things_of, trimmed
from knowledge.facts.clauses import TIME, bare, parse
from knowledge.facts.records import Amount, Value
from knowledge.facts.sentences import FactSentence, has_figure
from knowledge.facts.subjects.naming import renamed, said_of
from knowledge.text.clauses import clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

LONGEST_HEAD, LONGEST_TAIL = 26, 14
_TIMES = lazy_pattern(rf"(?<![比较])(?:{TIME})")
_START = lazy_pattern(
    r"(?:由|从)[^，由从]{0,6}?\d[\d.,]*[^，]{0,6}$|(?:由|从)[^，]{0,6}\d[\d.,]*[%％‰一-鿿]{0,4}(?=提高|提|降|增|升|压|缩|扩|调)"
)
_HEDGE = lazy_pattern(
    "(?:约|近|大概|将近|为|是|仅|只|才|已|均|都|不少于|不低于|不超过|至少|以上|达到?|要|应|须|力争|再|共|累计|超过|高达|不得(?:少于|低于|超过))+$"
)
_CHANGE = lazy_pattern(
    "(?:[比较][^，]{0,6}年[^，]{0,4}?)?(?:提高|提升|上升|增加|增长|扩大|降低?|下降|缩短|压缩|压减|减少|控制|稳定|保持|维持|升|提|压|减|增|达|到|高|低|多|少)(?:到|至|在)?了?$"
)
# 总投资6800万元、建筑面积9200平方米: figures in a row.
_ROW = lazy_pattern(r"^(?P<first>.*\d[\d.,]*[^，\d、]{0,6})[、和及与](?P<last>[^\d]*)$")
_SUM_LAST = lazy_pattern(r"(?:总投资|投资|预算|造价|建筑面积|占地面积|床位|规划床位)?\d.*$")
_HAS = lazy_pattern("(?P<subject>[^，]{2,14}?)(?<![共拥享])有(?P<thing>[^，]{1,10})$")
_BEHIND = lazy_pattern("^(?:以上|以下|以内|左右|余|的)+")
_AHEAD = lazy_pattern("^(?:另外|目前|其中|力争|确保)+")

Figure = Value | Amount


def figure_candidates(fact: Figure, sentence: FactSentence) -> Iterator[tuple[str, Figure]]:
    """The same figure said in other ways, each with the source of its subject."""
    words = sentence.words
    at, end = map(sentence.place_in, fact.said)
    head = _TIMES.sub("", words[clause_start(words, at) : at])
    things = things_before(words, at)
    if row := _ROW.match(head):
        head = row["last"]
        things = [*things_of(_SUM_LAST.sub("", row["first"]), "row"), *things]
    own = [*_of_head(fact, head), *_in_place(fact, head, words[end : clause_end(words, end)])]
    yield from own
    for thing in things:
        for source, figure in own:
            for joined, other in (("", renamed(figure, thing.words)), ("+own", said_of(figure, thing.words))):
                if isinstance(other, Value | Amount) and other != figure:
                    yield f"{thing.source}{joined} {source}", other


def _of_head(fact: Figure, before: str) -> Iterator[tuple[str, Figure]]:
    """By the words before the number alone: a name, or who does what."""
    head = bare(_HEDGE.sub("", _START.sub("", before)))
    change = match[0] if (match := _CHANGE.search(head)) else ""
    name = trimmed(_HEDGE.sub("", head.removesuffix(change)))
    noun = fact.noun if isinstance(fact, Amount) else ""
    if has := _HAS.fullmatch(name):
        yield "has", _amount(fact, has["subject"], "有", has["thing"])
    if not 2 <= len(name) <= LONGEST_HEAD or has_figure(name):
        return
    if isinstance(fact, Value) and not fact.made:
        yield "name", replace(fact, indicator=name)
    else:
        yield "name", _amount(fact, name, "", noun)
    clause = parse(name)
    if clause is not None and not clause.lead:
        subject = trimmed(clause.subject)
        yield "clause", _amount(fact, subject, f"{clause.verb}{clause.object}", noun)
        if clause.object and not noun:
            yield "object", _amount(fact, subject, clause.verb, trimmed(clause.object))
    if change:
        yield "change", _amount(fact, name, change, noun)


def _in_place(fact: Figure, before: str, after: str) -> Iterator[tuple[str, Figure]]:
    """The clause as it stands, asked where its number is: 对多少家涉粉尘企业开展定期检测."""
    tail, head = _BEHIND.sub("", after), _AHEAD.sub("", bare(before))
    if "、" in head:  # 甲、乙、丙3个卫生院 names them
        return
    if 1 < len(tail) <= LONGEST_TAIL and len(head) <= LONGEST_HEAD and not has_figure(head + tail):
        yield "place", _amount(fact, "", re.sub("^要", "", _HEDGE.sub("", head)) or "有", tail)


def _amount(fact: Figure, subject: str, verb: str, noun: str) -> Amount:
    return Amount(subject, verb, fact.unit, noun, fact.goal, fact.span, fact.said)
