"""`jianda read`: what is understood of files and what is left out, without loading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.cli.output.parsed_text import document_lines
from bot.documents.file_reasons import reason
from bot.documents.load_warnings import in_words
from bot.rendering.json import dump
from knowledge.indexing.file_reading import read_files
from knowledge.indexing.load_report import FileOutcome
from loaders.metadata.manifest import Manifest

Json = dict[str, Any]


def parsed_files(paths: Sequence[Path]) -> Iterator[Json]:
    """Each document of some files, or the error of a file that cannot be read, in order; the keys are those of the JSON."""
    for reading in read_files(paths, Manifest()):
        if not reading.answers:
            yield _failed(FileOutcome(reading.seen.path, "failed", error="EmptyArchive"))
        for answer in reading.answers:
            yield from _documents(answer)


def as_json(record: Json) -> str:
    """A document or an error as a line of JSON."""
    return dump(record)


def as_text(record: Json) -> str:
    """A document or an error for people."""
    return "\n".join([*document_lines(record), ""])


def _documents(answer: Json) -> Iterator[Json]:
    path = answer["path"]
    if "error" in answer:
        yield _failed(FileOutcome(path, "failed", answer.get("detail", ""), error=answer["error"]))
        return
    warnings = [in_words(warning) for warning in answer["warnings"]]
    for number, document in enumerate(answer["documents"]):
        yield {"path": path, **document, "warnings": warnings if number == 0 else []}


def _failed(outcome: FileOutcome) -> Json:
    return {"path": outcome.path, "error": reason(outcome)}
