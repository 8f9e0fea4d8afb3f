"""How rare words, sounds and characters are in the corpus, which is what finding them is worth."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from knowledge.store.reader import Store
from knowledge.text.analyzer import Analyzer, pairs


class TermRarity:
    """Inverse document frequencies (K. Spärck Jones, 1972; the form is that of BM25); 0 for what the corpus lacks."""

    def __init__(self, store: Store, analyzer: Analyzer) -> None:
        self._store, self._analyzer = store, analyzer
        self.terms = lru_cache(maxsize=50_000)(self._terms)
        self.absent = self._inverse(0)
        self.words = lru_cache(maxsize=50_000)(self._words)
        self.sounds = lru_cache(maxsize=20_000)(self._sounds)

    def learn(self, words: Iterable[str], sounds: Iterable[str]) -> None:
        """Look up what many words or phrases, and many pairs of syllables, are worth at once."""
        self._store.learn((term for phrase in words for term in self.terms(phrase)), sounds)

    def characters(self, character: str) -> float:
        """The rarity of a character."""
        count = self._store.character_frequency(character)
        return self._inverse(count) if count else 0.0

    def _terms(self, words: str) -> list[str]:
        """The index terms of a word or phrase; two characters are one, whether or not they are a word."""
        if len(words) == 2 and (pair := list(pairs(self._analyzer.normalise(words)))):
            return pair
        return self._analyzer.terms(words)

    def _words(self, words: str) -> float:
        """That of the rarest of the terms of a word or phrase; 0 when the corpus lacks most of them."""
        counts = [self._store.frequency(term) for term in self.terms(words)]
        present = [count for count in counts if count]
        return self._inverse(min(present)) if present and 2 * len(present) > len(counts) else 0.0

    def _sounds(self, pair: str) -> float:
        count = self._store.sound_frequency(pair)
        return self._inverse(count) if count else 0.0

    def _inverse(self, count: int) -> float:
        return math.log(1 + (self._store.passage_count - count + 0.5) / (count + 0.5))
