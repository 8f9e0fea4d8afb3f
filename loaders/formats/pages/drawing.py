"""What the vector graphics of page formats have in common: transformations, and the straight lines of a path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""The least x and y, then the greatest."""

MOST_LINES = 4000
"""A page with more is a drawing: its lines are not those of tables."""
_THIN = 3.0  # points: a filled stripe that is no wider is a line
_SHORT = 4.0  # points
_STRAIGHT = 1.0  # points by which a level line may rise


class Matrix(NamedTuple):
    """A transformation: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> Point:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: Matrix) -> Matrix:
        """This transformation, then another."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return Matrix(a, b, c, d, *outer.point(self.e, self.f))


def bounds(points: Sequence[Point]) -> Box:
    """The box around some points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def straight_lines(outline: Sequence[Point], stroked: bool) -> Iterator[Box]:
    """The level and upright lines of a part of a path: its strokes, or itself where it is a thin filled stripe.

    Argument: its corners in points; whether it is stroked.
    """
    if stroked:
        for start, end in pairwise(outline):
            yield from _level_or_upright(bounds([start, end]))
    elif outline:
        left, low, right, high = bounds(outline)
        x, y = (left + right) / 2, (low + high) / 2
        if right - left <= _THIN:
            yield from _level_or_upright((x, low, x, high))
        elif high - low <= _THIN:
            yield from _level_or_upright((left, y, right, y))


def _level_or_upright(line: Box) -> Iterator[Box]:
    wide, high = line[2] - line[0], line[3] - line[1]
    if min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORT:
        yield line
