"""Tables: a row is a line of the text, its cells apart by a tab, each under the header of its column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.lazy_pattern import lazy_pattern

LONGEST_HEADER = 24
LONGEST_NAME = 120
"""Characters of the name of a column: every cell of it bears that."""
MOST_LINES = 12
"""A cell of more paragraphs than this makes the table a frame for running text."""
_VALUE = lazy_pattern(r"[≥≤><＞＜]?\s?(?!(?:19|20)\d\d年?$)\d[\d.,]*\s?[%％‰]?")
_STOP = lazy_pattern(r"[。；;！？]")


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
    """A row of a table: its line in the text and its cells, empty ones left out; a row of headers has no cells."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A cell as a format has it: its paragraphs, how many columns and rows it spans, whether it is marked a header."""

    paragraphs: tuple[str, ...]
    columns: int = 1
    rows: int = 1
    header: bool = False

    @property
    def words(self) -> str:
        """The paragraphs in one line."""
        return " ".join(" ".join(paragraph.split()) for paragraph in self.paragraphs if paragraph.strip())


Grid = Sequence[Sequence[Box]]


def is_table(grid: Grid) -> bool:
    """Whether a grid holds rows of data, not running text in a frame or a letterhead."""
    boxes = [box for row in grid for box in row]
    wide = sum(1 for row in grid if len([box for box in row if box.words]) > 1)
    return wide > 1 and all(len(box.paragraphs) <= MOST_LINES for box in boxes)


def merged_down(rows: Sequence[Sequence[tuple[Box, bool]]]) -> list[list[Box]]:
    """The boxes of each row, those that go on from above (the flag says so) counted into the first of them."""
    depths = [[1] * len(row) for row in rows]
    open_at: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        column = 0
        for index, (box, goes_on) in enumerate(row):
            if goes_on and column in open_at:
                above, place = open_at[column]
                depths[above][place] = number - above + 1
                depths[number][index] = 0
            else:
                open_at[column] = (number, index)
            column += box.columns
    return [
        [replace(box, rows=depth) for (box, _), depth in zip(row, deep, strict=True) if depth]
        for row, deep in zip(rows, depths, strict=True)
    ]


def lay_out(grid: Grid) -> list[list[tuple[Box, bool]]]:
    """The boxes of each row by column; the flag tells a box printed there from one that reaches in from elsewhere."""
    rows: list[list[tuple[Box, bool]]] = []
    hanging: dict[int, tuple[Box, int]] = {}
    for boxes in grid:
        row: list[tuple[Box, bool]] = []
        _hang(row, hanging)
        for box in boxes:
            for column in range(box.columns):
                if box.rows > 1:
                    hanging[len(row)] = (box, box.rows - 1)
                row.append((box, column == 0))
            _hang(row, hanging)
        rows.append(row)
    return rows


def _hang(row: list[tuple[Box, bool]], hanging: dict[int, tuple[Box, int]]) -> None:
    """Fill the next columns with the boxes that reach down into them."""
    while (at := len(row)) in hanging:
        box, left = hanging.pop(at)
        if left > 1:
            hanging[at] = (box, left - 1)
        row.append((box, False))


def captions(grid: Grid) -> int:
    """How many rows at the top are one box alone: the table's title, its unit."""
    count = 0
    while count < len(grid) and len([box for box in grid[count] if box.words]) <= 1:
        count += 1
    return count


def header_rows(grid: Grid) -> int:
    """How many rows name the columns: those marked so, else the first where it reads like names."""
    marked = 0
    while marked < len(grid) and grid[marked] and all(box.header for box in grid[marked]):
        marked += 1
    if marked:
        return marked if marked < len(grid) else 0
    first = [box for box in grid[0] if box.words]
    if not all(_names(box.words) for box in first) or len(first) * 2 < len(grid[0]):
        return 0
    deep = max(box.rows for box in first)
    count = max(deep, 2 if any(box.columns > 1 for box in first) and deep == 1 and len(grid) > 2 else 1)
    return count if count < len(grid) else 0


def _names(words: str) -> bool:
    return len(words) <= LONGEST_HEADER and not _STOP.search(words) and not _VALUE.fullmatch(words)


def headers(rows: Sequence[Sequence[tuple[Box, bool]]]) -> list[str]:
    """The name of each column from the header rows, outer names first (目标 over 2025年 gives 目标2025年)."""
    width = max((len(row) for row in rows), default=0)
    return ["".join(_distinct(rows, column))[:LONGEST_NAME] for column in range(width)]


def _distinct(rows: Sequence[Sequence[tuple[Box, bool]]], column: int) -> Iterator[str]:
    boxes = [row[column][0] for row in rows if column < len(row)]
    for above, box in zip([None, *boxes], boxes, strict=False):
        if box is not above:
            yield box.words
