"""A transaction of SQLite, by way of sqlite-utils."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from sqlite_utils import Database

from bot.state.storage.database import Row, Values


class SqliteTransaction:
    """What a store does between the beginning and the end of a change, which the file sees to."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def execute(self, sql: str, values: Values = ()) -> int:
        """Carries a statement out and says how many rows it has added, changed or erased."""
        return int(self._db.execute(sql, values).rowcount)

    def execute_all(self, sql: str, values: Iterable[Values]) -> None:
        """Carries a statement out once for each list of values."""
        self._db.conn.executemany(sql, values)

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows that a SELECT finds."""
        return list(self._db.query(sql, values))

    def insert(self, table: str, row: Mapping[str, object], replace: bool = False) -> None:
        """Adds a row, or puts it in the place of the one that has its key."""
        self._db.table(table).insert(dict(row), replace=replace)

    def insert_all(self, table: str, rows: Iterable[Mapping[str, object]], replace: bool = False) -> None:
        """Adds rows of the same columns, in their order."""
        self._db.table(table).insert_all(map(dict, rows), replace=replace)

    def insert_numbered(self, table: str, row: Mapping[str, object]) -> int:
        """Adds a row to a table that numbers its rows, and gives the number."""
        return cast(int, self._db.table(table).insert(dict(row)).last_pk)

    def number_after(self, table: str, last: int) -> None:
        """Lets the numbers of a table go on after one that was given elsewhere."""
        self.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table])
        self.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [table, last])
