"""corpus.toml: what the files of a corpus do not say themselves."""

from __future__ import annotations

import datetime as dt
import os
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from loaders.errors import ManifestInvalid, NotAFile
from loaders.faults import system_fault, toml_fault
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import Metadata, PartialDate
from loaders.notes import Note
from loaders.regular_file import open_regular

NAME = "corpus.toml"
_SAID = ("title", "date", "place", "level", "subtitle", "speaker", "post", "number")
_SHARED = ("date", "place", "level")
STAFF = "editor"
"""Among readers: editors, and the admins and owners above them. They read every document, so no narrower role is named."""
_ID = lazy_pattern(r"-?\d+")
_DATE = lazy_pattern(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """What corpus.toml says of one speech; None where it says nothing.

    `readers`: who alone may read it, ids of people and chats, or `STAFF`; such an entry may name a folder.
    """

    file: str
    part: str | None = None
    title: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    level: str | None = None
    subtitle: str | None = None
    speaker: str | None = None
    post: str | None = None
    number: str | None = None
    readers: tuple[str, ...] | None = None

    def over(self, metadata: Metadata) -> Metadata:
        """Lay what the entry says over what the speech tells of itself.

        What is said of a file is not the title or the number of the plan that its notice issues, but its date and place.
        """
        names = _SHARED if self.part is None and metadata.belongs else _SAID
        values = {name: value for name in names if (value := getattr(self, name)) is not None}
        return replace(metadata, **values, told=None if self.date else metadata.told)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The entries of a corpus.toml."""

    entries: tuple[ManifestEntry, ...] = ()

    def overlay(self, path: str, metadata: Metadata) -> Metadata:
        """The metadata of a speech with the entries for its file and part laid over it."""
        for entry in self.entries:
            if entry.file == path and entry.part in (None, metadata.part):
                metadata = entry.over(metadata)
        return metadata

    def said_of(self, path: str) -> str:
        """All that is said of a file, or of the files in an archive, as a string that changes when anything does."""
        entries = self.of(path)
        return repr(entries) if entries else ""

    def of(self, path: str) -> list[ManifestEntry]:
        """The entries for a file, or for the files in an archive."""
        inside = f"{path}/"
        return [entry for entry in self.entries if entry.file == path or entry.file.startswith(inside)]


def read_manifest(corpus: Path) -> Manifest:
    """Read the corpus.toml of a folder; a folder without one has an empty manifest.

    Raises ManifestInvalid with the reason in one line.
    """
    path = corpus / NAME
    if not os.path.lexists(path):
        return Manifest()
    try:
        with open_regular(path) as file:
            data = tomllib.loads(file.read().decode("utf-8-sig"))
    except NotAFile as error:
        raise ManifestInvalid(error.note) from error
    except OSError as error:
        raise ManifestInvalid(system_fault(error)) from error
    except ValueError as error:
        raise ManifestInvalid(toml_fault(error)) from error
    unknown = sorted(set(data) - {"document"})
    if unknown:
        raise ManifestInvalid(Note.of("manifest.top_key", key=unknown[0]))
    rows = data.get("document", [])
    if not isinstance(rows, list):
        raise ManifestInvalid(Note.of("manifest.brackets"))
    return Manifest(tuple(_entry(row, i) for i, row in enumerate(rows, 1)))


def _entry(row: dict[str, Any], count: int) -> ManifestEntry:
    names = {field.name for field in fields(ManifestEntry)}
    unknown = sorted(set(row) - names)
    if unknown:
        raise ManifestInvalid(
            Note.of("manifest.key", entry=count, key=unknown[0], known="、".join(sorted(names)))
        )
    if not isinstance(row.get("file"), str):
        raise ManifestInvalid(Note.of("manifest.file", entry=count))
    readers = _readers(row.get("readers"), count)
    for name in names - {"date", "readers"}:
        if not isinstance(row.get(name, ""), str):
            raise ManifestInvalid(Note.of("manifest.text", entry=count, key=name))
    return ManifestEntry(**{**row, "date": _date(row.get("date"), count), "readers": readers})


def _readers(value: object, count: int) -> tuple[str, ...] | None:
    """The ids of people and chats, as text, and what stands for those who look after the documents."""
    if value is None:
        return None
    known = isinstance(value, list) and all(type(reader) in (int, str) for reader in value)
    readers = tuple(str(reader).strip() for reader in value) if known and isinstance(value, list) else ("",)
    if not all(reader == STAFF or _ID.fullmatch(reader) for reader in readers):
        raise ManifestInvalid(Note.of("manifest.readers", entry=count))
    return readers


def _date(value: object, count: int) -> PartialDate | None:
    """A date as TOML has it, or a year or month alone (2022, "2022-03")."""
    if value is None:
        return None
    if isinstance(value, dt.date):
        return PartialDate(value.year, value.month, value.day)
    match = _DATE.fullmatch(str(value))
    if not match:
        raise ManifestInvalid(Note.of("manifest.date", entry=count, date=str(value)))
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    return PartialDate(year, month, day)
