"""In how many passages terms stand: document frequencies, as the full-text index counts them."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable

from knowledge.store.full_text.search import TermIndex

_MOST_KEPT = 100_000


class Frequencies:
    """The document frequencies of one full-text index; what is looked up once is kept."""

    def __init__(self, index: TermIndex) -> None:
        self._index = index
        self._closed: tuple[str, ...] = ()
        self._counts: dict[str, int] = {}

    def without(self, closed: Collection[str]) -> Frequencies:
        """The same as if some documents were not there, by their ids: a word that stands in them alone is unknown."""
        other = copy.copy(self)
        other._closed, other._counts = tuple(closed), {}
        return other

    def of(self, term: str) -> int:
        """In how many passages a term stands."""
        if term not in self._counts:
            self.learn([term])
        return self._counts[term]

    def learn(self, terms: Iterable[str]) -> None:
        """Look up many terms at once."""
        new_terms = [term for term in dict.fromkeys(terms) if term not in self._counts]
        if not new_terms:
            return
        if len(self._counts) > _MOST_KEPT:
            self._counts.clear()
        self._counts |= dict.fromkeys(new_terms, 0)
        counts = self._index.frequencies(new_terms)
        self._counts |= {term: self._open(term, count) for term, count in counts.items()}

    def _open(self, term: str, count: int) -> int:
        """In how many passages of the documents that are there a term stands."""
        return self._index.open_frequency(term, self._closed) if self._closed else count
