"""Puts the paragraphs, headings and table rows of a document together as a source."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.blocks.source import Source
from loaders.blocks.tables import Box, Cell, Grid, Row, captions, header_rows, headers, is_table, lay_out
from loaders.lazy_pattern import lazy_pattern
from loaders.notes import Note

_BULLET = lazy_pattern(r"^[•●◆■□○◎·▪\uf06c\uf0b7\uf06e]\s+")
_UNPRINTED = lazy_pattern("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_ALNUM = lazy_pattern(r"[0-9A-Za-z]")
LONGEST_HEADING = 60

LaidOut = list[tuple[Box, bool]]


class Builder:
    """Collects what a reader finds, in reading order."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._headings: list[tuple[int, int]] = []
        self._rows: list[Row] = []
        self._notes: int | None = None
        self._left_out: list[tuple[str, str, int | None]] = []

    def paragraph(self, words: str, label: str = "", level: int = 0) -> int:
        """Add a printed paragraph, each line of it where it has line breaks.

        Arguments: its words; its automatic number as printed; its level where the format calls it a heading,
        0 for body text. Returns where it begins (characters).
        """
        start = self._length
        words = _UNPRINTED.sub("", words).strip()
        if not words:
            return start
        for line in filter(None, map(str.strip, numbered(label, words).split("\n"))):
            if level and len(line) <= LONGEST_HEADING and "。" not in line:
                self._headings.append((self._length, level))
            self._add(line)
        return start

    def table(self, grid: Grid) -> list[int]:
        """Add a table; one that only frames running text gives its paragraphs.

        Returns where each row begins (characters), rows without a cell left out.
        """
        grid = [row for row in grid if row]
        top = captions(grid)
        body = grid[top:]
        if not is_table(body):
            top, body = len(grid), []
        starts = [self._framed(row) for row in grid[:top]]
        return starts + (self._table(body) if body else [])

    def begin_notes(self) -> None:
        """All that follows is footnotes."""
        self._notes = self._length

    def leave_out(self, words: str, reason: str) -> None:
        """Keep what is in the file but none of its text, and why: hidden, deleted, navigation."""
        self._left_out.append((_UNPRINTED.sub("", words), reason, None))

    def source(self, encoding: str, warnings: Sequence[Note] = ()) -> Source:
        """What was collected."""
        source = Source(
            "".join(f"{line}\n" for line in self._lines),
            encoding,
            warnings=tuple(warnings),
            headings=tuple(self._headings),
            rows=tuple(self._rows),
            notes=self._notes,
        )
        return source.with_left_out(self._left_out)

    def _add(self, line: str) -> None:
        self._lines.append(line)
        self._length += len(line) + 1

    def _framed(self, row: Sequence[Box]) -> int:
        start = self._length
        for box in row:
            for paragraph in box.paragraphs:
                self.paragraph(paragraph)
        return start

    def _table(self, grid: Grid) -> list[int]:
        rows = lay_out(grid)
        count = header_rows(grid)
        names = headers(rows[:count])
        printed: dict[int, tuple[int, int]] = {}
        starts = []
        for number, row in enumerate(rows):
            starts.append(self._length)
            self._row(row, names if number >= count else None, printed)
        return starts

    def _row(self, row: LaidOut, names: list[str] | None, printed: dict[int, tuple[int, int]]) -> None:
        """Add the line of a row; `printed` holds where each box stands, by its identity."""
        pieces: list[str] = []
        at = self._length
        for box, here in row:
            words = _BULLET.sub("", _UNPRINTED.sub("", box.words))
            if here and words:
                printed[id(box)] = (at, at + len(words))
                pieces.append(words)
                at += len(words) + 1
        if not pieces:
            return
        line = "\t".join(pieces)
        start = self._length
        self._add(line)
        self._rows.append(Row(start, start + len(line), tuple(_cells(row, names, printed))))


def _cells(row: LaidOut, names: list[str] | None, printed: dict[int, tuple[int, int]]) -> list[Cell]:
    """The cells of a row, each box once under the name of its first column; none for a row of headers."""
    if names is None:
        return []
    cells: dict[int, Cell] = {}
    for column, (box, _) in enumerate(row):
        if id(box) in printed and id(box) not in cells:
            cells[id(box)] = Cell(names[column] if column < len(names) else "", *printed[id(box)])
    return list(cells.values())


def numbered(label: str, words: str) -> str:
    """An automatic number and the words after it: 一、总体要求, but 1. 2型糖尿病, which is no 1.2."""
    label = label.strip()
    apart = label and _ALNUM.match(words) and (label[-1] in "." or _ALNUM.match(label[-1]))
    return f"{label}{' ' if apart else ''}{words}"
