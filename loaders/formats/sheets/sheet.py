"""A sheet to text: what stands above its table, the rows of the table, the notes below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from loaders.blocks.builder import Builder
from loaders.blocks.source import Source
from loaders.blocks.tables import Box
from loaders.errors import TooBig
from loaders.lazy_pattern import lazy_pattern
from loaders.notes import Note

HIDDEN = "hidden"
MOST_CELLS = 500_000
"""Cells of a sheet that are read."""
_UNNAMED = lazy_pattern(r"(?:sheet|工作表)\s*\d*", re.IGNORECASE)
_HEADER_SHARE = 0.6  # of the columns that the first row of a table fills
_HAN_BREAK = lazy_pattern(r"(?<=[\u2e80-\uffef])\s*\n\s*(?=[\u2e80-\uffef])")

Merged = tuple[int, int, int, int]
"""The first row and column of merged cells, and the last."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the words of its cells as they are shown, row by row, and what is merged or hidden of it."""

    name: str
    rows: Sequence[Sequence[str]]
    merged: Sequence[Merged] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = field(default_factory=frozenset)
    hidden: bool = False


def source_of(sheets: Iterable[Sheet], encoding: str, warnings: Sequence[Note] = ()) -> Source:
    """The text of the sheets; what is hidden is told as left out."""
    builder = Builder()
    filled = [sheet for sheet in sheets if any(any(row) for row in sheet.rows)]
    several = sum(not sheet.hidden for sheet in filled) > 1
    for sheet in filled:
        if sheet.hidden:
            _leave_out(builder, sheet.rows)
        else:
            _write(builder, sheet, several)
    return builder.source(encoding, warnings)


def checked_size(rows: int, columns: int) -> None:
    """Raises TooBig for a sheet of too many cells."""
    if rows * columns > MOST_CELLS:
        raise TooBig("cells", count=rows * columns, most=MOST_CELLS)


def _write(builder: Builder, sheet: Sheet, several: bool) -> None:
    grid = _grid(sheet)
    above, below = _caption(grid), _notes(grid)
    if several:
        builder.paragraph(sheet.name, level=1)
    elif not above and not _UNNAMED.fullmatch(sheet.name.strip()):
        builder.paragraph(sheet.name)
    for row in grid[:above]:
        _paragraphs(builder, row)
    builder.table(grid[above : len(grid) - below])
    for row in grid[len(grid) - below :]:
        _paragraphs(builder, row)
    hidden = [
        row if i in sheet.hidden_rows else _hidden_cells(sheet, row) for i, row in enumerate(sheet.rows)
    ]
    _leave_out(builder, hidden)


def _paragraphs(builder: Builder, row: Sequence[Box]) -> None:
    for box in row:
        builder.paragraph(box.words)


def _leave_out(builder: Builder, rows: Iterable[Sequence[str]]) -> None:
    for row in rows:
        builder.leave_out(" ".join(filter(None, row)), HIDDEN)


def _hidden_cells(sheet: Sheet, row: Sequence[str]) -> list[str]:
    return [words for column, words in enumerate(row) if column in sheet.hidden_columns]


def _grid(sheet: Sheet) -> list[list[Box]]:
    """The boxes of each row that is shown and not empty."""
    width = max((column + 1 for row in sheet.rows for column, words in enumerate(row) if words), default=0)
    columns = [column for column in range(width) if column not in sheet.hidden_columns]
    shown = [
        number
        for number, row in enumerate(sheet.rows)
        if number not in sheet.hidden_rows and any(row[column] for column in columns if column < len(row))
    ]
    merged = dict(_boxes(sheet, shown, columns))
    covered = {place for area in sheet.merged for place in _places(area)}
    grid = []
    for number in shown:
        places = ((number, column) for column in columns)
        boxes = (merged.get(p) or (None if p in covered else _box(_words(sheet, *p))) for p in places)
        grid.append([box for box in boxes if box is not None])
    return grid


def _boxes(
    sheet: Sheet, shown: Sequence[int], columns: Sequence[int]
) -> Iterator[tuple[tuple[int, int], Box]]:
    """The merged cells by the place where they are first shown."""
    for top, left, bottom, right in sheet.merged:
        rows = [number for number in shown if top <= number <= bottom]
        across = [column for column in columns if left <= column <= right]
        if rows and across:
            yield (rows[0], across[0]), _box(_words(sheet, top, left), len(across), len(rows))


def _places(area: Merged) -> Iterator[tuple[int, int]]:
    top, left, bottom, right = area
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _words(sheet: Sheet, row: int, column: int) -> str:
    cells = sheet.rows[row]
    return cells[column] if column < len(cells) else ""


def _box(words: str, columns: int = 1, rows: int = 1) -> Box:
    printed = " ".join(_HAN_BREAK.sub("", words).split())
    return Box((printed,) if printed else (), columns, rows)


def _caption(grid: Sequence[Sequence[Box]]) -> int:
    """How many rows stand above the table: the title, who fills it in, the unit."""
    width = max((sum(box.columns for box in row) for row in grid), default=0)
    for number, row in enumerate(grid):
        filled = [box for box in row if box.words]
        if len(filled) > 1 and sum(box.columns for box in filled) >= _HEADER_SHARE * width:
            return number
    return len(grid)


def _notes(grid: Sequence[Sequence[Box]]) -> int:
    """How many rows below the table are one box alone: notes, who signs."""
    count = 0
    while count < len(grid) and _is_note(grid[-1 - count]):
        count += 1
    return count if count < len(grid) else 0


def _is_note(row: Sequence[Box]) -> bool:
    filled = [box for box in row if box.words]
    return len(filled) == 1 and row[0] is filled[0]
