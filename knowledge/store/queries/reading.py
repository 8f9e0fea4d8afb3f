"""The rows of a query by the names of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database


def read_rows(db: Database, sql: str, parameters: Sequence[object] = ()) -> list[dict[str, Any]]:
    """All rows of a SELECT.

    `Database.query` of sqlite-utils guards itself against statements that write, which costs as much as most of ours.
    """
    cursor = db.execute(sql, list(parameters))
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]
