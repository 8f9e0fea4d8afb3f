"""The rows of a query by the names of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from knowledge.store.engine import Connection


def iterate_rows(db: Connection, sql: str, parameters: Sequence[object] = ()) -> Iterator[dict[str, Any]]:
    """The rows of a SELECT, one after the other.

    `Database.query` of sqlite-utils guards itself against statements that write, which costs as much as most of ours.
    """
    cursor = db.execute(sql, list(parameters))
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def read_rows(db: Connection, sql: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
    """All rows of a SELECT."""
    return list(iterate_rows(db, sql, parameters))
