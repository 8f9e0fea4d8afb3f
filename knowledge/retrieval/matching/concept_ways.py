"""The ways to say the concepts of a question, and which of them may stand in a text at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.query.query import Concept
from knowledge.text.analyzer import pairs

_IN_PARTS, _DRAWN_APART = 0.8, 0.5
_WIDEST, _STOPS = 3, "，。；"  # characters between those of words drawn apart, and what may not stand there


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
        if len(self.parts) > 1:
            present = 0
            for part in self.parts:
                if part in text:
                    present += 1
            if 2 * present >= len(self.parts):
                return _IN_PARTS * present / len(self.parts)
        return _DRAWN_APART if self.may_be_drawn_apart(text) and stand_apart(self.words, text) else 0.0

    def may_be_drawn_apart(self, text: str) -> bool:
        """Whether both ends stand in a text, which is soon told."""
        return self.short and self.words[0] in text and self.words[-1] in text


@dataclass(frozen=True, slots=True)
class Finding:
    """How far a concept stands in a text: weighed by rarity, and by the weight of the words alone."""

    worth: float
    weight: float


NOWHERE = Finding(0.0, 0.0)

Possible = dict[int, list[Way]]
"""The ways that may stand in some texts, best first, by concept."""


class WayIndex:
    """The ways of a question by their pairs of characters, to find those few that may stand in a text at all.

    Whatever stands in a text whole or in parts has at least half of its pairs there, so the others need not be tried.
    """

    def __init__(self, ways: Sequence[Way]) -> None:
        self._ways = ways
        self._by_pair: dict[str, list[int]] = {}
        for number, way in enumerate(ways):
            for pair in way.parts:
                self._by_pair.setdefault(pair, []).append(number)
        self._pairs = frozenset(self._by_pair)
        self._fewest = [(len(way.parts) + 1) // 2 for way in ways]
        self._unpaired = [(number, way.words) for number, way in enumerate(ways) if not way.parts]
        self._short = [(number, way.words[0], way.words[-1]) for number, way in enumerate(ways) if way.short]

    def possible(self, pairs: frozenset[str], text: str) -> Possible:
        """The ways that may stand in a text, or in one of several joined; `pairs`: what stands side by side there."""
        counts: dict[int, int] = {}
        for pair in self._pairs & pairs:
            for number in self._by_pair[pair]:
                counts[number] = counts.get(number, 0) + 1
        numbers = {number for number, count in counts.items() if count >= self._fewest[number]}
        numbers.update([number for number, words in self._unpaired if words in text])
        numbers.update([number for number, first, last in self._short if first in text and last in text])
        ways = [self._ways[number] for number in sorted(numbers)]
        return {concept: list(of_it) for concept, of_it in groupby(ways, lambda way: way.concept)}


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
    places = [place for place, character in enumerate(text) if character == words[0]]
    for other in words[1:]:
        places = [
            place
            for place in range(len(text))
            if text[place] == other and any(_reaches(text, before, place) for before in places)
        ]
    return bool(places)


def _reaches(text: str, before: int, place: int) -> bool:
    """Whether from one place in a text to another are few characters, none of them a stop."""
    return 0 < place - before <= _WIDEST + 1 and not any(stop in text[before + 1 : place] for stop in _STOPS)


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
