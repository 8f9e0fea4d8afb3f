"""A file and its annotated documents as rows of the tables, plain data that can be handed between processes; and rows as
what they stand for."""

from __future__ import annotations

import base64
import datetime as dt
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

from knowledge.deadlines.deadlines import Deadline
from knowledge.deadlines.responsible_bodies import Responsible
from knowledge.documents import Document
from knowledge.ids import IdMaker
from knowledge.store.records import AnnotatedDocument, QuestionAnswer, StoredPassage, Terms
from knowledge.targets.targets import Target
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import LoadedFile

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""The rows of one file by table."""


class RowsInTurn:
    """The rows of many files, packed until they are asked for: those of a large archive would fill the memory."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        self._packed = packed

    def __iter__(self) -> Iterator[Rows]:
        return map(unpacked, self._packed)


_DATELESS = {"year": None, "month": None, "day": None}


def file_rows(path: str, file: LoadedFile, documents: Sequence[AnnotatedDocument]) -> Rows:
    """The rows of a file: its text, its documents and all that was found in them.

    Arguments: the path relative to the corpus folder; the file as loaded; its documents, annotated. A row of
    `passages` holds the terms of its passage beside the columns of the table.
    """
    rows: Rows = {"files": [_file_row(path, file)]}
    for position, annotated in enumerate(documents):
        fields_of_document = asdict(annotated.document)
        del fields_of_document["namesake"]
        date = fields_of_document.pop("date") or _DATELESS
        rows.setdefault("documents", []).append({**fields_of_document, **date, "position": position})
        for table, rows_inside in _inside(annotated).items():
            rows.setdefault(table, []).extend(rows_inside)
    return rows


def packed(rows: Rows) -> bytes:
    """The rows of a file in about a tenth of the memory."""
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"), level=1)


_OUTSIDE = frozenset({"date", "namesake"})  # fields of a document that are no columns of its row


def unpacked(data: bytes) -> Rows:
    """The rows that were packed."""
    rows: Rows = json.loads(zlib.decompress(data))
    return rows


def _file_row(path: str, file: LoadedFile) -> Row:
    return {
        "path": path,
        "text": file.text,
        "encoding": file.encoding,
        "noise": _json([asdict(stretch) for stretch in file.noise]),
        "warnings": _json([note.plain() for note in file.warnings]),
    }


def _inside(annotated: AnnotatedDocument) -> Rows:
    document = annotated.document.id
    return {
        "passages": _passages(annotated),
        "pairs": [_pair(pair) for pair in _first_of_each(annotated.pairs)],
        "deadlines": _dated_rows(document, annotated.deadlines),
        "targets": _dated_rows(document, annotated.targets),
    }


def _passages(annotated: AnnotatedDocument) -> list[Row]:
    vectors = annotated.vectors or [b""] * len(annotated.passages)
    return [
        _passage(passage, terms, packed_vectors)
        for (passage, terms), packed_vectors in zip(annotated.passages, vectors, strict=True)
    ]


def _passage(passage: StoredPassage, terms: Terms, vectors: bytes) -> Row:
    row = _columns(passage)
    words = {
        "body": terms.body,
        "above": terms.headings,
        "questions": terms.questions,
        "sounds": terms.sounds,
        "vectors": base64.b64encode(vectors).decode("ascii"),
    }
    lists = {name: _json(value) for name, value in row.items() if isinstance(value, tuple)}
    return row | words | lists | {"redacted": int(passage.redacted), "recognised": int(passage.recognised)}


def _dated_rows(document: str, dated: Iterable[tuple[str, Deadline | Target]]) -> list[Row]:
    make_id = IdMaker(document)
    return [_dated(make_id, document, passage, item) for passage, item in dated]


def _dated(make_id: IdMaker, document: str, passage: str, item: Deadline | Target) -> Row:
    row = _columns(item)
    start, end = row.pop("sentence_span")
    for name in ("start", "end", "by"):
        if row.get(name):
            row[name] = row[name].isoformat()
    if isinstance(item, Deadline):
        roles = [(responsible.body, responsible.role) for responsible in item.roles]
        row |= {"bodies": _json(item.bodies), "roles": _json(roles), "also": _json(item.also)}
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


def _pair(pair: QuestionAnswer) -> Row:
    row = _columns(pair)
    said_span = row.pop("said") or (None, None)
    return row | {"variants": _json(pair.variants), "said_start": said_span[0], "said_end": said_span[1]}


def _first_of_each(pairs: Sequence[QuestionAnswer]) -> list[QuestionAnswer]:
    return list({pair.id: pair for pair in reversed(pairs)}.values())[::-1]


def _columns(record: QuestionAnswer | Deadline | Target | StoredPassage) -> Row:
    """The fields of a record by name, as they are: `dataclasses.asdict` would copy each value."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def document_of(row: Row) -> Document:
    """The document of a row of `documents`."""
    date = PartialDate(row["year"], row["month"], row["day"]) if row["year"] else None
    same = {field.name: row[field.name] for field in fields(Document) if field.name not in _OUTSIDE}
    return Document(**{**same, "recognised": bool(row["recognised"])}, date=date)


PASSAGE_COLUMNS = 'id, document, position, start, "end", text, headings, topic, topics, role, redacted, "row", page, recognised'


def passage_of(row: Row) -> StoredPassage:
    """The passage of a row of `passages`."""
    values = {name: value for name, value in row.items() if name != "number"}
    values["headings"] = tuple(json.loads(values["headings"]))
    values["topics"] = tuple(json.loads(values["topics"]))
    values["redacted"] = bool(values["redacted"])
    values["recognised"] = bool(values["recognised"])
    values["row"] = tuple((header, words) for header, words in json.loads(values["row"] or "[]"))
    return StoredPassage(**values)


def deadline_of(row: Row) -> Deadline:
    """The deadline of a row of `deadlines`."""
    return Deadline(
        kind=row["kind"],
        phrase=row["phrase"],
        sentence=row["sentence"],
        task=row["task"],
        start=_day(row["start"]),
        end=_day(row["end"]),
        precision=row["precision"],
        redacted=bool(row["redacted"]),
        bodies=tuple(json.loads(row["bodies"])),
        sentence_span=(row["sentence_start"], row["sentence_end"]),
        id=row["id"],
        roles=tuple(Responsible(body, role) for body, role in json.loads(row["roles"] or "[]")),
        explanation=row["explanation"] or "",
        also=tuple(json.loads(row["also"] or "[]")),
    )


def target_of(row: Row) -> Target:
    """The target of a row of `targets`."""
    return Target(
        indicator=row["indicator"],
        op=row["op"],
        value=row["value"],
        unit=row["unit"],
        by=_day(row["by"]),
        sentence=row["sentence"],
        redacted=bool(row["redacted"]),
        sentence_span=(row["sentence_start"], row["sentence_end"]),
        base=row["base"],
    )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value) if value else None
