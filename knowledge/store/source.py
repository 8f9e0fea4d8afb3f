"""Where a knowledge base is read from."""

from __future__ import annotations

import sqlite3
from collections.abc import Set
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from knowledge.store.files import open_database, told_apart
from knowledge.store.reader import Store

Identity = tuple[int, int]
"""What tells a version of a knowledge base from every other."""


@dataclass(frozen=True, slots=True)
class LoadChanges:
    """What a load did to a file: whether it wrote it, and the paths that the file knew before of what it has read anew or
    removed (that of corpus.toml where it now says something else of who may read)."""

    is_written: bool
    settled: Set[str]


class Source(Protocol):
    """Where a knowledge base is read from: a file, or a server."""

    is_at_hand: bool
    """Whether its identity is told without waiting for a network."""

    def identity(self) -> Identity:
        """What tells the present version from every other."""

    def opened(self) -> tuple[Identity, Store]:
        """The present version, opened for a thread, and what tells it from every other. Raises KnowledgeError."""

    def is_published(self) -> bool:
        """Whether it is read from where other machines publish. Raises KnowledgeError."""

    def publish(self, file: Path, changes: LoadChanges | None = None) -> object:
        """Makes the file that a load has built the present version, where it is not that already.

        `changes`: what the load did, where it began by itself and may put nothing older or poorer in the place of what
        another machine has published; None: its corpus counts, whatever is there. Raises KnowledgeError.
        """

    def close(self) -> None:
        """Gives up what tells it of new versions; it is had again where it is needed."""

    def faults(self) -> AbstractContextManager[None]:
        """Turns what goes wrong while it is read into KnowledgeError."""


class FileSource:
    """A file, which each load swaps."""

    is_at_hand = True

    def __init__(self, path: Path) -> None:
        self._path = path

    def identity(self) -> Identity:
        """The inode of the file and the time of its change; zeros where there is none."""
        try:
            stat = self._path.stat()
        except FileNotFoundError:
            return (0, 0)
        return (stat.st_ino, stat.st_mtime_ns)

    def opened(self) -> tuple[Identity, Store]:
        """The file as it is now. Raises DatabaseMissing, DatabaseDamaged, DatabaseTooNew or DatabaseUnusable."""
        return self.identity(), Store(open_database(self._path), f"SQLite {sqlite3.sqlite_version}")

    def is_published(self) -> bool:
        """Never: the file is this machine's."""
        return False

    def publish(self, file: Path, changes: LoadChanges | None = None) -> None:
        """Nothing: a load has swapped the file."""

    def close(self) -> None:
        """Nothing: a file is looked at."""

    def faults(self) -> AbstractContextManager[None]:
        """Tells a damaged file from one that is kept from us."""
        return told_apart(self._path)
