"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class ListPage(Generic[T]):
    """Some items of a list; `number` counts from 0, `first` is the place of the first item in the list."""

    items: Sequence[T]
    number: int
    count: int
    first: int

    @property
    def before(self) -> int | None:
        """The page before, if there is one."""
        return self.number - 1 if self.number else None

    @property
    def after(self) -> int | None:
        """The page after, if there is one."""
        return self.number + 1 if self.number + 1 < self.count else None


def page_of(items: Sequence[T], number: int, size: int, cut: int = 0) -> ListPage[T]:
    """The page of that number, or the nearest that there is: a list may have shrunk since.

    A new page begins at the place `cut`, however full the one before it is.
    """
    starts = [*range(0, cut, size), *range(cut, len(items), size)] or [0]
    number = min(max(number, 0), len(starts) - 1)
    first = starts[number]
    end = cut if first < cut else len(items)
    return ListPage(items[first : min(first + size, end)], number, len(starts), first)


def page_with(place: int, size: int) -> int:
    """The number of the page on which an item stands."""
    return place // size


def page_from(cut: int, size: int) -> int:
    """The number of the page that begins at a cut."""
    return -(-cut // size)
