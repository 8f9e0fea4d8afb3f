"""The full-text search of a knowledge base in a file of SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.store.engine import COLUMN_WEIGHTS, Connection
from knowledge.store.full_text.index import FullTextIndex
from knowledge.store.full_text.scopes import ScopeReader
from knowledge.store.queries.placeholders import in_list


class SqliteSearch:
    """The full-text tables of a file."""

    def __init__(self, db: Connection) -> None:
        scopes = ScopeReader(db)
        self.name = f"SQLite {sqlite3.sqlite_version}"
        self.words = SqliteTermIndex(db, "terms", scopes)
        self.sounds = SqliteTermIndex(db, "sounds", scopes)


class SqliteTermIndex:
    """One full-text table, as `TermIndex` says."""

    def __init__(self, db: Connection, table: str, scopes: ScopeReader) -> None:
        self._db, self._table, self._scopes = db, table, scopes
        self._index = FullTextIndex(db, table, COLUMN_WEIGHTS[table])

    def best(
        self, terms: Iterable[str], limit: int, scope: Collection[str], closed: Collection[str]
    ) -> list[tuple[int, float]]:
        """The best passages, by `FullTextIndex.best`."""
        return self._index.best(terms, limit, self._scopes.within(scope, closed))

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages some terms stand, by their posting lists."""
        return self._index.frequencies(terms)

    def open_frequency(self, term: str, closed: Collection[str], most: int) -> int:
        """In how many passages of other documents a term stands, counted as far as `most`."""
        table, quoted = self._table, '"' + term.replace('"', '""') + '"'
        (seen,) = self._db.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM {table} CROSS JOIN passages p ON p.number = {table}.rowid "
            f"WHERE {table} MATCH ? AND NOT p.document {in_list(closed)} LIMIT {most})",
            [quoted, *closed],
        ).fetchone()
        return int(seen)
