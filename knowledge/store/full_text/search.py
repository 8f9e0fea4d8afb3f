"""The two full-text indexes of a knowledge base, over whichever engine holds its rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.store.engine import Connection
from knowledge.store.full_text.index import FullTextIndex
from knowledge.store.full_text.scopes import ScopeReader

COLUMN_WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "terms": {"body": 1.0, "headings": 0.35, "questions": 0.35},
    "sounds": {"body": 1.0},
}
"""The full-text indexes, and what a word counts by where of a passage it stands; the first has a count of its own in the
posting lists, all others one together."""


class FullTextSearch:
    """The index of the words, and that of the pairs of syllables."""

    def __init__(self, db: Connection) -> None:
        scopes = ScopeReader(db)
        self.words = TermIndex(db, "terms", scopes)
        self.sounds = TermIndex(db, "sounds", scopes)


class TermIndex:
    """One full-text index over the passages, which are told by their row numbers."""

    def __init__(self, db: Connection, table: str, scopes: ScopeReader) -> None:
        self._scopes = scopes
        self._index = FullTextIndex(db, table, COLUMN_WEIGHTS[table])

    def best(
        self, terms: Iterable[str], limit: int, scope: Collection[str], closed: Collection[str]
    ) -> list[tuple[int, float]]:
        """The best passages for any of some terms by BM25, with its score: the highest first, of equal ones the lower
        number.

        Arguments: terms; how many to return; the ids of the documents that are searched, none for all; those of which
        nothing is found.
        """
        return self._index.best(terms, limit, self._scopes.within(scope, closed))

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages some terms stand; those that stand in none are missing."""
        return self._index.frequencies(terms)

    def open_frequency(self, term: str, closed: Collection[str]) -> int:
        """In how many passages of other documents than some a term stands."""
        rows, scope = self._index.rows(term), self._scopes.within((), closed)
        return len(rows) - (sum(map(scope.shut.__contains__, rows)) if scope else 0)
