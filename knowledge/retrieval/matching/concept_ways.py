"""The ways to say the concepts of a question, and where each of them stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from knowledge.query.query import Concept
from knowledge.retrieval.matching.candidate_index import CandidateIndex
from knowledge.text.analyzer import pairs

_IN_PARTS, _DRAWN_APART = 0.8, 0.5
_WIDEST, _STOPS = 3, ",。;"  # characters between those of words drawn apart, and what may not stand there


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a concept: which of the concepts, its words, their pairs of characters, what finding it is worth."""

    concept: int
    words: str
    parts: tuple[str, ...]
    short: bool
    weight: float
    worth: float

    def stands_in(self, text: str) -> float:
        """How far the words stand in a text: 1 whole, less where half of their pairs or more do, or drawn apart."""
        if self.words in text:
            return 1.0
        present = 0
        for part in self.parts:
            if part in text:
                present += 1
        if stands := self.with_pairs(present, text):
            return stands
        return _DRAWN_APART if self.short and stand_apart(self.words, text) else 0.0

    def with_pairs(self, present: int, text: str) -> float:
        """How far they stand whole or in parts in a text that has so many of their pairs."""
        parts = len(self.parts)
        if present >= parts and self.words in text:
            return 1.0
        return _IN_PARTS * present / parts if parts > 1 and 2 * present >= parts else 0.0


class Finding(NamedTuple):
    """How far a concept stands in a text: weighed by rarity, and by the weight of the words alone."""

    worth: float
    weight: float

    def or_better(self, other: Finding) -> Finding:
        """The better of this and another, in both."""
        return Finding(max(self.worth, other.worth), max(self.weight, other.weight))


NOWHERE = Finding(0.0, 0.0)


def standing_of(way: Way, index: CandidateIndex) -> dict[int, float]:
    """How far a way stands in the texts of an index where it does.

    Whatever stands in a text whole or in parts has at least half of its pairs there, and what is drawn apart all of its
    characters.
    """
    if way.parts == (way.words,):
        standing = dict.fromkeys(index.with_mark(way.words), 1.0)
    else:
        standing = _whole_or_in_parts(way, index)
    if way.short:
        apart = (text for text in index.with_all(way.words) if text not in standing)
        standing |= {text: _DRAWN_APART for text in apart if stand_apart(way.words, index.texts[text])}
    return standing


def _whole_or_in_parts(way: Way, index: CandidateIndex) -> dict[int, float]:
    marks = way.parts or way.words[:1]  # in letters or figures, or of one character
    counts = Counter(chain.from_iterable(map(index.with_mark, marks)))
    return {
        text: stands for text, count in counts.items() if (stands := way.with_pairs(count, index.texts[text]))
    }


def best_of(ways: Iterable[Way], text: str) -> Finding:
    """How far a concept of some ways, best first, stands in a text."""
    worth = weight = 0.0
    for way in ways:
        # One that could add nothing even if it stood there whole is not looked for.
        if (way.worth > worth or way.weight > weight) and (stands := way.stands_in(text)):
            worth, weight = max(worth, way.worth * stands), max(weight, way.weight * stands)
    return Finding(worth, weight) if weight else NOWHERE


def stand_apart(words: str, text: str) -> bool:
    """Whether the characters of some words stand in a text in their order, a few others between them."""
    place = text.find(words[0])
    while place >= 0:
        if _follow(words[1:], text, place + 1):
            return True
        place = text.find(words[0], place + 1)
    return False


def _follow(words: str, text: str, start: int) -> bool:
    """Whether the characters of some words follow a place in a text, before each at most a few others and no stop."""
    if not words:
        return True
    for place in range(start, min(start + _WIDEST + 1, len(text))):
        if text[place] == words[0] and _follow(words[1:], text, place + 1):
            return True
        if text[place] in _STOPS:
            return False
    return False


def ways_of(number: int, concept: Concept, rarity: Callable[[str], float], absent: float) -> list[Way]:
    """The ways to say a concept that may stand in the corpus; words that it lacks may still stand there drawn apart.

    Finding other words for something is never worth more than finding its own, however rare the others are.
    """
    own, *others = concept.variants
    worth = rarity(own.words) or absent
    other_ways = [
        _way(number, v.words, v.weight, min(worth, rare)) for v in others if (rare := rarity(v.words))
    ]
    return [_way(number, own.words, 1.0, worth), *other_ways]


def _way(concept: int, words: str, weight: float, rarity: float) -> Way:
    # 国标 stands for 国家…标准: a short form has its characters in order, a few others between them.
    short = weight == 1.0 and 2 <= len(words) <= 4
    return Way(concept, words, tuple(pairs(words)), short, weight, weight * rarity)
