"""Rows of tables: a row is a line of the text, its cells apart by a tab, each under the header of its column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row: the header of its column (empty for none) and where its words stand in the text.

    A cell merged with the one above points to where it is printed, in an earlier row.
    """

    header: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with a header: its line in the text and its cells, empty ones left out."""

    start: int
    end: int
    cells: tuple[Cell, ...]
