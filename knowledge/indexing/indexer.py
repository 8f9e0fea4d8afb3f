"""Keeps a knowledge base up to date with a corpus folder."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from knowledge.corpus.scan import FileState, empty_folders, same_content, scan
from knowledge.corpus.settings import PublicHolidays, public_holidays
from knowledge.errors import CorpusEmpty, CorpusMissing, DatabaseDamaged, DatabaseMissing, ManifestInvalid
from knowledge.indexing.ingestion import THIS_MACHINE, IngestedFile, Ingestion, ReadingResources
from knowledge.indexing.load_report import FileOutcome, LoadReport, outcomes_of, refused
from knowledge.indexing.recognition import Recognition
from knowledge.lexicon import thesaurus
from knowledge.readers import ReadingRule, packed, unpacked
from knowledge.semantics import encoder
from knowledge.store.duplicates import settle_duplicates
from knowledge.store.files import keep_damaged, next_version, only_one, open_database
from knowledge.store.reader import Store
from knowledge.store.records import SourceFile
from knowledge.store.rows import RowsInTurn
from knowledge.store.soundness import digest_of
from knowledge.store.source import LoadChanges
from knowledge.store.writer import Writer
from knowledge.text import analyzer
from loaders.errors import DamagedFile, UnknownFormat
from loaders.errors import ManifestInvalid as InvalidEntries
from loaders.formats import FORMATS
from loaders.formats.pages.recognised_page import SCANNED
from loaders.metadata import manifest
from loaders.metadata.manifest import Manifest, read_manifest
from loaders.notes import Note
from loaders.recognition.engine import is_installed
from loaders.structure import composition

MOST_ANCESTORS = (
    100  # versions of which the digests are noted: more loads than are likely to go unpublished in turn
)

Progress = Callable[[int, int], None]
Told = Callable[[FileOutcome], None]


@dataclass(frozen=True, slots=True)
class _Base:
    """What is loaded: the files of the corpus as they were read, and the paths of the files in each.

    `missing`: there is nothing yet, or (`damaged`) nothing that can be used; `stale`: another analyzer or way of reading
    made it; `formats`: the loaders that there were; `readers`: who might read what; `scanned`: the files with
    pages that nobody recognised; `ancestors`: the digests of this version and those before it, the newest first, in one
    text.
    """

    origins: dict[str, SourceFile] = field(default_factory=dict)
    paths: dict[str, list[str]] = field(default_factory=dict)
    missing: bool = True
    damaged: bool = False
    stale: bool = True
    formats: str = ""
    readers: str = "[]"
    scanned: frozenset[str] = frozenset()
    ancestors: str = ""


@dataclass(frozen=True, slots=True)
class _Maker:
    """What makes a version of the knowledge base, when, and who may read which of its documents."""

    stamp: str
    now: dt.datetime | None
    readers: str


def load(
    corpus: Path,
    database: Path,
    allow_empty: bool = False,
    progress: Progress = lambda done, total: None,
    report_file: Told = lambda outcome: None,
    now: dt.datetime | None = None,
    resources: ReadingResources = THIS_MACHINE,
) -> LoadReport:
    """Bring a knowledge base up to date with a corpus folder.

    Only files that look changed and whose content (or what corpus.toml says of them) changed are read; the next
    version is built aside and swapped in at once. A file that fails keeps what was known of it. `progress` is told
    at least before each file that is read how many are done and how many there are; what it raises stops the load,
    with the old version in place. `told` is told what became of each file that was read. `now`, an aware time, is
    noted as that of the load; None: nobody needs to know. `resources` read the files; where they name no recognition its pages are kept
    beside the knowledge base. A damaged knowledge base is built anew. At the end it is published, also where nothing has
    changed, unless the folder holds nothing; what that raises leaves the file as it is. Raises
    CorpusMissing, CorpusEmpty, ManifestInvalid, HolidaysInvalid, LoadInProgress, DatabaseDamaged (the file is another
    kind of file, or the folder is empty), DatabaseTooNew, DatabaseUnusable or PublicationRefused.
    """
    began = time.monotonic()
    with only_one(database):
        entries, holidays = _entries(corpus), public_holidays(corpus)
        stamp = _stamp(holidays)
        base = _base(database, stamp)
        files = list(scan(corpus, entries))
        holds_something = allow_empty or any(_stands_for_something(file, base) for file in files)
        if not holds_something:
            _refuse_emptiness(corpus, database, base)
        changed = [file for file in files if not (file.problem or _is_known(file, base, corpus))]
        again = {file.path for file in changed}
        outcomes = [_unread(file, base) for file in files if file.path not in again]
        gone = sorted(set(base.origins) - {file.path for file in files})
        settled = [Note.of("rebuilt", kept=f"{database.name}.damaged")] if base.damaged else []
        readers = packed(_rules(entries))
        changes = _changes(base, {*again, *gone}, readers)
        if changes.is_written:
            recognition = resources.recognition or Recognition.beside(database)
            resources = replace(resources, recognition=recognition)
            readings = Ingestion(corpus, entries, changed, holidays=holidays.days, resources=resources)
            with closing(readings.read(lambda: progress(readings.given, len(changed)))) as ingested:
                for outcome in _update(database, base, gone, ingested, settled, _Maker(stamp, now, readers)):
                    report_file(outcome)
                    outcomes.append(outcome)
        if resources.publish and holds_something:
            resources.publish(database, changes)
    folders = (Note.of("empty_folder", folder=name) for name in empty_folders(corpus))
    warnings = (*_absent(entries, files, outcomes, base), *folders, *settled)
    return LoadReport(tuple(sorted(outcomes, key=lambda o: o.path)), warnings, time.monotonic() - began)


def _changes(base: _Base, paths: Set[str], readers: str) -> LoadChanges:
    """What a load does which reads or removes the files of these paths."""
    rules = {manifest.NAME} if readers != base.readers else frozenset()
    is_written = bool(paths or rules or base.missing)
    return LoadChanges(is_written, frozenset() if base.missing else (paths & base.origins.keys()) | rules)


def _entries(corpus: Path) -> Manifest:
    if not corpus.is_dir():
        raise CorpusMissing(corpus)
    try:
        return read_manifest(corpus)
    except InvalidEntries as error:
        raise ManifestInvalid(corpus / manifest.NAME, error.reason) from error


def _rules(entries: Manifest) -> list[ReadingRule]:
    restricted = (entry for entry in entries.entries if entry.readers is not None)
    return [ReadingRule(entry.file, entry.part, frozenset(entry.readers or ())) for entry in restricted]


def _base(database: Path, stamp: str) -> _Base:
    try:
        store = Store(open_database(database, thorough=True))
    except DatabaseMissing:
        return _Base()
    except DatabaseDamaged as error:
        if error.detail:
            raise
        keep_damaged(database)
        return _Base(damaged=True)
    try:
        stale = store.fact("analyzer") != stamp
        return _Base(
            store.origins(),
            store.paths(),
            False,
            False,
            stale,
            store.fact("formats") or "",
            store.fact("readers") or "[]",
            store.warned_of(SCANNED),
            " ".join([digest_of(database), *(store.fact("ancestors") or "").split()][:MOST_ANCESTORS]),
        )
    finally:
        store.close()


def _stamp(holidays: PublicHolidays) -> str:
    """What makes the same files other rows when it changes: the analyzer, the thesaurus, how documents are read, and
    the holidays of an admin and the encoder where there are any."""
    versions = (analyzer.VERSION, thesaurus.version(), str(composition.VERSION), holidays.version)
    return "-".join(filter(None, (*versions, encoder.version())))


def _formats() -> str:
    return ", ".join(sorted([*FORMATS, *(["scans"] if is_installed() else [])]))


def _absent(
    entries: Manifest, files: Sequence[FileState], outcomes: Sequence[FileOutcome], base: _Base
) -> Iterator[Note]:
    """A warning for each file that corpus.toml names and that is not there, in an archive neither."""
    present = {file.path for file in files} | {outcome.path for outcome in outcomes}
    present |= {path for paths in base.paths.values() for path in paths}
    present |= {str(folder) for path in present for folder in PurePosixPath(path).parents}
    for name in sorted({entry.file.rstrip("/") for entry in entries.entries} - present):
        yield Note.of("absent_file", file=name)


def _update(
    database: Path,
    base: _Base,
    gone: Sequence[str],
    readings: Iterator[IngestedFile],
    settled: list[Note],
    maker: _Maker,
) -> Iterator[FileOutcome]:
    """Build the next version of the knowledge base; gives what became of each file as it is written.

    `settled` is given a note for each document for which another is newly found to stand.
    """
    with next_version(database, base.missing) as db:
        writer = Writer(db)
        writer.encode_by(encoder.version())
        for reading in readings:
            earlier_paths = frozenset(base.paths.get(reading.seen.path, ()))
            outcomes = list(outcomes_of(reading, earlier_paths))
            failed = {outcome.path for outcome in outcomes if outcome.outcome == "failed"}
            unstored = _put(writer, reading, failed)
            for outcome in outcomes:
                is_stored = outcome.path not in unstored
                yield outcome if is_stored else refused(outcome.path, DamagedFile("rows"), earlier_paths)
        for path in gone:
            writer.remove(path)
            yield FileOutcome(path, "removed")
        settled += settle_duplicates(db)
        writer.note_removed([*unpacked(base.readers), *unpacked(maker.readers)])
        writer.write_indexes()
        writer.note("analyzer", maker.stamp)
        writer.note("formats", _formats())
        writer.note("readers", maker.readers)
        writer.note("ancestors", base.ancestors)
        now = maker.now
        writer.note("loaded", now.astimezone(dt.UTC).isoformat(timespec="seconds") if now else "")


def _put(writer: Writer, reading: IngestedFile, failed: Set[str]) -> Set[str]:
    """Put what could be read; what failed stays as it was, and the file is read again by the next load.

    Gives the paths of what was read and cannot be stored, which is left as it was, too.
    """
    if reading.origin is None or reading.seen.path in failed:
        return frozenset()
    unread = replace(reading.origin, digest="", modified=0)
    rows = RowsInTurn([answer["rows"] for answer in reading.answers if "rows" in answer])
    unstored = writer.put_origin(unread if failed else reading.origin, rows, failed)
    if unstored:
        writer.note_origin(unread)
    return unstored


def _refuse_emptiness(corpus: Path, database: Path, base: _Base) -> None:
    """Raises an error where an empty folder would empty a knowledge base, or leave a damaged one without repair."""
    if base.damaged:
        raise DatabaseDamaged(database, "rootless")
    if base.origins:
        raise CorpusEmpty(corpus)


def _stands_for_something(file: FileState, base: _Base) -> bool:
    """Whether something in the folder is a file that can be read, or one that could."""
    return file.problem is None or file.path in base.origins


def _is_known(file: FileState, base: _Base, corpus: Path) -> bool:
    """Whether a file is as it was read, by its looks or else by its content."""
    source_file = base.origins.get(file.path)
    unread = not base.paths.get(file.path) or file.path in base.scanned
    if source_file is None or base.stale or (base.formats != _formats() and unread):
        return False
    return file.looks_like(source_file) or same_content(file, source_file, corpus)


def _unread(file: FileState, base: _Base) -> FileOutcome:
    """What is told of a file that cannot be read, or is as it was read: one that nobody could read is skipped again."""
    if file.problem:
        return refused(file.path, file.problem, frozenset(base.paths.get(file.path, ())))
    if base.paths.get(file.path):
        return FileOutcome(file.path, "unchanged")
    return refused(file.path, UnknownFormat("before"), frozenset())
