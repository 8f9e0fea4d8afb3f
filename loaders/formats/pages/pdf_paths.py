"""The straight lines that are drawn on a page of a PDF: the rulings of its tables."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import Any

import pypdfium2
from pypdfium2 import raw

from loaders.formats.pages.drawing import MOST_LINES, Box, Matrix, Point, straight_lines

Object = Any
"""A page object of PDFium."""

_TEXT = {raw.FPDF_PAGEOBJ_TEXT}
_DEEPEST = 3  # forms within forms


def lines_of(page: pypdfium2.PdfPage) -> list[Box]:
    """The level and upright lines of a page in its own space: left, bottom, right, top; none of a drawing."""
    objects = map(raw.FPDFPage_GetObject, repeat(page.raw), range(raw.FPDFPage_CountObjects(page)))
    lines: list[Box] = []
    for path, matrix in _paths(list(objects), Matrix(), _DEEPEST):
        lines += _lines(path, matrix)
        if len(lines) > MOST_LINES:
            return []
    return lines


def _paths(objects: Sequence[Object], outer: Matrix, depth: int) -> Iterator[tuple[Object, Matrix]]:
    """The paths of a page, also those inside forms, each with what takes it to the page."""
    kinds = list(map(raw.FPDFPageObj_GetType, objects))
    for item, kind in zip(objects, kinds, strict=True) if set(kinds) != _TEXT else ():
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield item, _matrix(item).then(outer)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth:
            inside = map(raw.FPDFFormObj_GetObject, repeat(item), range(raw.FPDFFormObj_CountObjects(item)))
            yield from _paths(list(inside), _matrix(item).then(outer), depth - 1)


def _matrix(item: Object) -> Matrix:
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _lines(path: Object, matrix: Matrix) -> Iterator[Box]:
    """The lines of a path that is painted."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(path, fill, stroke)
    if (fill.value or stroke.value) and raw.FPDFPath_CountSegments(path) <= MOST_LINES:
        for outline in _outlines(path, matrix):
            yield from straight_lines(outline, bool(stroke.value))


def _outlines(path: Object, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path; a curve divides a part."""
    corners: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(raw.FPDFPath_CountSegments(path)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) != raw.FPDF_SEGMENT_LINETO:
            yield corners
            corners = []
        corners.append(matrix.point(x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            yield [*corners, corners[0]]
            corners = []
    yield corners
