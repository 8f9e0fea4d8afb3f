"""How much of a question stands in a text: each concept by the best of its words, weighed by rarity."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.analysis import pairs
from knowledge.query import Query

_IN_PARTS = 0.8


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to say a concept: its words, their pairs of characters, what finding it is worth."""

    words: str
    parts: tuple[str, ...]
    weight: float
    worth: float

    def stands_in(self, text: str) -> float:
        """How far the words stand in a text: 1 whole, less where only half of their pairs or more do."""
        if self.words in text:
            return 1.0
        if len(self.parts) < 2:
            return 0.0
        share = sum(part in text for part in self.parts) / len(self.parts)
        return _IN_PARTS * share if share >= 0.5 else 0.0


class Matcher:
    """Matches texts with one query; all texts are normalised as the query is."""

    def __init__(self, query: Query, rarity: Callable[[str], float], absent: float) -> None:
        """Arguments: the query; the inverse document frequency of words, 0 when the corpus lacks them; what a word
        that it lacks is worth."""
        concepts = [[_way(v.words, v.weight, rarity(v.words)) for v in c.variants] for c in query.concepts]
        self._concepts = [[way for way in ways if way.worth] for ways in concepts]
        self._worths = [max((way.worth for way in ways), default=absent) for ways in self._concepts]
        self._total = sum(self._worths)
        self._lengths = [len(concept.words) for concept in query.concepts]
        self._pairs = {pair: worth for pair in query.pairs if (worth := rarity(pair))}
        self._all_pairs = sum(self._pairs.values()) + absent * (len(query.pairs) - len(self._pairs))

    @property
    def unknown(self) -> float:
        """The share of the question's words, by characters, that the corpus has no word for."""
        if not self._concepts:
            return 1.0
        lacking = sum(n for n, ways in zip(self._lengths, self._concepts, strict=True) if not ways)
        return lacking / sum(self._lengths)

    def coverage(self, text: str) -> float:
        """The share of the question's meaning that stands in a text, 0 to 1."""
        if not self._total:
            return 0.0
        found = (
            max((way.worth * way.stands_in(text) for way in ways), default=0.0) for ways in self._concepts
        )
        return sum(found) / self._total

    def count(self, text: str) -> float:
        """The share of the concepts that stand in a text, however rare they are."""
        if not self._concepts:
            return 0.0
        found = (
            max((way.weight * way.stands_in(text) for way in ways), default=0.0) for ways in self._concepts
        )
        return sum(found) / len(self._concepts)

    def pairs(self, text: str) -> float:
        """The share of the question's pairs of characters that stand in a text, weighed by rarity.

        Pairs that the corpus lacks count as missing: a question full of them is about something else.
        """
        found = sum(worth for pair, worth in self._pairs.items() if pair in text)
        return found / self._all_pairs if self._all_pairs else 0.0


def _way(words: str, weight: float, rarity: float) -> _Way:
    return _Way(words, tuple(pairs(words)), weight, weight * rarity)
