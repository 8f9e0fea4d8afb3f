"""How much of a question stands in a text: each concept by the best of its words, weighed by rarity."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from knowledge.query.query import Query
from knowledge.retrieval.matching.candidate_texts import CandidateTexts, side_by_side
from knowledge.retrieval.matching.concept_ways import Finding, Possible, Way, WayIndex, best_of, ways_of

_MISSING = 0.5  # a concept that stands nowhere by more of its weight is missing

Rarity = Callable[[str], float]


class Rarities(Protocol):
    """The inverse document frequencies of a corpus, 0 for what it lacks; `absent` is what that would be worth."""

    absent: float

    def words(self, words: str) -> float:
        """Of a word or phrase."""

    def sounds(self, pair: str) -> float:
        """Of a pair of syllables."""

    def characters(self, character: str) -> float:
        """Of a character."""


Found = tuple[Finding, ...]
"""What of a question stands in a text, concept by concept."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How much of a question a candidate holds, as shares of its meaning: the passage, each of its sentences, what
    headings and neighbours add; `count`: the share of the concepts; `missing`: the worth of the rarest that it lacks."""

    concepts: float
    sentences: tuple[float, ...]
    headings: float
    around: float
    count: float
    missing: float
    possible: Possible


class Matcher:
    """Matches texts with one query; all texts are normalised as the query is."""

    def __init__(self, query: Query, rarities: Rarities) -> None:
        """Arguments: the query; what finding words, sounds and characters is worth."""
        self._concepts = [
            ways_of(number, concept, rarities.words, rarities.absent)
            for number, concept in enumerate(query.concepts)
        ]
        self._index = WayIndex([way for ways in self._concepts for way in ways])
        self._lacking = [not any(map(rarities.words, concept.spellings)) for concept in query.concepts]
        self._lengths = [len(concept.words) for concept in query.concepts]
        self._worths = [max(way.worth for way in ways) for ways in self._concepts]
        self._total = sum(self._worths)
        self._absent = rarities.absent
        self._pairs = _Weighed(query.pairs, rarities.words, rarities.absent)
        self._sounds = _Weighed(query.sounds, rarities.sounds, rarities.absent)
        self._characters = _Weighed(query.characters, rarities.characters, rarities.absent)

    @property
    def unknown(self) -> float:
        """The share of the question's words, by characters, that the corpus has no word for."""
        if not self._concepts:
            return 1.0
        lacking = sum(n for n, lacks in zip(self._lengths, self._lacking, strict=True) if lacks)
        return lacking / sum(self._lengths)

    def holding(self, texts: CandidateTexts) -> Holding:
        """How much of the question a candidate holds, and where."""
        possible = self._index.possible(texts.side_by_side, texts.joined)
        by_sentence = [0.0] * len(texts.sentences)
        inside = below = near = count = lost = 0.0
        for number, most in enumerate(self._worths):
            ways = possible.get(number, ())
            worth, weight = _add_best(ways, texts.sentences, by_sentence)
            above, around = best_of(ways, texts.above), best_of(ways, texts.around)
            inside, count = inside + worth, count + weight
            below, near = below + max(worth, above.worth), near + max(worth, around.worth)
            if most > lost and max(weight, above.weight) < _MISSING:
                lost = most
        whole = self._share(inside)
        return Holding(
            concepts=whole,
            sentences=tuple(map(self._share, by_sentence)),
            headings=self._share(below) - whole,
            around=self._share(near) - whole,
            count=count / len(self._concepts) if self._concepts else 0.0,
            missing=lost / self._absent,
            possible=possible,
        )

    def held(self, text: str, possible: Possible) -> float:
        """The share of the question's meaning that one of the texts holds in which some ways may stand."""
        return self._share(sum([best_of(ways, text).worth for ways in possible.values()]))

    def within(self, text: str) -> Callable[[str], float]:
        """What tells of each stretch of a text how much of the question's meaning it holds."""
        return partial(self.held, possible=self._index.possible(side_by_side(text), text))

    def found(self, text: str) -> Found:
        """How far each concept stands in any text."""
        possible = self._index.possible(side_by_side(text), text)
        return tuple([best_of(possible.get(number, ()), text) for number in range(len(self._concepts))])

    def coverage(self, findings: Found) -> float:
        """The share of the question's meaning that is found, 0 to 1."""
        return self._share(sum([finding.worth for finding in findings]))

    def _share(self, worth: float) -> float:
        return worth / self._total if self._total else 0.0

    def pairs(self, text: str) -> float:
        """The share of the question's pairs of characters that stand in a text, weighed by rarity.

        Pairs that the corpus lacks count as missing: a question full of them is about something else.
        """
        return self._pairs.share(text)

    def characters(self, text: str) -> float:
        """The share of the question's single characters that stand in a text, weighed by rarity."""
        return self._characters.share(text)

    def sounds(self, heard: Collection[str]) -> float:
        """The share of the question's pairs of syllables that are among some, weighed by rarity."""
        return self._sounds.share(heard)


class _Weighed:
    """Some marks of a question with what finding each is worth."""

    def __init__(self, marks: Collection[str], rarity: Rarity, absent: float) -> None:
        self._worths = {mark: worth for mark in marks if (worth := rarity(mark))}
        self._total = sum(self._worths.values()) + absent * (len(marks) - len(self._worths))

    def share(self, present: Container[str]) -> float:
        """The share, by worth, of the marks that are found."""
        return (
            sum(worth for mark, worth in self._worths.items() if mark in present) / self._total
            if self._total
            else 0.0
        )


def _add_best(ways: Iterable[Way], texts: Sequence[str], worths: list[float]) -> tuple[float, float]:
    """Add to each text's worth that of a concept in it; the most that its worth and its weight are in any of them."""
    worth = weight = 0.0
    for place, text in enumerate(texts) if ways else ():
        finding = best_of(ways, text)
        worths[place] += finding.worth
        worth, weight = max(worth, finding.worth), max(weight, finding.weight)
    return worth, weight
