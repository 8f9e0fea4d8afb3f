"""The text of corpus.toml, changed where something is said anew: comments, order and all else stay as they are."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import tomlkit
from tomlkit.items import AoT, Table

from loaders.errors import ManifestInvalid
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.notes import Note

_HEADER = lazy_pattern(r"^(?=[ \t]*\[\[[ \t]*document[ \t]*\]\])", re.MULTILINE)

Said = str | PartialDate | None


def with_fact(text: str, file: str, part: str | None, name: str, value: Said) -> str:
    """The text with one fact of a document.

    Arguments: the text of a corpus.toml; the file, and the part of it if it holds several speeches; the key (title,
    date, place) and its value, None for what the document says itself. Raises ValueError when the text is no TOML.
    """
    manifest = tomlkit.parse(text)
    entry = _entry_of(manifest, file, part)
    if entry is None and value is not None:
        entry = _added(manifest, file, part)
    if entry is None:
        return text
    if value is None:
        entry.pop(name, None)
    else:
        entry[name] = _written(value)
    return tomlkit.dumps(manifest)


def renamed(text: str, old: str, new: str) -> str:
    """The text with the entries of one file given to another; raises ValueError when it is no TOML."""
    manifest = tomlkit.parse(text)
    for entry in _entries(manifest):
        if entry.get("file") == old:
            entry["file"] = new
    return tomlkit.dumps(manifest)


def without_file(text: str, file: str) -> str:
    """The text without the entries of a file, the comments above the others left.

    Raises ValueError when it is no TOML, ManifestInvalid when the entries cannot be told apart in it.
    """
    entries = _entries(tomlkit.parse(text))
    gone = [entry.get("file") == file for entry in entries]
    before, *blocks = _HEADER.split(text)
    if len(blocks) != len(gone):  # a header within a string
        raise ManifestInvalid(Note.of("manifest.apart", file=file))
    blocks_left = (_rest(block) if goes else block for block, goes in zip(blocks, gone, strict=True))
    return before + "".join(blocks_left)


def _rest(block: str) -> str:
    """What stays of an entry that goes: the comments at its end belong to the next."""
    lines = block.splitlines(keepends=True)
    last = max(i for i, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    return "".join(lines[last + 1 :]).lstrip("\n")


def _entries(manifest: tomlkit.TOMLDocument) -> Any:
    """The [[document]] tables, of which tomlkit keeps the type to itself."""
    return manifest.get("document", [])


def _entry_of(manifest: tomlkit.TOMLDocument, file: str, part: str | None) -> Table | None:
    """The last entry of a file and part: it is laid over those before it."""
    entries = [
        entry for entry in _entries(manifest) if entry.get("file") == file and entry.get("part") == part
    ]
    return entries[-1] if entries else None


def _added(manifest: tomlkit.TOMLDocument, file: str, part: str | None) -> Table:
    if "document" not in manifest:
        manifest.add("document", AoT([]))
    entry = tomlkit.table()
    entry.add("file", file)
    if part:
        entry.add("part", part)
    entries = _entries(manifest)
    if len(entries):
        entries[-1].add(tomlkit.nl())
    entries.append(entry)
    return entries[-1]  # type: ignore[no-any-return]


def _written(value: str | PartialDate) -> object:
    """A value as people write it: a whole date, a month in quotes, a year alone."""
    if isinstance(value, str):
        return value
    if value.month and value.day:
        return dt.date(value.year, value.month, value.day)
    return f"{value.year}-{value.month:02}" if value.month else value.year
