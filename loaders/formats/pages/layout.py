"""Printed pages to running text: pieces of text with their places become lines, columns and paragraphs.

Measures are in the unit of the page (points, millimetres), from the upper left corner, downwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from loaders.formats.pages.furniture import without_furniture

_WORD = re.compile(r"[A-Za-z0-9.%‰/~-]+")
_GAP = 1.6  # ems of white between two columns, or between the cells of a table


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One or more characters printed side by side."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """The height, about one em."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line of one column, which is counted from 0; `em` is its size of type."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    em: float
    column: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page: its size and what stands on it."""

    width: float
    height: float
    glyphs: tuple[Glyphs, ...]


def running_text(sheets: Sequence[Sheet]) -> tuple[str, tuple[int, ...]]:
    """The text of printed pages, a paragraph a line.

    Running headers and footers and page numbers are left out; columns are read one after the other. Returns the
    text and where each page begins in it (characters).
    """
    pages = without_furniture([(sheet.height, rows_of(sheet)) for sheet in sheets])
    frame = Frame.of([row for page in pages for row in page])
    text, starts = "", []
    last: Row | None = None
    for page in pages:
        start = len(text)
        for row in page:
            goes_on = last is not None and frame.goes_on(last, row)
            text += _joint(text, row.text) if goes_on else "\n" * bool(text)
            if row is page[0]:
                start = len(text)
            text += row.text
            last = row
        starts.append(start)
    return text + "\n", tuple(starts)


def rows_of(sheet: Sheet) -> list[Row]:
    """The printed lines of a page in reading order: the left column before the right one."""
    rows = sorted(_rows(sheet.glyphs), key=lambda row: (row.top, row.left))
    gutter = _gutter(sheet.width, rows)
    if gutter is None:
        return rows
    rows = [replace(row, column=_column(row, gutter)) for row in rows]
    ordered: list[Row] = []
    # What crosses the gutter stands above or between the columns.
    for _, band in groupby(rows, key=lambda row: row.column == 0):
        ordered += sorted(band, key=lambda row: (row.column, row.top))
    return ordered


def _column(row: Row, gutter: float) -> int:
    """0 for a line across the page, 1 for the left column, 2 for the right one."""
    return 0 if row.left < gutter < row.right else 1 + (row.left > gutter)


@dataclass(frozen=True, slots=True)
class Frame:
    """The type area by which it shows whether a line goes on in the next.

    `margins` are the left and right one of each column; `leading` is, in ems, the step from line to line inside a
    paragraph, to which some add room between paragraphs.
    """

    margins: dict[int, tuple[float, float]]
    leading: float

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Frame:
        """The type area of the body: what most lines have."""
        em = Counter(round(row.em, 1) for row in rows).most_common(1)[0][0] if rows else 1.0
        body = [row for row in rows if abs(row.em - em) < 0.15 * em]
        steps = sorted(b.top - a.top for a, b in pairwise(body) if 0.8 * em < b.top - a.top < 4 * em)
        columns = {
            column: [row for row in body if row.column == column] for column in {r.column for r in body}
        }
        margins = {column: _margins(inside, em) for column, inside in columns.items()}
        return cls(margins, steps[len(steps) // 4] / em if steps else 1.5)

    def goes_on(self, row: Row, following: Row) -> bool:
        """Whether a paragraph that has a line goes on in the following one."""
        if abs(row.em - following.em) > 0.12 * row.em or self._is_indented(following):
            return False
        if self._is_short(row, following):
            return False
        step = following.top - row.top
        return step < 0 or step <= 1.25 * max(self.leading, 1.1) * row.em

    def _is_short(self, row: Row, following: Row) -> bool:
        """Whether a line ends so far before the right margin that the next one's first word would have fitted.

        In Chinese that is a character with its punctuation; a number or a Latin word is not divided.
        """
        _, right = self.margins.get(row.column, (row.left, row.right))
        word = _WORD.match(following.text)
        return right - row.right > (1.6 + 0.55 * (len(word[0]) if word else 0)) * row.em

    def _is_indented(self, row: Row) -> bool:
        left, _ = self.margins.get(row.column, (row.left, row.right))
        return row.left - left > 0.8 * row.em


def _rows(glyphs: Iterable[Glyphs]) -> Iterator[Row]:
    line: list[Glyphs] = []
    for glyph in sorted(glyphs, key=lambda g: (g.top + g.bottom) / 2):
        if line and not _beside(line, glyph):
            yield from _pieces(line)
            line = []
        line.append(glyph)
    yield from _pieces(line)


def _beside(line: Sequence[Glyphs], glyph: Glyphs) -> bool:
    """Whether a piece of text stands on the same line: their middles differ by less than half their height."""
    last = line[-1]
    apart = abs((glyph.top + glyph.bottom) - (last.top + last.bottom)) / 2
    return apart < 0.4 * min(last.size, glyph.size)


def _pieces(line: list[Glyphs]) -> Iterator[Row]:
    """The pieces of a line between wide gaps."""
    piece: list[Glyphs] = []
    for glyph in sorted(line, key=lambda g: g.left):
        if piece and glyph.left - piece[-1].right > _GAP * max(glyph.size, piece[-1].size):
            yield from _row(piece)
            piece = []
        piece.append(glyph)
    yield from _row(piece)


def _row(piece: Sequence[Glyphs]) -> Iterator[Row]:
    text = ""
    printed = [glyph for glyph in piece if glyph.text.strip()]
    if not printed:
        return
    for before, glyph in zip([None, *printed], printed, strict=False):
        if before and glyph.left - before.right > 0.2 * glyph.size and (text[-1:] + glyph.text[:1]).isascii():
            text += " "
        text += glyph.text
    left, right = printed[0].left, max(glyph.right for glyph in printed)
    top, bottom = min(glyph.top for glyph in printed), max(glyph.bottom for glyph in printed)
    yield Row(text.strip(), left, top, right, bottom, median(glyph.size for glyph in printed))


def _joint(text: str, following: str) -> str:
    """What stands between two lines of a paragraph: a space between Latin words, nothing in Chinese."""
    return " " if (text[-1:] + following[:1]).isascii() and text[-1:] not in "-/" else ""


def _gutter(width: float, rows: Sequence[Row]) -> float | None:
    """The middle of the white stripe between two columns, None where there is one column."""
    places = [width * step / 200 for step in range(70, 131)]
    crossed = [sum(row.left < place < row.right for row in rows) for place in places]
    fewest = [place for place, count in zip(places, crossed, strict=True) if count == min(crossed)]
    gutter = fewest[len(fewest) // 2]
    left = sum(row.right <= gutter for row in rows)
    right = sum(row.left >= gutter for row in rows)
    return gutter if min(left, right) >= 5 and left + right >= 0.8 * len(rows) else None


def _margins(rows: Sequence[Row], em: float) -> tuple[float, float]:
    """The outermost places where lines of a column begin and end again and again."""
    lefts = Counter(round(row.left / em * 2) for row in rows)
    rights = Counter(round(row.right / em * 2) for row in rows)
    return min(_recurring(lefts)) * em / 2, max(_recurring(rights)) * em / 2


def _recurring(places: Counter[int]) -> list[int]:
    often = max(2, 0.05 * places.total())
    return [place for place, count in places.items() if count >= often] or list(places)
