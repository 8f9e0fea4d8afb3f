"""What a store needs of the engine that holds a knowledge base: its rows by SQL, and a search of its full text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

COLUMN_WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "terms": {"body": 1.0, "headings": 0.35, "questions": 0.35},
    "sounds": {"body": 1.0},
}
"""The full-text tables, and what a word counts by the column of its table in which it stands."""


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


class TermIndex(Protocol):
    """One full-text index over the passages, which are told by their row numbers."""

    def best(
        self, terms: Iterable[str], limit: int, scope: Collection[str], closed: Collection[str]
    ) -> list[tuple[int, float]]:
        """The best passages for any of some terms by BM25, with its score: the highest first, of equal ones the lower
        number.

        Arguments: terms; how many to return; the ids of the documents that are searched, none for all; those of which
        nothing is found.
        """

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages some terms stand; those that stand in none may be missing."""

    def open_frequency(self, term: str, closed: Collection[str], most: int) -> int:
        """In how many passages of other documents than some a term stands, counted as far as `most`."""


class Search(Protocol):
    """The two full-text indexes of a knowledge base; `name` tells by what they are searched."""

    @property
    def name(self) -> str:
        """The engine, with its version."""

    @property
    def words(self) -> TermIndex:
        """The index of the words."""

    @property
    def sounds(self) -> TermIndex:
        """The index of the pairs of syllables."""
