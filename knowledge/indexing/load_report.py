"""What a load did: what became of each file, and why."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any, Literal

from knowledge.corpus.reading_jobs import error_answer
from knowledge.indexing.ingestion import IngestedFile
from loaders.errors import LoaderError
from loaders.notes import Note, note_of

Outcome = Literal["added", "changed", "unchanged", "removed", "skipped", "failed"]

_NO_DOCUMENTS = frozenset({"UnknownFormat", "NestedArchive", "NotAFile", "Photograph"})


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file; `noise` counts the stretches left out of the text.

    `detail` tells what it holds: the titles of its speeches, the names of what was left out of an archive. `error` is
    the name of the error (of `loaders.errors`, or an OSError) that kept it from being read, `note` what there is to
    say of it.
    """

    path: str
    outcome: Outcome
    detail: str = ""
    warnings: tuple[Note, ...] = ()
    noise: int = 0
    error: str = ""
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, file by file."""

    files: tuple[FileOutcome, ...]
    warnings: tuple[Note, ...]
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether no file failed."""
        return all(file.outcome != "failed" for file in self.files)


def outcomes_of(reading: IngestedFile, earlier_paths: Set[str]) -> Iterator[FileOutcome]:
    """What became of a file of the corpus, or of each file in it when it is an archive.

    Arguments: what was read; the paths of the files that were known of it.
    """
    if not reading.answers:
        empty = Note("EmptyArchive")
        yield FileOutcome(reading.seen.path, "skipped", error=empty.code, note=empty)
    for answer in reading.answers:
        yield _failed(answer, earlier_paths) if "error" in answer else _loaded(answer, earlier_paths)
    if reading.junk:
        junk = Note.of("Junk", names="、".join(reading.junk))
        yield FileOutcome(reading.seen.path, "skipped", error=junk.code, note=junk)


def refused(path: str, error: LoaderError, earlier_paths: Set[str]) -> FileOutcome:
    """What is told of a file that is not read because of an error."""
    return _failed({"path": path, **error_answer(error)}, earlier_paths)


def error_note(answer: dict[str, Any]) -> Note:
    """What there is to say of a file for which an answer has an error."""
    return note_of(answer["note"]) if "note" in answer else Note(answer["error"])


def _failed(answer: dict[str, Any], earlier_paths: Set[str]) -> FileOutcome:
    """What nobody reads as a document is no failure, unless it was readable before."""
    path, error = answer["path"], answer["error"]
    skipped = error in _NO_DOCUMENTS and path not in earlier_paths
    outcome: Outcome = "skipped" if skipped else "failed"
    return FileOutcome(path, outcome, answer.get("detail", ""), error=error, note=error_note(answer))


def _loaded(answer: dict[str, Any], earlier_paths: Set[str]) -> FileOutcome:
    return FileOutcome(
        answer["path"],
        "changed" if answer["path"] in earlier_paths else "added",
        "；".join(answer["titles"]),
        tuple(map(note_of, answer["warnings"])),
        answer["noise"],
    )
