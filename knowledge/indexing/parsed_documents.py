"""The documents of a file as they were parsed: plain data that can be handed between processes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any

from knowledge.passages.passages import split
from loaders.blocks.source import LeftOut
from loaders.blocks.tables import Row
from loaders.metadata.metadata import Metadata
from loaders.structure.coverage import spans
from loaders.structure.outline import LoadedFile, Speech

Json = dict[str, Any]

_FACTS = ("part", "title", "subtitle", "number", "place", "level", "speaker", "issuer")


def parsed_documents(file: LoadedFile) -> list[Json]:
    """What was understood of each document of a file and what was left out of it.

    The keys are those that `jianda read --json` prints; spans are in characters of the decoded text, end exclusive.
    """
    left_out: list[list[LeftOut]] = [[] for _ in file.speeches]
    begins = [min(start for start, _ in spans(speech)) for speech in file.speeches]
    for stretch in file.noise:
        left_out[max(0, bisect_right(begins, _place(file, stretch)) - 1)].append(stretch)
    return [_document(file, *pair) for pair in zip(file.speeches, left_out, strict=True)]


def _place(file: LoadedFile, stretch: LeftOut) -> int:
    """Where a stretch stood in print: what a format leaves out comes after its text, but on a page of it."""
    is_apart = file.pages and stretch.page and stretch.start >= file.pages[-1]
    return file.pages[min(stretch.page, len(file.pages)) - 1] if is_apart and stretch.page else stretch.start


def _document(file: LoadedFile, speech: Speech, left_out: Sequence[LeftOut]) -> Json:
    text = file.text
    rows = [*_passages(file, speech), *_header_rows(file, speech)]
    return {
        **{name: getattr(speech.metadata, name) for name in _FACTS},
        "date": _date(speech.metadata),
        "head": [{**_stretch(text, line.start, line.end), "as": line.kind} for line in speech.head],
        "sections": [
            {"level": heading.level, "heading": heading.text, "span": [heading.start, heading.end]}
            for heading in speech.headings
        ],
        "passages": sorted(rows, key=itemgetter("span")),
        "left_out": [
            {**_stretch(text, line.start, line.end), "reason": line.reason, "page": line.page}
            for line in left_out
        ],
    }


def _date(metadata: Metadata) -> str | None:
    """The date that the document was signed, else the one that it is for."""
    date = metadata.signed or metadata.date
    return date.iso if date else None


def _stretch(text: str, start: int, end: int) -> Json:
    return {"text": text[start:end], "span": [start, end]}


def _passages(file: LoadedFile, speech: Speech) -> Iterator[Json]:
    for passage in split(file.text, speech.paragraphs):
        row = _cells(file.text, passage.row) if passage.row else None
        yield _passage(file, passage.headings, (passage.start, passage.end), row)


def _header_rows(file: LoadedFile, speech: Speech) -> Iterator[Json]:
    """The rows that name the columns of tables: rows without cells of their own."""
    for row in speech.header_rows:
        yield _passage(file, (), (row.start, row.end), [])


def _passage(
    file: LoadedFile, section: Sequence[str], span: tuple[int, int], row: list[list[str]] | None
) -> Json:
    return {
        "section": list(section),
        **_stretch(file.text, *span),
        "row": row,
        "page": file.page_at(span[0]),
        "recognised": file.is_recognised(*span),
    }


def _cells(text: str, row: Row) -> list[list[str]]:
    return [[cell.header, text[cell.start : cell.end]] for cell in row.cells]
