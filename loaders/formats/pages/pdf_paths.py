"""The straight lines that are drawn on a page of a PDF: the rulings of its tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

Area = tuple[float, float, float, float]
"""Left, bottom, right and top in the space of the page, in points."""
Point = tuple[float, float]
Object = Any
"""A page object of PDFium."""

MOST_SEGMENTS = 4000
"""A page with more is a drawing: its lines are not those of tables."""
_DEEPEST = 3  # forms within forms
_THIN = 3.0  # points: a filled stripe that is no wider is a line
_SHORT = 4.0  # points
_STRAIGHT = 1.0  # points by which a level line may rise


class Matrix(NamedTuple):
    """A transformation: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> Point:
        """Where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: Matrix) -> Matrix:
        """This transformation, then another."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return Matrix(a, b, c, d, *outer.point(self.e, self.f))


_IDENTITY = Matrix(1, 0, 0, 1, 0, 0)


def straight_lines(page: pypdfium2.PdfPage) -> list[Area]:
    """The level and upright lines of a page: strokes, thin filled stripes, and the sides of drawn rectangles."""
    count = raw.FPDFPage_CountObjects(page)
    objects = (raw.FPDFPage_GetObject(page, index) for index in range(count))
    lines: list[Area] = []
    for path, matrix in _paths(objects, _IDENTITY, _DEEPEST):
        lines += _lines(path, matrix)
        if len(lines) > MOST_SEGMENTS:
            return []
    return lines


def _paths(objects: Iterator[Object], outer: Matrix, depth: int) -> Iterator[tuple[Object, Matrix]]:
    """The painted paths, also those inside forms, each with what takes it to the page."""
    for item in objects:
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH and _is_painted(item):
            yield item, _matrix(item).then(outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            inside = (
                raw.FPDFFormObj_GetObject(item, index) for index in range(raw.FPDFFormObj_CountObjects(item))
            )
            yield from _paths(inside, _matrix(item).then(outer), depth - 1)


def _is_painted(path: Object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value or stroke.value)


def _is_stroked(path: Object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(stroke.value)


def _matrix(item: Object) -> Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _lines(path: Object, matrix: Matrix) -> Iterator[Area]:
    """The lines of a path: each straight segment of a stroke, each filled stripe."""
    if raw.FPDFPath_CountSegments(path) > MOST_SEGMENTS:
        return
    stroked = _is_stroked(path)
    for outline in _outlines(path, matrix):
        box = _bounds(outline)
        if stroked:
            for start, end in zip(outline, outline[1:], strict=False):
                yield from _level_or_upright(_bounds([start, end]))
        elif min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            yield from _level_or_upright(_middle(box))


def _outlines(path: Object, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path; a curve divides a part."""
    corners: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.point(x.value, y.value)
        if raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_LINETO:
            yield corners
            corners = []
        corners.append(point)
        if raw.FPDFPathSegment_GetClose(segment):
            yield [*corners, corners[0]]
            corners = []
    yield corners


def _bounds(points: list[Point]) -> Area:
    xs, ys = [x for x, _ in points] or [0.0], [y for _, y in points] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def _middle(box: Area) -> Area:
    """The line in the middle of a stripe."""
    left, bottom, right, top = box
    if right - left < top - bottom:
        return (left + right) / 2, bottom, (left + right) / 2, top
    return left, (bottom + top) / 2, right, (bottom + top) / 2


def _level_or_upright(line: Area) -> Iterator[Area]:
    wide, high = line[2] - line[0], line[3] - line[1]
    if min(wide, high) <= _STRAIGHT and max(wide, high) >= _SHORT:
        yield line
