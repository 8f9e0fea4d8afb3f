"""What was left out of the files of a corpus, as it was stored with them."""

from __future__ import annotations

import json

from knowledge.store.engine import Connection
from knowledge.store.queries.reading import iterate_rows
from knowledge.store.records import LeftOutLine


def read_left_out(db: Connection, path: str) -> list[LeftOutLine]:
    """The lines of a file that belong to no document of it, in the order of its text; none for a file that is not there."""
    lines = []
    for row in iterate_rows(db, "SELECT text, noise FROM files WHERE path = ?", [path]):
        for stretch in json.loads(row["noise"]):
            words = row["text"][stretch["start"] : stretch["end"]]
            lines.append(LeftOutLine(words, stretch["reason"], stretch.get("page")))
    return lines
