"""How much is in each of some documents, counted without reading it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list

SEPARATE = ("every", "vague", "event")
"""Kinds of deadlines that a list shows only where they are asked for."""


@dataclass(frozen=True, slots=True)
class Contents:
    """How many outermost headings, deadlines and targets a document has."""

    headings: int = 0
    deadlines: int = 0
    targets: int = 0


def contents_of(db: Connection, documents: Sequence[str]) -> dict[str, Contents]:
    """The contents of some documents by their ids; deadlines are counted as a list shows them."""
    of_them = f"WHERE document {in_list(documents)}"
    headings = Counter(document for document, _ in _outermost_headings(db, documents))
    but = f"AND kind NOT {in_list(SEPARATE)}"
    due, goals = (
        dict(
            db.execute(
                f"SELECT document, count(*) {what} GROUP BY document", [*documents, *values]
            ).fetchall()
        )
        for what, values in (
            (f"FROM deadlines {of_them} {but}", SEPARATE),
            (f"FROM targets {of_them}", ()),
        )
    )
    return {
        document: Contents(headings[document], due.get(document, 0), goals.get(document, 0))
        for document in documents
    }


def _outermost_headings(db: Connection, documents: Sequence[str]) -> set[tuple[str, str]]:
    """Each outermost heading of some documents, with its document."""
    sql = f"SELECT DISTINCT document, headings FROM passages WHERE document {in_list(documents)}"
    paths = ((document, json.loads(headings)) for document, headings in db.execute(sql, documents))
    return {(document, path[0]) for document, path in paths if path}
