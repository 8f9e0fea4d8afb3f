"""What a store needs of the engine that holds a knowledge base: its rows by SQL; and the library of that which is built in.

Who only knows what stands in a row (the processes that read files) imports neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from loaders.hidden_library import hidden

with hidden("numpy"):
    from sqlite_utils import Database

__all__ = ["Connection", "Database", "Rows"]


class Rows(Protocol):
    """What a SELECT finds; `description` holds the name of each column first of what is told of it."""

    @property
    def description(self) -> Any:
        """The columns."""

    def fetchone(self) -> Any:
        """The next row, None after the last."""

    def fetchall(self) -> list[Any]:
        """The rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """The rows that are left, one after the other."""


class Connection(Protocol):
    """Reads one version of a knowledge base, in SQL that each engine speaks, with `?` for each value.

    Lists are `placeholders.in_list`; every table has a `rowid`, the order in which its rows were added.
    """

    def execute(self, sql: str, parameters: Sequence[Any] | None = None) -> Rows:
        """The rows that a SELECT finds."""

    def close(self) -> None:
        """Closes it."""
