"""Candidates for a query: the passages that a full-text search over words and pairs finds."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection
from typing import NamedTuple

from knowledge.query.query import Query
from knowledge.retrieval.matching.candidate_texts import CandidateTexts
from knowledge.retrieval.matching.term_rarity import TermRarity
from knowledge.store.reader import Store
from knowledge.store.records import QuestionAnswer, StoredPassage
from knowledge.text.analyzer import Analyzer

_MOST_TERMS, _MOST_SOUNDS = 72, 24
# What a search costs is the places where its terms stand. In a small base all terms stay within this; in one of a million
# passages a question whose words are all common finds its answer only if more of them may be looked at.
_MOST_PLACES, _PLACES_A_PASSAGE = 24_000, 0.4
_BY_WORDS, _BY_PLACE, _BY_SOUND = 24, 12, 6
_MOST_KEPT = 1_000  # candidates that are kept as they were read


class Hit(NamedTuple):
    """A candidate: its number, the passage, the questions that it answers and their kinds, its pairs of syllables, its
    texts, the score of the search (higher is better)."""

    number: int
    passage: StoredPassage
    pairs: tuple[QuestionAnswer, ...]
    kinds: frozenset[str]
    sounds: frozenset[str]
    texts: CandidateTexts
    bm25: float = 0.0


class Retriever:
    """Finds candidates in one version of a knowledge base."""

    def __init__(self, store: Store, analyzer: Analyzer, rarity: TermRarity) -> None:
        self._store = store
        self._analyzer = analyzer
        self._rarity = rarity
        self._kept: dict[int, Hit] = {}

    def over(self, store: Store, rarity: TermRarity) -> Retriever:
        """The same over the same version as somebody may read it, and what words are worth to them."""
        other = copy.copy(self)
        other._store, other._rarity = store, rarity
        return other

    def retrieve(self, query: Query, scope: Collection[str] = ()) -> list[Hit]:
        """The candidates for a query, best first; `scope` holds the ids of the documents meant, none for all.

        A second search by sound finds what was asked with wrong characters; its score does not count. The documents of
        the places that the query names are searched by themselves too, for many of one template crowd them out.
        """
        terms = self._terms(query)
        scores = dict(self._store.search(terms, _BY_WORDS, scope))
        if own := () if scope else self._of_places(query):
            scores |= dict(self._store.search(terms, _BY_PLACE, own))
        for number, _ in self._store.search_sounds(self._sounds(query), _BY_SOUND, scope):
            scores.setdefault(number, 0.0)
        return self._hits(scores)

    def _of_places(self, query: Query) -> list[str]:
        """The documents of the places that a query names."""
        by_place = self._store.documents_by_place
        return [document for place in query.places for document in by_place.get(place, ())]

    def _hits(self, scores: dict[int, float]) -> list[Hit]:
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        if new := [number for number in scores if number not in self._kept]:
            self._kept |= self._read(new)
        return [Hit(*self._kept[number][:-1], score) for number, score in scores.items()]

    def _read(self, numbers: list[int]) -> dict[int, Hit]:
        """Candidates by row number, without a score."""
        passages, sounds = self._store.passages(numbers), self._store.sounds(numbers)
        around = self._store.surroundings(numbers)
        pairs = self._store.pairs([passage.id for passage in passages.values()])
        documents = self._store.documents
        read: dict[int, Hit] = {}
        for number, passage in passages.items():
            stored, beside = tuple(pairs.get(passage.id, ())), around.get(number, "")
            texts = CandidateTexts.of(
                passage, documents[passage.document].title, beside, stored, self._analyzer.normalise_all
            )
            kinds = frozenset(pair.kind for pair in stored)
            read[number] = Hit(number, passage, stored, kinds, frozenset(sounds[number].split()), texts)
        return read

    def _terms(self, query: Query) -> list[str]:
        """The index terms of a query, the most telling first, no more than a search stays fast with."""
        worth: dict[str, float] = {}
        for concept in query.concepts:
            for variant in concept.variants:
                for term in self._rarity.terms(variant.words):
                    worth[term] = max(worth.get(term, 0.0), variant.weight * self._rarity.words(term))
        for pair in query.pairs:
            worth[pair] = max(worth.get(pair, 0.0), self._rarity.words(pair))
        indexed = [term for term in worth if self._store.frequency(term)]
        ordered = sorted(indexed, key=lambda term: -worth[term])[:_MOST_TERMS]
        return _affordable(ordered, self._store.frequency, self._most_places)

    def _sounds(self, query: Query) -> list[str]:
        """The rarest pairs of syllables of a query."""
        indexed = [sound for sound in query.sounds if self._rarity.sounds(sound)]
        ordered = sorted(indexed, key=lambda sound: -self._rarity.sounds(sound))[:_MOST_SOUNDS]
        return _affordable(ordered, self._store.sound_frequency, self._most_places // 4)

    @property
    def _most_places(self) -> int:
        """In how many places in all the terms of a search may stand."""
        return max(_MOST_PLACES, int(_PLACES_A_PASSAGE * self._store.passage_count))


def _affordable(terms: list[str], frequency: Callable[[str], int], most: int) -> list[str]:
    """Of some terms, the most telling first, those that stand in few enough places together; the first always."""
    places = 0
    chosen: list[str] = []
    for term in terms:
        cost = frequency(term)
        if not chosen or places + cost <= most:
            places += cost
            chosen.append(term)
    return chosen
