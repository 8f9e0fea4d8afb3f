"""The full-text search of a generation: BM25 over its posting lists, which are those of the file it was copied from.

The server gives the lists of the terms of a question; what they add up to is reckoned here, as it is over a file, so that
the scores are the same to the last figure and the server, which all replicas share, has little to do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.store.engine import COLUMN_WEIGHTS
from knowledge.store.full_text.index import FullTextIndex
from knowledge.store.full_text.scopes import ScopeReader
from knowledge.store.postgresql.generations import Generation
from knowledge.store.postgresql.lines import Lines


class PostingListSearch:
    """The posting lists of a generation."""

    def __init__(self, generation: Generation, lines: Lines) -> None:
        version = lines.ask("SHOW server_version").fetchall()[0][0]
        scopes = ScopeReader(lines)
        self.name = f"PostgreSQL {version}, BM25, #{generation.number}"
        self.words = PostingListIndex(lines, "terms", scopes)
        self.sounds = PostingListIndex(lines, "sounds", scopes)


class PostingListIndex:
    """The posting lists of one full-text table, as `TermIndex` says."""

    def __init__(self, lines: Lines, table: str, scopes: ScopeReader) -> None:
        self._scopes = scopes
        self._index = FullTextIndex(lines, table, COLUMN_WEIGHTS[table])

    def best(
        self, terms: Iterable[str], limit: int, scope: Collection[str], closed: Collection[str]
    ) -> list[tuple[int, float]]:
        """The best passages, by `FullTextIndex.best`."""
        return self._index.best(terms, limit, self._scopes.within(scope, closed))

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages some terms stand, by `FullTextIndex.frequencies`."""
        return self._index.frequencies(terms)

    def open_frequency(self, term: str, closed: Collection[str], most: int) -> int:
        """In how many passages of other documents a term stands, counted as far as `most`."""
        rows, scope = self._index.rows(term), self._scopes.within((), closed)
        return min(most, len(scope.of(rows) if scope else rows))
