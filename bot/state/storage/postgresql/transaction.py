"""A transaction of PostgreSQL: the stores' SQL as psycopg takes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from psycopg import Connection, Cursor

from bot.state.storage.database import Row, Values

NUL = "\0"  # which PostgreSQL keeps in no text
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table, and those of its primary key."""

    columns: tuple[str, ...]
    key: tuple[str, ...]


class PostgresTransaction:
    """What a store does between the beginning and the end of a change; `changes` counts the rows that it touched."""

    def __init__(self, connection: Connection[Row], tables: Mapping[str, Table]) -> None:
        self._connection, self._tables = connection, tables
        self.changes = 0

    def execute(self, sql: str, values: Values = ()) -> int:
        """Carries a statement out and says how many rows it has added, changed or erased."""
        return self._counted(self._connection.execute(translated(sql), adapted(values)))

    def execute_all(self, sql: str, values: Iterable[Values]) -> None:
        """Carries a statement out once for each list of values."""
        with self._connection.cursor() as cursor:
            cursor.executemany(translated(sql), list(map(adapted, values)))
            self._counted(cursor)

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows that a SELECT finds."""
        return self._connection.execute(translated(sql), adapted(values)).fetchall()

    def insert(self, table: str, row: Mapping[str, object], replace: bool = False) -> None:
        """Adds a row, or puts it in the place of the one that has its key."""
        self.execute(self._insertion(table, tuple(row), replace), tuple(row.values()))

    def insert_all(self, table: str, rows: Iterable[Mapping[str, object]], replace: bool = False) -> None:
        """Adds rows of the same columns, in their order."""
        every = list(rows)
        if every:
            sql = self._insertion(table, tuple(every[0]), replace)
            self.execute_all(sql, [tuple(row.values()) for row in every])

    def insert_numbered(self, table: str, row: Mapping[str, object]) -> int:
        """Adds a row to a table that numbers its rows, and gives the number."""
        sql = f"{self._insertion(table, tuple(row), False)} RETURNING id"
        cursor = self._connection.execute(translated(sql), adapted(tuple(row.values())))
        self._counted(cursor)
        return int(cursor.fetchall()[0]["id"])

    def number_after(self, table: str, last: int) -> None:
        """Lets the numbers of a table go on after one that was given elsewhere."""
        self.rows("SELECT setval(pg_get_serial_sequence(?, 'id'), ?)", [table, last])

    def _insertion(self, table: str, columns: tuple[str, ...], replace: bool) -> str:
        names, marks = ", ".join(map(_quoted, columns)), ", ".join("?" * len(columns))
        sql = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        return f"{sql} {_replacing(self._tables[table])}" if replace else sql

    def _counted(self, cursor: Cursor[Any]) -> int:
        self.changes += max(0, cursor.rowcount)
        return max(0, cursor.rowcount)


@cache
def translated(sql: str) -> str:
    """A statement of the stores with the marks that psycopg takes."""
    return sql.replace("%", "%%").replace("?", "%s")


def adapted(values: Values) -> Sequence[object]:
    """Values as the columns take them: yes and no are 1 and 0, as in SQLite, and no text holds NUL."""
    return [_adapted(value) for value in values]


def _adapted(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return value.replace(NUL, REPLACEMENT) if isinstance(value, str) and NUL in value else value


def _replacing(table: Table) -> str:
    """What makes a row take the place of the one with its key whole: also what it does not name begins anew."""
    others = [_quoted(column) for column in table.columns if column not in table.key]
    new = ", ".join(f"{column} = excluded.{column}" for column in others)
    return f"ON CONFLICT ({', '.join(map(_quoted, table.key))}) DO UPDATE SET {new}"


def _quoted(name: str) -> str:
    return f'"{name}"'
