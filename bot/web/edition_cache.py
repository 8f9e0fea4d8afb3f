"""What was made from one edition of all that may be read is shown again for as long as the edition is the same.

An edition is named by everything that a page is made from beside its address: the documents and which of them are closed,
the language, the day, the marks. So what one person was shown is shown to another only where both may read the same.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cachetools import TTLCache

T = TypeVar("T")

PAGE_BYTES = 16 * 1024 * 1024  # of pages
VIEW_ROWS = 50_000  # of prepared views: 1 to 2 KB each
SECONDS = 600.0  # after which it is made anew


@dataclass(frozen=True, slots=True, eq=False)
class Identity:
    """An object of which another one is made once anything of it changes: it equals itself alone."""

    value: object

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identity) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)


@dataclass(frozen=True, slots=True)
class Edition:
    """What a page is made from beside its address; `documents` tells what may be read from all else."""

    documents: Hashable
    language: str
    today: dt.date
    marks: Identity


class EditionCache(Generic[T]):
    """What was made, by edition and address; the one that was not asked for longest goes first. For any thread."""

    def __init__(self, most: int, size: Callable[[T], int]) -> None:
        """Arguments: how much is kept, and how much of it something takes."""
        self._most, self._size, self._lock = most, size, threading.Lock()
        self._kept: TTLCache[Hashable, T] = TTLCache(most, SECONDS, getsizeof=size)

    def find(self, key: Hashable) -> T | None:
        """What is kept under a key, None where nothing is."""
        with self._lock:
            return self._kept.get(key)

    def keep(self, key: Hashable, value: T) -> None:
        """Keeps something, unless it is larger than all the room."""
        if self._size(value) < self._most:
            with self._lock:
                self._kept[key] = value


def page_cache() -> EditionCache[bytes]:
    """The pages as they were sent."""
    return EditionCache(PAGE_BYTES, len)


@dataclass(frozen=True, slots=True)
class View:
    """Something that pages show, and how many rows it has."""

    value: object
    rows: int


def view_cache() -> EditionCache[View]:
    """What pages are made from, read from the knowledge base."""
    return EditionCache(VIEW_ROWS, lambda view: view.rows)
