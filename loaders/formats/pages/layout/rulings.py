"""Tables by their ruling lines: level and upright lines that cross make cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from loaders.formats.pages.sheet import Ruling

_SAME = 3.0  # points between lines that are one (a double line)
_GAP = 3.0  # points between two strokes that are one line, and between lines that meet
_OPEN = 6.0  # points that lines reach beyond the outermost crossing one: the table is open on that side
_LONG = 60.0  # points that a line must have to part rows
_MOST = 600  # lines of one direction; more are a drawing


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line at a place of one axis, from a beginning to an end on the other."""

    place: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Region:
    """A cell of a lattice: its first row and column and how many it spans."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Lattice:
    """The cells that crossing lines make: the edges of columns and rows, and which of their cells are one."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    regions: tuple[Region, ...]

    def region_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column of a point; None outside."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        inside = 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1
        return (row, column) if inside else None


def lattices(rulings: Iterable[Ruling]) -> list[Lattice]:
    """The lattices of at least two columns that the lines of a page make, the smallest first."""
    level, upright = strokes(rulings)
    if max(len(level), len(upright)) > _MOST:
        return []
    of_page = [lattice for group in _crossing(level, upright) if (lattice := _lattice(*group))]
    return sorted(of_page, key=lambda each: (each.xs[-1] - each.xs[0]) * (each.ys[-1] - each.ys[0]))


def strokes(rulings: Iterable[Ruling]) -> tuple[list[Stroke], list[Stroke]]:
    """The level and the upright lines, those that were drawn piece by piece whole."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for left, top, right, bottom in rulings:
        if right - left >= bottom - top:
            level.append(Stroke((top + bottom) / 2, left, right))
        else:
            upright.append(Stroke((left + right) / 2, top, bottom))
    return _whole(level), _whole(upright)


def levels(rulings: Iterable[Ruling]) -> tuple[float, ...]:
    """The heights of the level lines of a page, from the top down."""
    level, _ = strokes(rulings)
    return tuple(sorted({line.place for line in level if line.end - line.start > _LONG}))


def _whole(pieces: Iterable[Stroke]) -> list[Stroke]:
    """Pieces at one place that touch or overlap, as one."""
    merged: list[Stroke] = []
    for piece in sorted(pieces, key=lambda each: (each.place, each.start)):
        for index in range(len(merged) - 1, -1, -1):
            last = merged[index]
            if piece.place - last.place > _SAME:
                merged.append(piece)
                break
            if piece.start <= last.end + _GAP and last.start <= piece.end + _GAP:
                merged[index] = Stroke(last.place, min(last.start, piece.start), max(last.end, piece.end))
                break
        else:
            merged.append(piece)
    return merged


def _crossing(level: Sequence[Stroke], upright: Sequence[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """The lines in groups that hang together by crossing or meeting."""
    group = list(range(len(level)))
    owner: list[int | None] = [None] * len(upright)
    for number, line in enumerate(upright):
        met = [i for i, other in enumerate(level) if _meet(other, line)]
        if met:
            owner[number] = group[met[0]]
            joined = {group[i] for i in met}
            group = [group[met[0]] if g in joined else g for g in group]
            owner = [group[met[0]] if o in joined else o for o in owner]
    return [
        (
            [line for line, g in zip(level, group, strict=True) if g == name],
            [line for line, o in zip(upright, owner, strict=True) if o == name],
        )
        for name in dict.fromkeys(o for o in owner if o is not None)
    ]


def _meet(level: Stroke, upright: Stroke) -> bool:
    return (
        level.start - _GAP <= upright.place <= level.end + _GAP
        and upright.start - _GAP <= level.place <= upright.end + _GAP
    )


def _lattice(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Lattice | None:
    """The cells of lines that hang together; None for a frame, which has one column."""
    xs, ys = _edges(upright, level), _edges(level, upright)
    if len(xs) < 3 or len(ys) < 2:
        return None
    return Lattice(xs, ys, tuple(_regions(xs, ys, level, upright)))


def _edges(lines: Sequence[Stroke], crossing: Sequence[Stroke]) -> tuple[float, ...]:
    """Where the lines of one direction stand, and the sides on which the table is open."""
    places: list[float] = []
    for place in sorted(line.place for line in lines):
        if not places or place - places[-1] > _SAME:
            places.append(place)
    start, end = min(line.start for line in crossing), max(line.end for line in crossing)
    before = [start] if start < places[0] - _OPEN else []
    after = [end] if end > places[-1] + _OPEN else []
    return (*before, *places, *after)


def _regions(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Stroke], upright: Sequence[Stroke]
) -> Iterator[Region]:
    """The cells, of which those that no line parts are one; one that is no rectangle falls apart."""
    rows, columns = len(ys) - 1, len(xs) - 1
    name = {cell: cell for cell in product(range(rows), range(columns))}
    for row, column in name:
        if column + 1 < columns and not _parted(upright, xs[column + 1], ys[row], ys[row + 1]):
            _unite(name, (row, column), (row, column + 1))
        if row + 1 < rows and not _parted(level, ys[row + 1], xs[column], xs[column + 1]):
            _unite(name, (row, column), (row + 1, column))
    members: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for cell, first in name.items():
        members[first].append(cell)
    for cells in members.values():
        high, wide = (max(part) - min(part) + 1 for part in zip(*cells, strict=True))
        if high * wide == len(cells):
            yield Region(*min(cells), high, wide)
        else:
            yield from (Region(*cell) for cell in cells)


def _parted(lines: Sequence[Stroke], place: float, start: float, end: float) -> bool:
    middle = (start + end) / 2
    return any(abs(line.place - place) <= _SAME and line.start <= middle <= line.end for line in lines)


def _unite(name: dict[tuple[int, int], tuple[int, int]], a: tuple[int, int], b: tuple[int, int]) -> None:
    old, new = name[b], name[a]
    for cell, first in name.items():
        if first == old:
            name[cell] = new
