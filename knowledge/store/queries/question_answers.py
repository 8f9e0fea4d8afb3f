"""The stored pairs of a question with its answer, as they are read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from knowledge.documents import Document
from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list
from knowledge.store.queries.reading import iterate_rows
from knowledge.store.records import PlacedPair, QuestionAnswer

_SAME = ("id", "passage", "topic", "question", "kind", "start", "end")
_COLUMNS = ", ".join(f'q."{column}"' for column in (*_SAME, "variants", "said_start", "said_end"))
_FROM = "FROM pairs q JOIN passages p ON p.id = q.passage JOIN documents d ON d.id = p.document"
_ORDER = "ORDER BY d.path, d.position, p.position, q.rowid"


def pairs_of_passages(db: Connection, passages: Sequence[str]) -> dict[str, list[QuestionAnswer]]:
    """The pairs of passages, by passage."""
    pairs: dict[str, list[QuestionAnswer]] = {}
    where = f"WHERE q.passage {in_list(passages)} ORDER BY q.rowid"
    for row in iterate_rows(db, f"SELECT {_COLUMNS} FROM pairs q {where}", list(passages)):
        pairs.setdefault(row["passage"], []).append(_pair(row))
    return pairs


def pairs_of_topic(
    db: Connection, topic: str, scope: Collection[str] = (), also: Collection[str] = ()
) -> list[QuestionAnswer]:
    """The pairs that a topic keys and those of some ids, in the order of the documents; `scope` holds ids of documents,
    none for all."""
    inside = f"AND p.document {in_list(scope)}" if scope else ""
    wanted = f"(q.topic = ? OR q.id {in_list(also)})" if also else "q.topic = ?"
    rows = iterate_rows(
        db, f"SELECT {_COLUMNS} {_FROM} WHERE {wanted} {inside} {_ORDER}", [topic, *also, *scope]
    )
    return [_pair(row) for row in rows]


def placed_pairs(db: Connection, documents: Mapping[str, Document]) -> Iterator[PlacedPair]:
    """All pairs of some documents in their order, each with its answer and where it stands."""
    answer = (
        "substr(p.text, CAST(q.start - p.start + 1 AS INTEGER), CAST(q.end - q.start AS INTEGER)) AS answer"
    )
    for row in iterate_rows(db, f"SELECT {_COLUMNS}, {answer}, p.headings, p.document {_FROM} {_ORDER}"):
        if document := documents.get(row["document"]):
            section = tuple(json.loads(row["headings"]))
            yield PlacedPair(_pair(row), row["answer"], document, section)


def _pair(row: Mapping[str, Any]) -> QuestionAnswer:
    start, end = row["said_start"], row["said_end"]
    said_span = None if start is None or end is None else (start, end)
    variants = tuple(json.loads(row["variants"] or "[]"))
    return QuestionAnswer(**{name: row[name] for name in _SAME}, variants=variants, said=said_span)
