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

TABLES = "files documents passages pairs deadlines targets facts origins removed vectors lengths".split()
"""The tables that are read to answer; the others serve a load."""
UNNUMBERED = ("terms_postings", "sounds_postings")
"""Those among them whose rows have no number."""


def copy_table(db: engine.Connection, line: Line, table: str) -> None:
    """Copies a table with its rows and its indexes; its column `rowid` is the order of its rows, where they have one."""
    described = db.execute(f"PRAGMA table_info({table})")
    columns = [] if table in UNNUMBERED else [("rowid", "BIGINT PRIMARY KEY")]
    columns += [(name, _TYPES[kind]) for _, name, kind, *_ in described]
    create_table(line, table, columns)
    names = ", ".join(f'"{name}"' for name, _ in columns)
    copy_rows(line, table, db.execute(f"SELECT {names} FROM {table}"))
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
    for name, kind in columns:
        if kind == "BYTEA":  # packed already
            sql = SQL("ALTER TABLE {} ALTER COLUMN {} SET STORAGE EXTERNAL")
            line.execute(sql.format(Identifier(table), Identifier(name)))


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
    key = [(name, kind) for _, name, kind, *_, is_key in db.execute(f"PRAGMA table_info({table})") if is_key]
    if len(key) == 1 and key[0][1] == "INTEGER":  # which has no index of its own in SQLite
        yield [key[0][0]], True


def _names(columns: Iterable[str]) -> Composed:
    return SQL(", ").join(map(Identifier, columns))


def _writable(value: object) -> object:
    return value.replace(NUL, REPLACEMENT) if isinstance(value, str) and NUL in value else value
