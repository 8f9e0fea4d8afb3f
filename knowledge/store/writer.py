"""Writing documents into a knowledge base."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlite_utils import Database

from knowledge.deadlines import Deadline
from knowledge.ids import IdMaker
from knowledge.store.records import Annotated, Pair, StoredPassage, Terms
from knowledge.targets import Target
from loaders.outline import LoadedFile, Noise

_HAN = re.compile(r"[\u3400-\u9fff]")


class Writer:
    """Puts files into a knowledge base and takes them out; the caller holds the transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db
        row = db.execute("SELECT coalesce(max(number), 0) FROM passages").fetchone()
        self._number = int(row[0])

    def put(self, path: str, digest: str, file: LoadedFile, documents: Sequence[Annotated]) -> None:
        """Put a file in the place of what was known of it; `digest` is the hash of what was loaded."""
        self.remove(path)
        self._db.table("files").insert(
            {
                "path": path,
                "digest": digest,
                "text": file.text,
                "encoding": file.encoding,
                "noise": _json([_noise(stretch) for stretch in file.noise]),
                "warnings": _json(file.warnings),
            }
        )
        for position, annotated in enumerate(documents):
            self._put_document(position, annotated)

    def remove(self, path: str) -> None:
        """Take a file and all that was made of it out of the knowledge base."""
        ids = [
            row[0] for row in self._db.execute("SELECT id FROM documents WHERE path = ?", [path]).fetchall()
        ]
        for document in ids:
            self._remove_document(document)
        self._db.execute("DELETE FROM files WHERE path = ?", [path])

    def count_characters(self) -> None:
        """Note in how many passages each Chinese character stands."""
        rows = self._db.execute("SELECT text FROM passages")
        counts = Counter(character for (text,) in rows for character in set(_HAN.findall(text)))
        self.note("characters", _json(counts))

    def note(self, name: str, value: str) -> None:
        """Note a fact of the knowledge base."""
        self._db.table("facts").upsert({"name": name, "value": value}, pk="name")

    def _put_document(self, position: int, annotated: Annotated) -> None:
        document = asdict(annotated.document)
        date = document.pop("date") or {"year": None, "month": None, "day": None}
        self._db.table("documents").insert({**document, **date, "position": position})
        for passage, terms in annotated.passages:
            self._put_passage(passage, terms)
        self._db.table("pairs").insert_all([asdict(pair) for pair in _first_of_each(annotated.pairs)])
        self._put_dated("deadlines", annotated.document.id, annotated.deadlines)
        self._put_dated("targets", annotated.document.id, annotated.targets)

    def _put_passage(self, passage: StoredPassage, terms: Terms) -> None:
        self._number += 1
        row = asdict(passage) | {
            "number": self._number,
            "headings": _json(passage.headings),
            "topics": _json(passage.topics),
            "redacted": int(passage.redacted),
            "row": _json(passage.row) if passage.row else None,
        }
        self._db.table("passages").insert(row)
        columns = (self._number, terms.body, terms.headings, terms.questions)
        self._db.execute("INSERT INTO terms (rowid, body, headings, questions) VALUES (?, ?, ?, ?)", columns)
        self._db.execute("INSERT INTO sounds (rowid, body) VALUES (?, ?)", (self._number, terms.sounds))

    def _put_dated(self, table: str, document: str, found: Iterable[tuple[str, Deadline | Target]]) -> None:
        make_id = IdMaker(document)
        rows = [_dated(make_id, document, passage, item) for passage, item in found]
        self._db.table(table).insert_all(rows)

    def _remove_document(self, document: str) -> None:
        inside = "SELECT number FROM passages WHERE document = ?"
        for table in ("terms", "sounds"):
            self._db.execute(f"DELETE FROM {table} WHERE rowid IN ({inside})", [document])
        ids = "SELECT id FROM passages WHERE document = ?"
        self._db.execute(f"DELETE FROM pairs WHERE passage IN ({ids})", [document])
        for table in ("deadlines", "targets", "passages"):
            self._db.execute(f"DELETE FROM {table} WHERE document = ?", [document])
        self._db.execute("DELETE FROM documents WHERE id = ?", [document])


def _dated(make_id: IdMaker, document: str, passage: str, item: Deadline | Target) -> dict[str, Any]:
    row = asdict(item)
    start, end = row.pop("sentence_span")
    for name in ("start", "end", "by"):
        if row.get(name):
            row[name] = row[name].isoformat()
    if "bodies" in row:
        row["bodies"] = _json(row["bodies"])
    what = row.get("phrase") or row.get("indicator")
    id_ = make_id(type(item).__name__, item.sentence, what)
    row["redacted"] = int(item.redacted)
    return row | {
        "id": id_,
        "document": document,
        "passage": passage,
        "sentence_start": start,
        "sentence_end": end,
    }


def _first_of_each(pairs: Sequence[Pair]) -> list[Pair]:
    return list({pair.id: pair for pair in reversed(pairs)}.values())[::-1]


def _noise(noise: Noise) -> dict[str, Any]:
    return asdict(noise)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
