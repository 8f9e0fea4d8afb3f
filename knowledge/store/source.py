"""Where a knowledge base is read from."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

from knowledge.store.files import open_database, told_apart
from knowledge.store.reader import Store

Identity = tuple[int, int]
"""What tells a version of a knowledge base from every other."""


class Source(Protocol):
    """Where a knowledge base is read from: a file, or a server."""

    is_at_hand: bool
    """Whether its identity is told without waiting for a network."""

    def identity(self) -> Identity:
        """What tells the present version from every other."""

    def opened(self) -> Store:
        """The present version, opened for a thread. Raises KnowledgeError."""

    def publish(self, file: Path) -> object:
        """Makes the file that a load has built the present version, where it is not that already. Raises KnowledgeError."""

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

    def opened(self) -> Store:
        """The file as it is now. Raises DatabaseMissing, DatabaseDamaged, DatabaseTooNew or DatabaseUnusable."""
        return Store(open_database(self._path), f"SQLite {sqlite3.sqlite_version}")

    def publish(self, file: Path) -> None:
        """Nothing: a load has swapped the file."""

    def faults(self) -> AbstractContextManager[None]:
        """Tells a damaged file from one that is kept from us."""
        return told_apart(self._path)
