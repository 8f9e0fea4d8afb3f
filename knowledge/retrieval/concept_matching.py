"""How much of a question stands in a text: each concept by the best of its words, weighed by rarity."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from knowledge.query.query import Concept, Query
from knowledge.text.analyzer import pairs

_IN_PARTS, _DRAWN_APART = 0.8, 0.5

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


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to say a concept: its words, their pairs of characters, what finding it is worth."""

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
            for part in self.parts:  # a plain loop: this is where most of a question's time goes
                if part in text:
                    present += 1
            if 2 * present >= len(self.parts):
                return _IN_PARTS * present / len(self.parts)
        # Both ends are looked for first, for a pattern takes long to say no.
        ends = self.short and self.words[0] in text and self.words[-1] in text
        return _DRAWN_APART if ends and _apart(self.words).search(text) else 0.0


@dataclass(frozen=True, slots=True)
class _Finding:
    """How far a concept stands in a text: weighed by rarity, and by the weight of the words alone."""

    worth: float
    weight: float

    @classmethod
    def of(cls, ways: list[_Way], text: str) -> _Finding:
        worth = weight = 0.0
        for way in ways:
            # Ways come best first: one that could add nothing even if it stood there whole is not looked for.
            if (way.worth > worth or way.weight > weight) and (stands := way.stands_in(text)):
                worth, weight = max(worth, way.worth * stands), max(weight, way.weight * stands)
        return cls(worth, weight) if weight else NOWHERE


NOWHERE = _Finding(0.0, 0.0)

Found = tuple[_Finding, ...]
"""What of a question stands in a text, concept by concept."""


def merged_findings(texts: Sequence[Found]) -> Found:
    """What of a question stands in any of some texts."""
    return texts[0] if len(texts) == 1 else tuple(map(_best, zip(*texts, strict=True)))


def _best(findings: Sequence[_Finding]) -> _Finding:
    somewhere = [finding for finding in findings if finding is not NOWHERE]
    if len(somewhere) < 2:
        return somewhere[0] if somewhere else NOWHERE
    return _Finding(max([f.worth for f in somewhere]), max([f.weight for f in somewhere]))


class Matcher:
    """Matches texts with one query; all texts are normalised as the query is."""

    def __init__(self, query: Query, rarities: Rarities) -> None:
        """Arguments: the query; what finding words, sounds and characters is worth."""
        self._concepts = [_ways(concept, rarities) for concept in query.concepts]
        self._lacking = [not any(map(rarities.words, concept.spellings)) for concept in query.concepts]
        self._lengths = [len(concept.words) for concept in query.concepts]
        self._kept: dict[str, Found] = {}
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

    def found(self, text: str) -> Found:
        """How far each concept stands in a text, 0 to 1; kept, for headings and neighbours come again and again."""
        findings = self._kept.get(text)
        if findings is None:
            findings = self._kept[text] = tuple([_Finding.of(ways, text) for ways in self._concepts])
        return findings

    def coverage(self, findings: Found) -> float:
        """The share of the question's meaning that is found, 0 to 1."""
        return sum([finding.worth for finding in findings]) / self._total if self._total else 0.0

    def count(self, findings: Found) -> float:
        """The share of the concepts that are found, however rare they are."""
        return sum([finding.weight for finding in findings]) / len(self._concepts) if self._concepts else 0.0

    def missing(self, findings: Found) -> float:
        """What the weightiest concept that is not found is worth, as a share of the absent's worth."""
        lost = (worth for worth, f in zip(self._worths, findings, strict=True) if f.weight < 0.5)
        return max(lost, default=0.0) / self._absent

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


def _ways(concept: Concept, rarities: Rarities) -> list[_Way]:
    """The ways to say a concept that may stand in the corpus; words that it lacks may still stand there drawn apart.

    Finding other words for something is never worth more than finding its own, however rare the others are.
    """
    own, *others = concept.variants
    worth = rarities.words(own.words) or rarities.absent
    other_ways = [
        _way(v.words, v.weight, min(worth, rarity)) for v in others if (rarity := rarities.words(v.words))
    ]
    return [_way(own.words, 1.0, worth), *other_ways]


def _way(words: str, weight: float, rarity: float) -> _Way:
    # 国标 stands for 国家…标准: a short form has its characters in order, a few others between them.
    short = weight == 1.0 and 2 <= len(words) <= 4
    return _Way(words, tuple(pairs(words)), short, weight, weight * rarity)


@lru_cache(maxsize=2_000)
def _apart(words: str) -> re.Pattern[str]:
    """What finds words drawn apart."""
    return re.compile("[^，。；]{0,3}?".join(map(re.escape, words)))
