"""What a fact may be said of where its own clause does not tell: what the clauses right before it name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from knowledge.facts.clauses import TIME, bare, is_name, parse
from knowledge.facts.sentences import GENERIC, has_figure, thing_of, without_quantity
from knowledge.text.clauses import SEGMENT_MARKS, clause_start
from loaders.lazy_pattern import lazy_pattern

SHORTEST_THING, LONGEST_THING = 2, 20
NEAREST = 2
_MARKS = lazy_pattern("[，；：。！？]")
_NO_THING = lazy_pattern(r"^第.{1,3}部分|^[是有]|\s|本(?:方案|措施|办法|意见)")
_BRACKETS = lazy_pattern("[（(][^（）()]*[）)]|[（(].*$")
_AROUND = lazy_pattern(
    rf"^(?:{TIME}|[全我本][市县省区州院]的?|全[市县省区州]统一的?|请?各(?:单位|地|级)?|所有|全部|其中|[的和与及、次]|对于?|针对|为|给|向|把|将|由|在(?![管岗册校编建院职])|只有|只)+"
    rf"|(?:{TIME}|[的和及、]|(?<!参)与|这[些两几三四][^，]{{0,4}}|前|后|要|应|须|力争|确保|由|于|(?<!现)在|分[两三四五几][批次期类]|分(?:批|期))+$"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Some words that a fact may be said of; `source` tells where they stand (`clause1.object`: in the clause before)."""

    source: str
    words: str


def things_before(words: str, at: int) -> list[Thing]:
    """What the clauses right before that of a place name, in the same part of a sentence, each words once."""
    begin, part = clause_start(words, at), clause_start(words, at, SEGMENT_MARKS)
    pieces = [piece for piece in re.split("[，,：:]", words[part:begin]) if piece]
    things: dict[str, Thing] = {}
    for place, piece in enumerate(reversed(pieces[-NEAREST:]), 1):
        for thing in things_of(piece, f"clause{place}"):
            things.setdefault(thing.words, thing)
    return list(things.values())


@lru_cache(maxsize=1024)
def things_of(piece: str, source: str) -> tuple[Thing, ...]:
    """The noun phrases of a clause by their place in it."""
    return tuple(Thing(f"{source}.{role}", words) for role, words in _phrases(piece) if _fits(words))


def _phrases(piece: str) -> Iterator[tuple[str, str]]:
    yield "about", thing_of(piece)
    plain = _BRACKETS.sub("", bare(piece))
    clause = parse(plain)
    yield ("object", trimmed(clause.object)) if clause else ("name", trimmed(plain))


@lru_cache(maxsize=2048)
def trimmed(words: str) -> str:
    """Words without numbers of things and without what opens or ends a phrase."""
    return _AROUND.sub("", _AROUND.sub("", without_quantity(_AROUND.sub("", words))))


def _fits(words: str) -> bool:
    return (
        SHORTEST_THING <= len(words) <= LONGEST_THING
        and is_name(words)
        and not has_figure(words)
        and not _MARKS.search(words)
        and words.count("“") == words.count("”")
        and not _NO_THING.search(words)
        and not GENERIC.search(words)
    )
