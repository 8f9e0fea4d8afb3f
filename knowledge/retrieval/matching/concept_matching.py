"""How much of a question stands in a text: each concept by the best of its words, weighed by rarity."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Protocol

from knowledge.query.query import Query
from knowledge.retrieval.matching.candidate_index import CandidateIndex
from knowledge.retrieval.matching.candidate_texts import CandidateTexts
from knowledge.retrieval.matching.concept_ways import Finding, Way, best_of, standing_of, ways_of
from knowledge.retrieval.matching.holding import Holding, Tally
from knowledge.retrieval.matching.weighed_marks import WeighedMarks


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


class Matcher:
    """Matches texts with one query; all texts are normalised as the query is."""

    def __init__(self, query: Query, rarities: Rarities) -> None:
        """Arguments: the query; what finding words, sounds and characters is worth."""
        self._concepts = [
            ways_of(number, concept, rarities.words, rarities.absent)
            for number, concept in enumerate(query.concepts)
        ]
        self._lacking = [not any(map(rarities.words, concept.spellings)) for concept in query.concepts]
        self._lengths = [len(concept.words) for concept in query.concepts]
        self._worths = [max(way.worth for way in ways) for ways in self._concepts]
        self._total = sum(self._worths)
        self._absent = rarities.absent
        self._pairs = WeighedMarks(query.pairs, rarities.words, rarities.absent)
        self._sounds = WeighedMarks(query.sounds, rarities.sounds, rarities.absent)
        self._characters = WeighedMarks(query.characters, rarities.characters, rarities.absent)

    @property
    def unknown(self) -> float:
        """The share of the question's words, by characters, that the corpus has no word for."""
        if not self._concepts:
            return 1.0
        lacking = sum(n for n, lacks in zip(self._lengths, self._lacking, strict=True) if lacks)
        return lacking / sum(self._lengths)

    def holdings(self, candidates: Mapping[int, CandidateTexts]) -> dict[int, Holding]:
        """How much of the question each of some candidates holds, and where, by their numbers."""
        index = CandidateIndex(candidates)
        tallies = {number: Tally.over(texts) for number, texts in candidates.items()}
        for concept, ways in enumerate(self._concepts):
            for number, findings in _by_candidate(_findings(ways, index), index).items():
                tallies[number].add(concept, findings)
        return {
            number: tally.holding(
                self._worths, self._absent, self._pairs.share(passage), self._characters.share(passage)
            )
            for number, tally in tallies.items()
            for passage in (candidates[number].passage,)
        }

    def within(self, text: str) -> Callable[[str], float]:
        """What tells of each stretch of a text how much of the question's meaning it holds."""
        possible = [[way for way in ways if way.stands_in(text)] for ways in self._concepts]
        return partial(self._held, list(filter(None, possible)))

    def _held(self, ways: Iterable[Sequence[Way]], text: str) -> float:
        """The share of the question's meaning that a text holds in which no other ways stand, by concept."""
        return self._share(sum([_best_worth(of_it, text) for of_it in ways]))

    def found(self, text: str) -> Found:
        """How far each concept stands in any text."""
        return tuple([best_of(ways, text) for ways in self._concepts])

    def coverage(self, findings: Found) -> float:
        """The share of the question's meaning that is found, 0 to 1."""
        return self._share(sum([finding.worth for finding in findings]))

    def _share(self, worth: float) -> float:
        return worth / self._total if self._total else 0.0

    def sounds(self, heard: Collection[str]) -> float:
        """The share of the question's pairs of syllables that are among some, weighed by rarity."""
        return self._sounds.share(heard)


def _findings(ways: Iterable[Way], index: CandidateIndex) -> dict[int, Finding]:
    """How far a concept stands in the texts of an index where it does."""
    findings: dict[int, Finding] = {}
    for way in ways:
        standing = standing_of(way, index)
        # Many texts, and few degrees of standing there.
        degrees = {
            stands: Finding(way.worth * stands, way.weight * stands) for stands in set(standing.values())
        }
        for text, stands in standing.items():
            finding = degrees[stands]
            findings[text] = finding.or_better(findings[text]) if text in findings else finding
    return findings


def _by_candidate(findings: Mapping[int, Finding], index: CandidateIndex) -> dict[int, dict[int, Finding]]:
    """The same by candidate and place."""
    by_candidate: dict[int, dict[int, Finding]] = {}
    for text, finding in findings.items():
        by_candidate.setdefault(index.owners[text], {})[index.places[text]] = finding
    return by_candidate


def _best_worth(ways: Iterable[Way], text: str) -> float:
    """What a concept of some ways, best first, is worth in a text."""
    worth = 0.0
    for way in ways:
        if way.worth > worth:  # one that could add nothing even if it stood there whole is not looked for
            worth = max(worth, way.worth * way.stands_in(text))
    return worth
