"""Which documents of a knowledge base stand for others: written at the end of a load."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from knowledge.documents import Document
from knowledge.passages.validity import abolished
from knowledge.passages.versions import (
    ALIKE,
    likeness,
    may_be_same,
    older_versions,
    same_figures,
    sketch,
)
from knowledge.store.engine import Database
from knowledge.store.queries.documents import read_documents
from loaders.notes import Note

_MOST_COUNTED = 64
"""A hash that so many documents have is common; how many more have it is not counted."""
_RAREST = (
    "SELECT hash FROM sketches t WHERE document = ? "
    "ORDER BY (SELECT count(*) FROM (SELECT 1 FROM sketches s WHERE s.hash = t.hash LIMIT ?)), hash LIMIT ?"
)


def settle_duplicates(db: Database) -> list[Note]:
    """Find the documents that are another one again, and the older versions of plans.

    A document that was there before stands for one that comes later. Returns a note for each newly found.
    """
    before = read_documents(db)
    _settle_duplicates(db, before, _unsettled(db, before))
    documents = read_documents(db)
    standing = [document for document in documents.values() if document.instead is None]
    for older, newest in older_versions(standing):
        if _shares_text(db, older.id, newest.id):
            _replace(db, older.id, newest.id, "older")
    _settle_validity(db, documents)
    return _told(before, read_documents(db))


def _settle_validity(db: Database, documents: dict[str, Document]) -> None:
    """Note of each document which one abolishes it."""
    db.execute("UPDATE documents SET abolished_by = NULL")
    rows = db.execute(
        "SELECT document, text FROM passages WHERE text LIKE '%废止%' OR text LIKE '%失效%' OR text LIKE '%停止执行%'"
    ).fetchall()
    for id_, text in rows:
        for name in abolished(text):
            for document in documents.values():
                if document.id != id_ and name in (document.title.strip("《》"), document.issue):
                    title = documents[id_].title
                    db.execute("UPDATE documents SET abolished_by = ? WHERE id = ?", [title, document.id])


def _unsettled(db: Database, documents: dict[str, Document]) -> list[str]:
    """The documents to be compared: new or changed ones, then those that another stood for that is so or has gone.

    Versions are found again each time, for any new document may be the newest.
    """
    rows = db.execute("SELECT id FROM documents WHERE sketched IS NULL ORDER BY path, position")
    fresh = [id_ for (id_,) in rows.fetchall()]
    freed = [
        document.id
        for document in documents.values()
        if document.id not in fresh
        and document.instead
        and (document.instead in fresh or document.instead not in documents)
    ]
    db.execute("UPDATE documents SET instead = NULL, replaced = NULL WHERE replaced = 'older'")
    for id_ in freed:
        db.execute("UPDATE documents SET instead = NULL, replaced = NULL WHERE id = ?", [id_])
    return [*fresh, *freed]


def _settle_duplicates(db: Database, documents: dict[str, Document], later: list[str]) -> None:
    waiting = set(later)
    for id_ in later:
        _sketch(db, id_)
    for id_ in later:
        waiting.discard(id_)
        same = _same(db, documents, id_, waiting)
        if same is not None:
            _replace(db, id_, same, "duplicate")


def _sketch(db: Database, id_: str) -> None:
    hashes = sketch(_texts(db, id_))
    db.execute("DELETE FROM sketches WHERE document = ?", [id_])
    db.conn.executemany(
        "INSERT INTO sketches (hash, document) VALUES (?, ?)", [(sketch, id_) for sketch in hashes]
    )
    db.execute("UPDATE documents SET sketched = 1 WHERE id = ?", [id_])


def _same(db: Database, documents: dict[str, Document], id_: str, waiting: Collection[str]) -> str | None:
    """The document that another one is again, None when there is none among those already settled."""
    own = _hashes(db, id_)
    candidates = _alike(db, id_, own, math.ceil(ALIKE * len(own)))
    for other in candidates:
        if (
            other not in waiting
            and may_be_same(documents[id_], documents[other])
            and likeness(own, _hashes(db, other)) >= ALIKE
            and same_figures(_texts(db, id_), _texts(db, other))
        ):
            return other
    return None


def _alike(db: Database, id_: str, own: Sequence[int], fewest: int) -> list[str]:
    """The documents that have at least so many hashes in common with one, those with the most first.

    Who has so many of n has one of any n - fewest + 1: the rarest of these few tell whom to look at (prefix filtering;
    R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs similarity search, 2007). A load of many plans of one template
    would else look at each for each.
    """
    rarest = [hash_ for (hash_,) in db.execute(_RAREST, [id_, _MOST_COUNTED, len(own) - fewest + 1])]
    rows = db.execute(
        "SELECT s.document FROM sketches s JOIN documents d ON d.id = s.document AND d.replaced IS NOT 'duplicate' "
        "WHERE s.document != ? AND s.hash IN (SELECT hash FROM sketches WHERE document = ?) AND s.document IN "
        f"(SELECT document FROM sketches WHERE hash IN ({', '.join(map(str, rarest))})) "
        "GROUP BY s.document HAVING count(*) >= ? ORDER BY count(*) DESC, d.path LIMIT 20",
        [id_, id_, fewest],
    )
    return [str(document) for (document,) in rows.fetchall()]


def _shares_text(db: Database, first: str, second: str) -> bool:
    """Whether two documents have anything in common, as versions of a plan do; a short one cannot tell."""
    hashes, other_hashes = _hashes(db, first), _hashes(db, second)
    return not (hashes and other_hashes) or bool(set(hashes) & set(other_hashes))


def _texts(db: Database, id_: str) -> list[str]:
    return [text for (text,) in db.execute("SELECT text FROM passages WHERE document = ?", [id_]).fetchall()]


def _hashes(db: Database, id_: str) -> list[int]:
    return [
        number for (number,) in db.execute("SELECT hash FROM sketches WHERE document = ?", [id_]).fetchall()
    ]


def _replace(db: Database, id_: str, instead: str, replaced: str) -> None:
    db.execute("UPDATE documents SET instead = ?, replaced = ? WHERE id = ?", [instead, replaced, id_])


def _told(before: dict[str, Document], now: dict[str, Document]) -> list[Note]:
    return [
        _note(document, now[document.instead])
        for document in now.values()
        if document.instead and document.instead != before[document.id].instead
    ]


def _note(document: Document, other: Document) -> Note:
    code = "same_twice" if document.replaced == "duplicate" else "newer_version"
    return Note.of(code, path=document.path, title=document.title, other=other.title, other_path=other.path)
