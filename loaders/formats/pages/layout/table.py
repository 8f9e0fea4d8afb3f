"""A table of a page: its cells in rows and columns, and how it goes on on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from loaders.blocks.tables import Box
from loaders.formats.pages.layout.labels import MARK
from loaders.formats.pages.layout.lines import LineSegment, PageLine
from loaders.formats.pages.layout.spacing import joint

_SAME_EDGE = 4.0  # points
_MOST_HEADERS = 3
_END = "。！？；：!?;:"
PADDING = 14.0
"""Points that a cell has at most on both sides of its text together."""
_LONG = 20  # characters
_SLACK = 0.5  # ems
_NEARLY = 3.0  # ems before the end of a cell that a line of it may have been full


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its first column, how many columns and rows it spans, its paragraphs, whether it stops in mid-sentence."""

    column: int
    columns: int = 1
    rows: int = 1
    paragraphs: tuple[str, ...] = ()
    runs_on: bool = False

    @property
    def text(self) -> str:
        """Its words without white space."""
        return "".join("".join(self.paragraphs).split())


Rows = tuple[tuple[TableCell, ...], ...]
"""The cells that begin in each row, by their columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: where it stands on its page, the edges of its columns, its rows, the page (from 0) of each row.

    `stripes`: the white between the columns where no lines part them.
    """

    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: Rows
    pages: tuple[int, ...] = ()
    stripes: tuple[tuple[float, float], ...] = ()

    @property
    def left(self) -> float:
        """Its left side."""
        return self.edges[0]

    @property
    def right(self) -> float:
        """Its right side."""
        return self.edges[-1]

    def grid(self) -> list[list[Box]]:
        """Its rows as boxes."""
        return [[Box(c.paragraphs, c.columns, c.rows) for c in row] for row in self.rows]

    def on(self, page: int) -> Table:
        """The table with its page."""
        return replace(self, pages=(page,) * len(self.rows))


def cell(lines: Sequence[PageLine], column: int, columns: int, rows: int, width: float) -> TableCell:
    """A cell of printed lines; the width is its own, in points."""
    paragraphs: list[str] = []
    segments = [line.whole for line in lines]
    last: LineSegment | None = None
    for segment in segments:
        if last and not _ends(last, segment, width):
            paragraphs[-1] += joint(last.text, segment.text) + segment.text
        else:
            paragraphs.append(segment.text)
        last = segment
    runs_on = bool(last and last.text[-1] not in _END and _room(last, width) < _NEARLY * last.em)
    return TableCell(column, columns, rows, tuple(paragraphs), runs_on)


def continued(above: Table, below: Table) -> tuple[Table, tuple[str, ...]] | None:
    """A table with its rest on the next page, and the header rows that are repeated there.

    None where the second table is one of its own: it has other columns.
    """
    if not _same_columns(above, below):
        return None
    repeated = _repeated(above.rows, below.rows)
    words = tuple(" ".join(filter(None, (c.text for c in row))) for row in below.rows[:repeated])
    rest, pages = below.rows[repeated:], below.pages[repeated:]
    rows = above.rows
    if rest and _goes_on(rows, rest[0]):
        rows, rest, pages = _with_more(rows, rest[0]), rest[1:], pages[1:]
    elif rest:
        rows, rest = _reaching_down(rows, rest)
    whole = replace(above, bottom=below.bottom, rows=(*rows, *rest), pages=(*above.pages, *pages))
    return whole, words


def _ends(line: LineSegment, following: LineSegment, width: float) -> bool:
    """Whether a paragraph of a cell ends with a line."""
    if MARK.match(following.text) and line.text[-1] in _END:
        return True
    return _room(line, width) > following.first_word + _SLACK * line.em


def _room(line: LineSegment, width: float) -> float:
    """How much white a line leaves in its cell, on both sides together."""
    return width - PADDING - (line.right - line.left)


def _same_columns(above: Table, below: Table) -> bool:
    """Whether two tables have their columns at the same places; without lines the white between them tells."""
    if above.stripes and below.stripes:
        pairs = zip(above.stripes, below.stripes, strict=False)
        overlap = all(a[0] < b[1] and b[0] < a[1] for a, b in pairs)
        return len(above.stripes) == len(below.stripes) and overlap
    a, b = above.edges, below.edges
    return len(a) == len(b) and all(
        abs((x - a[0]) - (y - b[0])) <= _SAME_EDGE for x, y in zip(a, b, strict=True)
    )


def _repeated(above: Rows, below: Rows) -> int:
    """How many rows at the top of a table are those of the table above."""
    count = 0
    for a, b in zip(above[:_MOST_HEADERS], below, strict=False):
        if [c.text for c in a] != [c.text for c in b] or not any(c.text for c in a):
            break
        count += 1
    return count


def _reaching(rows: Rows, column: int) -> tuple[int, TableCell] | None:
    """The cell that stands at the bottom of a column, and its row."""
    for number in range(len(rows) - 1, -1, -1):
        for candidate in rows[number]:
            if candidate.column == column:
                return (number, candidate) if number + candidate.rows == len(rows) else None
    return None


def _goes_on(rows: Rows, row: Sequence[TableCell]) -> bool:
    """Whether a row at the top of a page is the rest of the last one before.

    Its cells go on in mid-sentence, and some are blank, or all those above are long.
    """
    above = [(reached[1] if (reached := _reaching(rows, c.column)) else None, c) for c in row]
    partial = any(upper and upper.text and not c.text for upper, c in above)
    filled = [(upper, c) for upper, c in above if c.text]
    return all(
        upper and upper.runs_on and upper.columns == c.columns and (partial or len(upper.text) > _LONG)
        for upper, c in filled
    )


def _with_more(rows: Rows, row: Sequence[TableCell]) -> Rows:
    """The rows with the words of a further one added to their last cells."""
    changed = [list(cells) for cells in rows]
    for more in row:
        reached = _reaching(rows, more.column)
        if reached:
            number, upper = reached
            changed[number][changed[number].index(upper)] = _longer(upper, more)
    return tuple(map(tuple, changed))


def _longer(upper: TableCell, more: TableCell) -> TableCell:
    """A cell with its rest from the next page, which begins in the same row."""
    rows = upper.rows + more.rows - 1
    if not more.text:
        return replace(upper, rows=rows)
    last, first = upper.paragraphs[-1], more.paragraphs[0]
    words = (*upper.paragraphs[:-1], last + joint(last, first) + first, *more.paragraphs[1:])
    return replace(upper, rows=rows, paragraphs=words, runs_on=more.runs_on)


def _reaching_down(rows: Rows, rest: Rows) -> tuple[Rows, Rows]:
    """Both parts of a table, empty leading cells of the second taken for the rest of those above them."""
    changed = [list(cells) for cells in rows]
    remaining = list(rest[0])
    for blank in rest[0]:
        reached = _reaching(rows, blank.column)
        if blank.text or not reached or not reached[1].text or reached[1].columns != blank.columns:
            break
        number, upper = reached
        changed[number][changed[number].index(upper)] = replace(upper, rows=upper.rows + blank.rows)
        remaining.remove(blank)
    return tuple(map(tuple, changed)), ((tuple(remaining), *rest[1:]) if remaining else rest[1:])
