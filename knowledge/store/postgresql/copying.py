"""Copying the tables of a knowledge base from its file into a schema of a server, one to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier

from knowledge.store import engine

Line = Connection[tuple[Any, ...]]

_TYPES = {
    "INTEGER": "BIGINT",
    "TEXT": 'TEXT COLLATE "C"',  # texts are in the order of their code points, as in SQLite
    "FLOAT": "DOUBLE PRECISION",
    "BLOB": "BYTEA",
}
NUL, REPLACEMENT = "\0", "\N{REPLACEMENT CHARACTER}"  # PostgreSQL keeps the one in no text

TABLES = "files documents passages pairs deadlines targets facts origins removed vectors".split()
"""The tables that are read to answer; the others serve a load."""


def copy_table(db: engine.Connection, line: Line, table: str) -> None:
    """Copies a table with its rows and its indexes; its column `rowid` is the order of its rows."""
    columns = [(name, kind) for _, name, kind, *_ in db.execute(f"PRAGMA table_info({table})")]
    create_table(
        line, table, [("rowid", "BIGINT PRIMARY KEY"), *((name, _TYPES[kind]) for name, kind in columns)]
    )
    names = ", ".join(f'"{name}"' for name, _ in columns)
    copy_rows(line, table, db.execute(f"SELECT rowid, {names} FROM {table}"))
    for indexed, is_unique in _indexes(db, table):
        line.execute(
            SQL("CREATE {} INDEX ON {} ({})").format(
                SQL("UNIQUE" if is_unique else ""), Identifier(table), _names(indexed)
            )
        )


def create_table(line: Line, table: str, columns: Sequence[tuple[str, str]]) -> None:
    """Creates a table of columns, each a name and a type in the words of PostgreSQL."""
    parts = [SQL("{} {}").format(Identifier(name), SQL(kind)) for name, kind in columns]
    line.execute(SQL("CREATE TABLE {} ({})").format(Identifier(table), SQL(", ").join(parts)))


def copy_rows(line: Line, table: str, rows: Iterable[Sequence[object]]) -> None:
    """Adds rows to a table that this transaction has made."""
    sql = SQL("COPY {} FROM STDIN WITH (FREEZE)").format(Identifier(table))
    with line.cursor() as cursor, cursor.copy(sql) as copy:
        for row in rows:
            copy.write_row([_writable(value) for value in row])
    line.execute(SQL("ANALYZE {}").format(Identifier(table)))


def _indexes(db: engine.Connection, table: str) -> Iterator[tuple[list[str], bool]]:
    """The columns of each index of a table, and whether no two rows may be alike there."""
    for _, name, is_unique, *_ in db.execute(f"PRAGMA index_list({table})").fetchall():
        yield [row[2] for row in db.execute(f'PRAGMA index_info("{name}")')], bool(is_unique)
    key = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[5] and row[2] == "INTEGER"]
    if key:  # an INTEGER PRIMARY KEY has no index of its own in SQLite
        yield key, True


def _names(columns: Iterable[str]) -> Composed:
    return SQL(", ").join(map(Identifier, columns))


def _writable(value: object) -> object:
    return value.replace(NUL, REPLACEMENT) if isinstance(value, str) and NUL in value else value
