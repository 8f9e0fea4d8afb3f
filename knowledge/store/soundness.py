"""Whether the file of a knowledge base is what a load wrote: told by its digest, which lies beside it.

A load writes the digest before it swaps the file in, with that of the version before, so that one of them fits
whenever the program is stopped. A file of the same size and time as then is trusted without reading it again. Without
a digest (a copy of the file alone, a version of the program that wrote none) it is looked at from within.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.store.engine import Database
from knowledge.store.full_text.postings import TABLES, are_complete

_SUFFIX = ".sum"
_TRIES = 3  # a load may swap the file between two looks
_PIECE = 1 << 20

# What must be none, or nothing, in a base that a load has written.
_ODD_ROWS = (
    "SELECT count(*) FROM passages WHERE number NOT IN (SELECT rowid FROM sounds)",
    "SELECT count(*) FROM sounds WHERE rowid NOT IN (SELECT number FROM passages)",
    "SELECT count(*) - 2 FROM lengths",
    "SELECT count(*) FROM lengths WHERE passages <> (SELECT count(*) FROM passages)",
    "SELECT count(*) FROM passages WHERE document NOT IN (SELECT id FROM documents)",
    "SELECT count(*) FROM documents WHERE path NOT IN (SELECT path FROM files)",
    "SELECT count(*) FROM pairs WHERE passage NOT IN (SELECT id FROM passages)",
    "SELECT count(*) FROM deadlines WHERE passage NOT IN (SELECT id FROM passages)",
    "SELECT count(*) FROM targets WHERE passage NOT IN (SELECT id FROM passages)",
)
# What reading raises where a posting list is cut short, or no list.
_UNREADABLE = (sqlite3.DatabaseError, struct.error, TypeError, ValueError, IndexError, OverflowError)


@dataclass(frozen=True, slots=True)
class _Sum:
    """What is known of a version of the file: its digest, size in bytes and time in nanoseconds."""

    digest: str
    size: int
    modified: int

    def looks_like(self, look: os.stat_result) -> bool:
        return (self.size, self.modified) == (look.st_size, look.st_mtime_ns)


def note_sum(path: Path, aside: Path) -> None:
    """Note the digest of the next version of a file, before it is swapped in."""
    look = aside.stat()
    sums = [_Sum(_digest(aside), look.st_size, look.st_mtime_ns), *_sums(path)[:1]]
    unnamed = path.with_name(f"{path.name}{_SUFFIX}.new")
    unnamed.write_text(
        "".join(f"{_sum.digest} {_sum.size} {_sum.modified}\n" for _sum in sums), encoding="ascii"
    )
    os.replace(unnamed, _beside(path))


def has_sum(path: Path) -> bool:
    """Whether it is known how the file should be, so that it is a knowledge base whatever stands in it now."""
    return bool(_sums(path))


def digest_of(path: Path) -> str:
    """The digest of a file as it is now, which is not read again where it looks as a load left it."""
    look = path.stat()
    return next((_sum.digest for _sum in _sums(path) if _sum.looks_like(look)), None) or _digest(path)


def is_as_written(path: Path, thorough: bool) -> bool:
    """Whether a file is as its digest says; `thorough` reads it in any case. True where there is no digest."""
    for _ in range(_TRIES):
        sums = _sums(path)
        if not sums or (not thorough and any(_sum.looks_like(path.stat()) for _sum in sums)):
            return True
        if _digest(path) in {_sum.digest for _sum in sums}:
            return True
        if sums == _sums(path):
            return False
    return False


def is_whole(db: Database) -> bool:
    """Whether SQLite finds the pages sound, each row has what belongs to it, and the posting lists are as long as noted."""
    try:
        if next(iter(db.execute("PRAGMA quick_check(1)")))[0] != "ok":
            return False
        if any(db.execute(query).fetchone()[0] for query in _ODD_ROWS):
            return False
        return all(are_complete(db, table) for table in TABLES)
    except _UNREADABLE:
        return False


def _sums(path: Path) -> list[_Sum]:
    try:
        return list(_read(_beside(path).read_text(encoding="ascii")))
    except (OSError, ValueError):
        return []


def _read(text: str) -> Iterator[_Sum]:
    for line in text.splitlines():
        digest, size, modified = line.split()
        yield _Sum(digest, int(size), int(modified))


def _beside(path: Path) -> Path:
    return path.with_name(path.name + _SUFFIX)


def _digest(path: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with open(path, "rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()
