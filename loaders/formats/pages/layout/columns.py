"""The reading order of a page: the left column before the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from loaders.formats.pages.layout.lines import LineSegment, PageLine, joined
from loaders.formats.pages.layout.table import Table

_MIDDLE = (0.35, 0.65)  # of the width: where the gutter between two columns may be
_FEWEST = 5  # segments on each side of a gutter
_BESIDE = 0.8  # of all segments

PlacedLine = tuple[int, LineSegment | Table]
"""Text or a table with its column: 0 across the page, 1 left of the gutter, 2 right of it."""


def in_reading_order(width: float, items: Sequence[PageLine | Table]) -> list[PlacedLine]:
    """The lines and tables of a page, which are given from the top down, column by column.

    What crosses the gutter stands above or between the columns.
    """
    middle = _gutter(width, [item for item in items if isinstance(item, PageLine)])
    if middle is None:
        return [(0, item.whole if isinstance(item, PageLine) else item) for item in items]
    ordered: list[PlacedLine] = []
    placed = [place for item in items for place in _placed(item, middle)]
    for _, band in groupby(placed, key=lambda place: place[0] == 0):
        ordered += sorted(band, key=lambda place: (place[0], place[1].top))
    return ordered


def _gutter(width: float, lines: Sequence[PageLine]) -> float | None:
    """The middle of the white stripe between two columns of running text, None where there is one column."""
    segments = [segment for line in lines for segment in line.segments]
    low, high = (part * width for part in _MIDDLE)
    across = sum(segment.left < low and segment.right > high for segment in segments)
    if across > (1 - _BESIDE) * len(segments):
        return None
    places = [low + (high - low) * step / 60 for step in range(61)]
    crossed = [sum(s.left < place < s.right for s in segments) for place in places]
    fewest = [place for place, count in zip(places, crossed, strict=True) if count == min(crossed)]
    middle = fewest[len(fewest) // 2]
    left = sum(segment.right <= middle for segment in segments)
    right = sum(segment.left >= middle for segment in segments)
    enough = min(left, right) >= _FEWEST and left + right >= _BESIDE * len(segments)
    return middle if enough else None


def _placed(item: PageLine | Table, middle: float) -> Iterator[PlacedLine]:
    if isinstance(item, Table):
        yield _column(item, middle), item
        return
    for column, segments in groupby(item.segments, key=lambda segment: _column(segment, middle)):
        yield column, joined(list(segments))


def _column(item: LineSegment | Table, middle: float) -> int:
    return 0 if item.left < middle < item.right else 1 + (item.left > middle)
