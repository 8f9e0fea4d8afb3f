"""How much is in each of some documents, counted without reading it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from knowledge.store.queries.placeholders import in_list

SEPARATE = ("every", "vague", "event")
"""Kinds of deadlines that a list shows only where they are asked for."""


@dataclass(frozen=True, slots=True)
class Contents:
    """How many outermost headings, deadlines and targets a document has."""

    headings: int = 0
    deadlines: int = 0
    targets: int = 0


def contents_of(db: Database, documents: Sequence[str]) -> dict[str, Contents]:
    """The contents of some documents by their ids; deadlines are counted as a list shows them."""
    of_them = f"WHERE document {in_list(documents)}"
    counted = (
        ("count(DISTINCT json_extract(headings, '$[0]')) FROM passages", "", ()),
        ("count(*) FROM deadlines", f"AND kind NOT {in_list(SEPARATE)}", SEPARATE),
        ("count(*) FROM targets", "", ()),
    )
    headings, due, goals = (
        dict(
            db.execute(
                f"SELECT document, {what} {of_them} {but} GROUP BY document", [*documents, *values]
            ).fetchall()
        )
        for what, but, values in counted
    )
    return {
        document: Contents(headings.get(document, 0), due.get(document, 0), goals.get(document, 0))
        for document in documents
    }
