"""All deadlines, or all targets, of a knowledge base, each with where it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from knowledge.documents import Document
from knowledge.filters.filters import Located, T
from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list
from knowledge.store.queries.reading import read_rows
from knowledge.store.rows import Row


def located_items(
    db: Connection,
    table: Literal["deadlines", "targets"],
    item_of: Callable[[Row], T],
    documents: Mapping[str, Document],
    closed: Sequence[str],
) -> list[Located[T]]:
    """The items of a table in the order of the text.

    Arguments: the database; the table; what makes an item of a row; the documents by id; the ids of those of which
    nothing is given.
    """
    where = f"WHERE x.document NOT {in_list(closed)}" if closed else ""
    sql = (
        "SELECT x.*, p.headings AS headings, p.topic AS topic, x.document AS document, x.passage AS passage "
        f"FROM {table} x JOIN passages p ON p.id = x.passage JOIN documents d ON d.id = x.document {where} "
        "ORDER BY d.path, d.position, x.sentence_start, x.rowid"
    )
    return [_located(row, item_of(row), documents) for row in read_rows(db, sql, closed)]


def _located(row: Row, item: T, documents: Mapping[str, Document]) -> Located[T]:
    section = tuple(json.loads(row["headings"]))
    return Located(item, documents[row["document"]], section, row["topic"], row["passage"])
