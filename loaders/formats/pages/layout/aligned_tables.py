"""Tables without upright lines: printed lines whose segments stand in columns under a line of headers."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from loaders.formats.pages.layout.labels import MARK
from loaders.formats.pages.layout.lines import LineSegment, PageLine, joined
from loaders.formats.pages.layout.table import PADDING, Table, TableCell, cell
from loaders.lazy_pattern import lazy_pattern

_LONGEST_NAME = 16
_NARROWEST = 0.5  # ems of white that part two columns
_APART = 3.5  # ems between lines of a table at most
_FEWEST_ROWS = 2
_FEWEST_BESIDE = 0.2  # of the lines of two columns that have words in both
_FILLED = 0.5  # of the columns that have words in a row
_FULL = 1.5  # ems before the end of its column that a line of it is full
_SLACK = 0.5  # ems that a line of a cell may end before its column
_PROSE = 0.6  # of the lines of each column full: two columns of running text
_PROSE_WIDTH = 10.0  # ems
_STOP = lazy_pattern(r"[。；;！？：:，,]")
_VALUE = lazy_pattern(r"(?!(?:19|20)\d\d年?$)[\d\s.,%％‰+\-—–/年月日]+")

Stripe = tuple[float, float]
"""A stripe of white between two columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The stripes of white between columns, from left to right."""

    stripes: tuple[Stripe, ...]

    def beside(self, line: PageLine) -> Columns | None:
        """The columns with another line in them; None where the line crosses a stripe."""
        stripes = []
        for left, right in self.stripes:
            before = [s for s in line.segments if s.left + s.right < left + right]
            behind = [s for s in line.segments if s.left + s.right >= left + right]
            white = max([left, *(s.right for s in before)]), min([right, *(s.left for s in behind)])
            if white[1] - white[0] < _NARROWEST * line.em:
                return None
            stripes.append(white)
        return Columns(tuple(stripes))

    def column(self, segment: LineSegment) -> int:
        """The column of a segment, counted from 0."""
        return sum(segment.left >= right for _, right in self.stripes)

    def edges(self, lines: Sequence[PageLine]) -> tuple[float, ...]:
        """The edges of the columns in the middle of the white, and around the lines."""
        inner = [(left + right) / 2 for left, right in self.stripes]
        segments = [segment for line in lines for segment in line.segments]
        return (min(s.left for s in segments), *inner, max(s.right for s in segments))


def with_tables(
    lines: Sequence[PageLine], levels: Sequence[float] = (), above: Table | None = None
) -> Iterator[PageLine | Table]:
    """The lines of a page, those of tables as tables.

    Arguments: the lines from the top down; the heights of level ruling lines; the table without upright lines with
    which the page before ended, if any.
    """
    start = 0
    if above and above.stripes and (table_and_count := _rest(lines, levels, Columns(above.stripes))):
        table, start = table_and_count
        yield table
    while start < len(lines):
        table_and_count = _table(lines[start:], levels)
        if table_and_count:
            table, count = table_and_count
            yield table
            start += count
        else:
            yield lines[start]
            start += 1


def _table(lines: Sequence[PageLine], levels: Sequence[float]) -> tuple[Table, int] | None:
    """The table that begins with the first of some lines, and how many it has."""
    header = lines[0].segments
    if len(header) < 2 or not all(_is_name(segment.text) for segment in header):
        return None
    first = Columns(tuple((a.right, b.left) for a, b in pairwise(header)))
    count, columns = _extent(lines, 1, first)
    body = lines[1:count]
    rows = [line for line in body if len(line.segments) > max(1, _FILLED * len(header))]
    scattered = len(header) == 2 and len(rows) < _FEWEST_BESIDE * len(body)
    if len(rows) < _FEWEST_ROWS or scattered or _is_prose(body, columns):
        return None
    return _made(lines[:count], levels, columns, header=True), count


def _rest(lines: Sequence[PageLine], levels: Sequence[float], above: Columns) -> tuple[Table, int] | None:
    """The rest of a table from the page before, and how many lines it has."""
    count, columns = _extent(lines, 0, above)
    if not any(len(line.segments) > 1 for line in lines[:count]):
        return None
    return _made(lines[:count], levels, columns, header=False), count


def _extent(lines: Sequence[PageLine], start: int, columns: Columns) -> tuple[int, Columns]:
    """How many lines stand in columns, and the columns as these lines leave them."""
    end = start
    whites = [columns]
    for line in lines[start:]:
        apart = end > 0 and line.top - lines[end - 1].top > _APART * line.em
        narrower = None if apart else whites[-1].beside(line)
        if narrower is None:
            break
        whites.append(narrower)
        end += 1
    while end > start and _is_behind(lines[end - 1], lines[: end - 1], whites[end - start]):
        end -= 1
    return end, whites[end - start]


def _is_behind(line: PageLine, before: Sequence[PageLine], columns: Columns) -> bool:
    """Whether a last line with one segment stands behind the table rather than in a cell that goes on."""
    if len(line.segments) > 1:
        return False
    segment = line.segments[0]
    column = columns.column(segment)
    above = [s for other in before[-1:] for s in other.segments if columns.column(s) == column]
    if not above or MARK.match(segment.text):
        return True
    return column < len(columns.stripes) and not _is_full(above[0], columns.stripes[column][0])


def _is_full(segment: LineSegment, right: float) -> bool:
    return right - segment.right < _FULL * segment.em


def _is_name(text: str) -> bool:
    """Whether a text may name a column."""
    return len(text) <= _LONGEST_NAME and not (
        _STOP.search(text) or _VALUE.fullmatch(text) or MARK.match(text)
    )


def _is_prose(lines: Sequence[PageLine], columns: Columns) -> bool:
    """Whether columns are of running text: in each of them most lines are full."""
    return all(
        sum(_is_full(s, right) and s.right - s.left > _PROSE_WIDTH * s.em for s in segments)
        > _PROSE * len(segments)
        for segments in _by_column(lines, columns).values()
        for right in [max(segment.right for segment in segments)]
    )


def _by_column(lines: Sequence[PageLine], columns: Columns) -> dict[int, list[LineSegment]]:
    segments: dict[int, list[LineSegment]] = defaultdict(list)
    for segment in (segment for line in lines for segment in line.segments):
        segments[columns.column(segment)].append(segment)
    return segments


def _made(lines: Sequence[PageLine], levels: Sequence[float], columns: Columns, header: bool) -> Table:
    """The table of some lines."""
    rights = {c: max(s.right for s in segments) for c, segments in _by_column(lines, columns).items()}
    inside = [level for level in levels if lines[0].top < level < lines[-1].top]
    rows: list[list[PageLine]] = [[lines[0]]]
    for above, line in pairwise(lines):
        if len(inside) >= _FEWEST_ROWS:
            begins = bisect(inside, line.bottom) > bisect(inside, above.bottom)
        else:
            begins = (header and len(rows) == 1) or not _goes_on(above, line, columns, rights)
        if begins:
            rows.append([])
        rows[-1].append(line)
    cells = tuple(tuple(_cells(row, columns, rights)) for row in rows)
    return Table(lines[0].top, lines[-1].bottom, columns.edges(lines), cells, stripes=columns.stripes)


def _goes_on(above: PageLine, line: PageLine, columns: Columns, rights: Mapping[int, float]) -> bool:
    """Whether a line is more of the row above: where it has words, those above them end with their column."""
    upper = {columns.column(segment): segment for segment in above.segments}
    lower = {columns.column(segment): segment for segment in line.segments}
    if 0 in lower and len(lower) > 1:
        return False
    return all(
        column in upper and rights[column] - upper[column].right < segment.first_word + _SLACK * segment.em
        for column, segment in lower.items()
    )


def _cells(row: Sequence[PageLine], columns: Columns, rights: Mapping[int, float]) -> Iterator[TableCell]:
    """The cells of the lines of a row."""
    for column in range(len(columns.stripes) + 1):
        parts = [
            joined(own) for line in row if (own := [s for s in line.segments if columns.column(s) == column])
        ]
        left = min((part.left for part in parts), default=0.0)
        width = rights.get(column, left) - left + PADDING
        yield cell([PageLine.of([part]) for part in parts], column, 1, 1, width)
