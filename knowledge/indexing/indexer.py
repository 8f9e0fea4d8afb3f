"""Keeps a knowledge base up to date with a corpus folder."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from knowledge.corpus.scan import Seen, empty_folders, same_content, scan
from knowledge.errors import CorpusEmpty, CorpusMissing, DatabaseMissing, HolidaysInvalid, ManifestInvalid
from knowledge.ids import make_id
from knowledge.indexing.ingestion import Reading, Readings
from knowledge.indexing.load_report import FileOutcome, LoadReport, outcomes_of
from knowledge.lexicon import thesaurus
from knowledge.store.duplicates import settle
from knowledge.store.files import next_version, only_one, open_database
from knowledge.store.reader import Store
from knowledge.store.records import Origin
from knowledge.store.writer import Writer
from knowledge.temporal import holidays
from knowledge.temporal.holidays import Holidays, InvalidEntry
from knowledge.text import analyzer
from loaders import registry
from loaders.errors import ManifestInvalid as InvalidEntries
from loaders.errors import UnknownFormat
from loaders.metadata import manifest
from loaders.metadata.manifest import Manifest, read_manifest

Progress = Callable[[int, int], None]
Told = Callable[[FileOutcome], None]


@dataclass(frozen=True, slots=True)
class _Base:
    """What is loaded: the files of the corpus as they were read, and the paths of the files in each.

    `missing`: there is nothing yet; `stale`: another analyzer made it; `formats`: the loaders that there were.
    """

    origins: dict[str, Origin] = field(default_factory=dict)
    paths: dict[str, list[str]] = field(default_factory=dict)
    missing: bool = True
    stale: bool = True
    formats: str = ""


def load(
    corpus: Path,
    database: Path,
    allow_empty: bool = False,
    progress: Progress = lambda done, total: None,
    told: Told = lambda outcome: None,
) -> LoadReport:
    """Bring a knowledge base up to date with a corpus folder.

    Only files that look changed and whose content (or what corpus.toml says of them) changed are read; the next
    version is built aside and swapped in at once. A file that fails keeps what was known of it. `progress` is told
    at least before each file that is read how many are done and how many there are; what it raises stops the load,
    with the old version in place. `told` is told what became of each file that was read. Raises CorpusMissing,
    CorpusEmpty, ManifestInvalid, HolidaysInvalid, LoadInProgress, DatabaseDamaged or DatabaseTooNew.
    """
    began = time.monotonic()
    with only_one(database):
        entries, own = _entries(corpus), _own_holidays(corpus)
        stamp = _stamp(own)
        base = _base(database, stamp)
        files = list(scan(corpus, entries))
        if not files and base.origins and not allow_empty:
            raise CorpusEmpty(corpus)
        changed = [seen for seen in files if not _is_known(seen, base, corpus)]
        again = {seen.path for seen in changed}
        outcomes = [_as_before(seen, base) for seen in files if seen.path not in again]
        gone = sorted(set(base.origins) - {seen.path for seen in files})
        settled: list[str] = []
        if changed or gone or base.missing:
            readings = Readings(corpus, entries, _holidays(corpus, own), changed)
            with closing(readings.read(lambda: progress(readings.given, len(changed)))) as read:
                for outcome in _update(database, base, gone, read, settled, stamp):
                    told(outcome)
                    outcomes.append(outcome)
    folders = (f"{name} is an empty folder" for name in empty_folders(corpus))
    warnings = (*_absent(entries, files, outcomes, base), *folders, *settled)
    return LoadReport(tuple(sorted(outcomes, key=lambda o: o.path)), warnings, time.monotonic() - began)


def _entries(corpus: Path) -> Manifest:
    if not corpus.is_dir():
        raise CorpusMissing(corpus)
    try:
        return read_manifest(corpus)
    except InvalidEntries as error:
        raise ManifestInvalid(corpus / manifest.NAME, error.detail) from error


def _own_holidays(corpus: Path) -> str | None:
    """The words of the corpus folder's holidays.toml, None where there is none."""
    place = corpus / holidays.NAME
    try:
        return place.read_text(encoding="utf-8") if place.is_file() else None
    except (OSError, UnicodeDecodeError) as error:
        raise HolidaysInvalid(place, str(error)) from error


def _holidays(corpus: Path, own: str | None) -> Holidays:
    try:
        return holidays.with_own(own)
    except InvalidEntry as error:
        raise HolidaysInvalid(corpus / holidays.NAME, str(error)) from error


def _base(database: Path, stamp: str) -> _Base:
    try:
        store = Store(open_database(database))
    except DatabaseMissing:
        return _Base()
    try:
        stale = store.fact("analyzer") != stamp
        return _Base(store.origins(), store.paths(), False, stale, store.fact("formats") or "")
    finally:
        store.close()


def _stamp(own_holidays: str | None) -> str:
    """What a knowledge base is made by: the analyzer, the thesaurus, and the holidays of an admin where there are."""
    made_by = f"{analyzer.VERSION}-{thesaurus.version()}"
    return made_by if own_holidays is None else f"{made_by}-{make_id(own_holidays)}"


def _formats() -> str:
    return ", ".join(sorted(loader.name for loader in registry.LOADERS))


def _absent(
    entries: Manifest, files: Sequence[Seen], outcomes: Sequence[FileOutcome], base: _Base
) -> Iterator[str]:
    """A warning for each file that corpus.toml names and that is not there, in an archive neither."""
    there = {seen.path for seen in files} | {outcome.path for outcome in outcomes}
    there |= {path for paths in base.paths.values() for path in paths}
    for name in sorted({entry.file for entry in entries.entries} - there):
        yield f"corpus.toml names {name}, which is not there"


def _update(
    database: Path,
    base: _Base,
    gone: Sequence[str],
    readings: Iterator[Reading],
    settled: list[str],
    stamp: str,
) -> Iterator[FileOutcome]:
    """Build the next version of the knowledge base; gives what became of each file as it is written.

    `settled` is given a line for each document for which another is newly found to stand; `stamp` is what makes it.
    """
    with next_version(database, base.missing) as db:
        writer = Writer(db)
        for reading in readings:
            outcomes = list(outcomes_of(reading, base.paths.get(reading.seen.path, [])))
            _put(writer, reading, [outcome.path for outcome in outcomes if outcome.outcome == "failed"])
            yield from outcomes
        for path in gone:
            writer.remove(path)
            yield FileOutcome(path, "removed")
        settled += settle(db)
        writer.count_characters()
        writer.note("analyzer", stamp)
        writer.note("formats", _formats())
        writer.note("loaded", dt.datetime.now(dt.UTC).isoformat(timespec="seconds"))


def _put(writer: Writer, reading: Reading, failed: Sequence[str]) -> None:
    """Put what could be read; what failed stays as it was, and the file is read again by the next load."""
    if reading.origin is None or reading.seen.path in failed:
        return
    origin = replace(reading.origin, digest="", modified=0) if failed else reading.origin
    writer.put_origin(origin, [answer["rows"] for answer in reading.answers if "rows" in answer], failed)


def _is_known(seen: Seen, base: _Base, corpus: Path) -> bool:
    """Whether a file is as it was read, by its looks or else by its content."""
    known = base.origins.get(seen.path)
    if known is None or base.stale or (base.formats != _formats() and not base.paths.get(seen.path)):
        return False
    return seen.looks_like(known) or same_content(seen, known, corpus)


def _as_before(seen: Seen, base: _Base) -> FileOutcome:
    """What is told of a file that is as it was read: one that nobody could read is skipped again."""
    if base.paths.get(seen.path):
        return FileOutcome(seen.path, "unchanged")
    return FileOutcome(seen.path, "skipped", str(UnknownFormat()), error="UnknownFormat")
