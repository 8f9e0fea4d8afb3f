"""Keeps a knowledge base up to date with a corpus folder."""

from __future__ import annotations

import datetime as dt
import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from knowledge import analysis, thesaurus
from knowledge.analysis import Analyzer
from knowledge.annotation import annotate
from knowledge.errors import CorpusEmpty, CorpusMissing, DatabaseMissing, ManifestInvalid
from knowledge.store.files import next_version, only_one, open_database
from knowledge.store.likeness import settle
from knowledge.store.store import Store
from knowledge.store.writer import Writer
from loaders import manifest, registry
from loaders.errors import LoaderError, UnknownFormat
from loaders.errors import ManifestInvalid as InvalidEntries
from loaders.manifest import Manifest, read_manifest
from loaders.outline import LoadedFile

Progress = Callable[[int, int], None]
Outcome = Literal["added", "changed", "unchanged", "removed", "skipped", "failed"]


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file; `noise` counts the stretches left out of the text."""

    path: str
    outcome: Outcome
    detail: str = ""
    warnings: tuple[str, ...] = ()
    noise: int = 0


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, file by file."""

    files: tuple[FileOutcome, ...]
    warnings: tuple[str, ...]
    seconds: float

    @property
    def ok(self) -> bool:
        """Whether no file failed."""
        return all(file.outcome != "failed" for file in self.files)


@dataclass(frozen=True, slots=True)
class _Base:
    """What is loaded: the hash of each file; whether there is nothing yet, or it was made by another analyzer."""

    digests: dict[str, str]
    missing: bool
    stale: bool


@dataclass(frozen=True, slots=True)
class _Changed:
    path: str
    data: bytes
    digest: str


def load(
    corpus: Path, database: Path, allow_empty: bool = False, progress: Progress = lambda done, total: None
) -> LoadReport:
    """Bring a knowledge base up to date with a corpus folder.

    Only files whose content (or what corpus.toml says of them) changed are read; the next version is built aside
    and swapped in at once. A file that fails keeps what was known of it. `progress` is told before each file that
    is read how many are done and how many there are; what it raises stops the load, with the old version in
    place. Raises CorpusMissing, CorpusEmpty,
    ManifestInvalid, LoadInProgress, DatabaseDamaged or DatabaseTooNew.
    """
    began = time.monotonic()
    with only_one(database):
        entries = _entries(corpus)
        base = _base(database)
        paths = dict(_documents(corpus))
        if not paths and base.digests and not allow_empty:
            raise CorpusEmpty(corpus)
        outcomes, replaced = _update(database, base, entries, paths, progress)
    absent = sorted({entry.file for entry in entries.entries} - set(paths))
    missing = tuple(f"corpus.toml names {name}, which is not there" for name in absent)
    warnings = (*missing, *replaced)
    return LoadReport(tuple(sorted(outcomes, key=lambda o: o.path)), warnings, time.monotonic() - began)


def _entries(corpus: Path) -> Manifest:
    if not corpus.is_dir():
        raise CorpusMissing(corpus)
    try:
        return read_manifest(corpus)
    except InvalidEntries as error:
        raise ManifestInvalid(corpus / manifest.NAME, error.detail) from error


def _base(database: Path) -> _Base:
    try:
        store = Store(open_database(database))
    except DatabaseMissing:
        return _Base({}, missing=True, stale=True)
    try:
        return _Base(store.digests(), missing=False, stale=store.fact("analyzer") != _analyzer_version())
    finally:
        store.close()


def _analyzer_version() -> str:
    return f"{analysis.VERSION}-{thesaurus.version()}"


def _documents(corpus: Path) -> Iterator[tuple[str, Path]]:
    """The files of a corpus that may be documents, by path relative to it."""
    for path in sorted(corpus.rglob("*")):
        relative = path.relative_to(corpus)
        hidden = any(part.startswith((".", "~$")) for part in relative.parts)
        if path.is_file() and not hidden and path.name != manifest.NAME:
            yield relative.as_posix(), path


def _update(
    database: Path, base: _Base, entries: Manifest, paths: dict[str, Path], progress: Progress
) -> tuple[list[FileOutcome], list[str]]:
    outcomes: list[FileOutcome] = []
    warnings: list[str] = []
    changed: list[_Changed] = []
    for path, file in paths.items():
        _compare(path, file, entries, base, outcomes, changed)
    gone = sorted(set(base.digests) - set(paths))
    if changed or gone or base.missing:
        with next_version(database, base.missing) as db:
            writer = Writer(db)
            analyzer = Analyzer(thesaurus.field_words())
            for done, one in enumerate(changed):
                progress(done, len(changed))
                outcomes.append(_put(writer, analyzer, one, entries, one.path in base.digests))
            for path in gone:
                writer.remove(path)
            warnings = settle(db)
            writer.count_characters()
            writer.note("analyzer", _analyzer_version())
            writer.note("loaded", dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))
    return [*outcomes, *(FileOutcome(path, "removed") for path in gone)], warnings


def _compare(
    path: str,
    file: Path,
    entries: Manifest,
    base: _Base,
    outcomes: list[FileOutcome],
    changed: list[_Changed],
) -> None:
    """Read a file and note whether it is as it was loaded."""
    try:
        data = file.read_bytes()
    except OSError as error:
        outcomes.append(FileOutcome(path, "failed", error.strerror or str(error)))
        return
    digest = hashlib.blake2b(data + entries.said_of(path).encode(), digest_size=16).hexdigest()
    if base.digests.get(path) == digest and not base.stale:
        outcomes.append(FileOutcome(path, "unchanged"))
    else:
        changed.append(_Changed(path, data, digest))


def _put(
    writer: Writer, analyzer: Analyzer, one: _Changed, entries: Manifest, was_known: bool
) -> FileOutcome:
    try:
        file = registry.load(one.data, one.path, entries)
        documents = annotate(file, one.path, analyzer)
    except UnknownFormat as error:
        return FileOutcome(one.path, "failed" if was_known else "skipped", str(error))
    except LoaderError as error:
        return FileOutcome(one.path, "failed", str(error))
    writer.put(one.path, one.digest, file, documents)
    return _put_outcome(one.path, file, was_known)


def _put_outcome(path: str, file: LoadedFile, was_known: bool) -> FileOutcome:
    titles = "；".join(speech.metadata.title for speech in file.speeches)
    dated = [
        f"《{s.metadata.title}》 is taken to be of {s.metadata.date.year}, as it says “{s.metadata.told}”"
        for s in file.speeches
        if s.metadata.told and s.metadata.date
    ]
    undated = [
        f"《{s.metadata.title}》 has no date: relative times stay unresolved"
        for s in file.speeches
        if not s.metadata.date
    ]
    warnings = (*file.warnings, *dated, *undated)
    return FileOutcome(path, "changed" if was_known else "added", titles, warnings, len(file.noise))
