"""What is told of a document without reading it: how much is in it, and what was left out of its file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from knowledge.store.records import LeftOutLine

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
    marks, apart = ", ".join("?" * len(documents)), ", ".join("?" * len(SEPARATE))
    counted = (
        f"SELECT document, count(DISTINCT json_extract(headings, '$[0]')) FROM passages "
        f"WHERE document IN ({marks}) GROUP BY document",
        f"SELECT document, count(*) FROM deadlines WHERE document IN ({marks}) "
        f"AND kind NOT IN ({apart}) GROUP BY document",
        f"SELECT document, count(*) FROM targets WHERE document IN ({marks}) GROUP BY document",
    )
    values = ([*documents], [*documents, *SEPARATE], [*documents])
    headings, due, goals = (
        dict(db.execute(sql, given).fetchall()) for sql, given in zip(counted, values, strict=True)
    )
    return {
        document: Contents(headings.get(document, 0), due.get(document, 0), goals.get(document, 0))
        for document in documents
    }


def read_left_out(db: Database, path: str) -> list[LeftOutLine]:
    """The lines of a file that belong to no document of it, in the order of its text; none for a file that is not there."""
    found = []
    for row in db.query("SELECT text, noise FROM files WHERE path = ?", [path]):
        for load in json.loads(row["noise"]):
            words = row["text"][load["start"] : load["end"]]
            found.append(LeftOutLine(words, load["reason"], load.get("page")))
    return found
