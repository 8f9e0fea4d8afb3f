"""Documents that were there and are no more: who opens one is told so, unless it was for some alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.readers import ReadingRule
from knowledge.store.engine import Connection, Database

MOST_REMEMBERED = 10_000

Place = tuple[str, str | None]
"""The file of a document, and which part of it."""


def places_of_documents(db: Connection) -> dict[str, Place]:
    """Where each document stands, by its id."""
    return {id_: (path, part) for id_, path, part in db.execute("SELECT id, path, part FROM documents")}


def note_removed(db: Database, before: Mapping[str, Place], rules: Sequence[ReadingRule]) -> None:
    """Remembers which documents have gone since; one that a rule covers, then or now, leaves no trace."""
    present = places_of_documents(db)
    gone = [
        (id_, *place)
        for id_, place in before.items()
        if id_ not in present and not any(rule.covers(*place) for rule in rules)
    ]
    db.conn.executemany("INSERT INTO removed (id, path, part) VALUES (?, ?, ?)", gone)
    db.execute("DELETE FROM removed WHERE id IN (SELECT id FROM documents)")
    db.execute(
        "DELETE FROM removed WHERE rowid <= (SELECT max(rowid) FROM removed) - ?",
        [MOST_REMEMBERED],
    )


def is_removed(db: Connection, document: str, rules: Sequence[ReadingRule]) -> bool:
    """Whether a document was there for everybody; of what a rule covers by now nothing is told."""
    rows = db.execute("SELECT path, part FROM removed WHERE id = ?", [document]).fetchall()
    return any(not any(rule.covers(path, part) for rule in rules) for path, part in rows)
