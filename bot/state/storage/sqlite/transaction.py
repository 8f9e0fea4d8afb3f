"""A transaction of SQLite.

Its statements go to the driver: `Database.query` of sqlite-utils guards itself against statements that write, and
`insert` asks for the columns of the table first, which costs several times as much as the statement.
"""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from bot.state.storage.database import Row, Values


class SqliteTransaction:
    """What a store does between the beginning and the end of a change, which the file sees to."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def execute(self, sql: str, values: Values = ()) -> int:
        """Carries a statement out and says how many rows it has added, changed or erased."""
        return self._connection.execute(sql, values).rowcount

    def execute_all(self, sql: str, values: Iterable[Values]) -> None:
        """Carries a statement out once for each list of values."""
        self._connection.executemany(sql, values)

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows that a SELECT finds."""
        return read_rows(self._connection, sql, values)

    def insert(self, table: str, row: Mapping[str, object], replace: bool = False) -> None:
        """Adds a row, or puts it in the place of the one that has its key."""
        self._connection.execute(_insertion(table, tuple(row), replace), list(row.values()))

    def insert_all(self, table: str, rows: Iterable[Mapping[str, object]], replace: bool = False) -> None:
        """Adds rows of the same columns, in their order."""
        every = list(rows)
        if every:
            sql = _insertion(table, tuple(every[0]), replace)
            self._connection.executemany(sql, [list(row.values()) for row in every])

    def insert_numbered(self, table: str, row: Mapping[str, object]) -> int:
        """Adds a row to a table that numbers its rows, and gives the number."""
        cursor = self._connection.execute(_insertion(table, tuple(row), False), list(row.values()))
        assert cursor.lastrowid
        return cursor.lastrowid

    def number_after(self, table: str, last: int) -> None:
        """Lets the numbers of a table go on after one that was given elsewhere."""
        self.execute("DELETE FROM sqlite_sequence WHERE name = ?", [table])
        self.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [table, last])


def read_rows(connection: sqlite3.Connection, sql: str, values: Values = ()) -> list[Row]:
    """The rows that a SELECT finds."""
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


@functools.cache
def _insertion(table: str, columns: Sequence[str], replace: bool) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    return f'INSERT {"OR REPLACE " if replace else ""}INTO "{table}" ({names}) VALUES ({marks})'
