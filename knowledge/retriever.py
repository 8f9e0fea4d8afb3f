"""Candidates for a query: the passages that a full-text search over words and pairs finds."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from knowledge.analysis import Analyzer
from knowledge.query import Query
from knowledge.store.records import Pair, StoredPassage
from knowledge.store.store import Store

_WEIGHTS = (1.0, 0.35, 0.35)
_MOST_TERMS = 72


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate: the passage, the questions that it answers, the score of the search (higher is better)."""

    passage: StoredPassage
    pairs: tuple[Pair, ...]
    bm25: float


class Retriever:
    """Finds candidates in one version of a knowledge base."""

    def __init__(self, store: Store, analyzer: Analyzer) -> None:
        self._store = store
        self._analyzer = analyzer
        self.rarity = lru_cache(maxsize=50_000)(self._rarity)

    def retrieve(self, query: Query, scope: Collection[str] = (), limit: int = 60) -> list[Hit]:
        """The candidates for a query, best first; `scope` holds the ids of the documents meant, none for all."""
        found = self._store.search(self._terms(query), _WEIGHTS, limit, scope)
        passages = self._store.passages([number for number, _ in found])
        pairs = self._store.pairs([passage.id for passage in passages.values()])
        return [Hit(p := passages[number], tuple(pairs.get(p.id, ())), score) for number, score in found]

    @property
    def absent(self) -> float:
        """What a word is worth that stands in no passage: more than any that stands in one."""
        return math.log(1 + (self._store.passage_count + 0.5) / 0.5)

    def _terms(self, query: Query) -> list[str]:
        """The index terms of a query, the most telling first, no more than a search stays fast with."""
        worth: dict[str, float] = {}
        for concept in query.concepts:
            for variant in concept.variants:
                for term in self._analyzer.terms(variant.words):
                    worth[term] = max(worth.get(term, 0.0), variant.weight * self.rarity(term))
        for pair in query.pairs:
            worth[pair] = max(worth.get(pair, 0.0), self.rarity(pair))
        known = [term for term in worth if self._store.frequency(term)]
        return sorted(known, key=lambda term: -worth[term])[:_MOST_TERMS]

    def _rarity(self, words: str) -> float:
        """The inverse document frequency of a word or phrase: that of the rarest of its terms (K. Spärck Jones, 1972)."""
        total = self._store.passage_count
        counts = [self._store.frequency(term) for term in self._analyzer.terms(words)]
        known = [count for count in counts if count]
        return math.log(1 + (total - min(known) + 0.5) / (min(known) + 0.5)) if known else 0.0
