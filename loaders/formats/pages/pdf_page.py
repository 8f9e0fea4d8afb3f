"""A page of a PDF as a sheet: its characters with their places and its straight lines, by PDFium."""

from __future__ import annotations

import ctypes
import math
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat
from typing import Any

import pypdfium2
from pypdfium2 import raw

from loaders.formats.pages.characters import MEANT, join_surrogates
from loaders.formats.pages.drawing import Box
from loaders.formats.pages.pdf_paths import lines_of
from loaders.formats.pages.sheet import Glyph, PrintedPage, Ruling, upright_sheet

WATERMARK = "watermark"
_HYPHEN, _LINE_END = 0xFFFE, 2  # what PDFium gives for a hyphen at the end of a line
_HIGH_SURROGATES = frozenset(range(0xD800, 0xDC00))
_AT_ONCE = 1024  # boxes
_BLANKS = frozenset({0x20, 0xA0, 0x3000})
_QUARTER = math.pi / 2
_ASLANT = 0.15  # radians off a quarter turn
_DIAGONAL = -1


def sheet_of(page: pypdfium2.PdfPage) -> PrintedPage:
    """The characters inside the crop box and the straight lines of a page.

    What /Rotate says is not needed: PDFium's boxes are those of the page before it, and the angle of the text tells
    how it is read. What is printed aslant is a watermark.
    """
    text = page.get_textpage()
    codes = _codes(text)
    left, bottom, right, top = area = _area(page)
    groups = {
        turns: list(_glyphs(text, codes, area, indexes)) for turns, indexes in _by_turns(text, codes).items()
    }
    aslant = "".join(glyph.text for glyph in groups.pop(_DIAGONAL, ()))
    rulings = (Ruling(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in lines_of(page))
    left_out = ((aslant, WATERMARK),) if aslant else ()
    return upright_sheet(right - left, top - bottom, groups, rulings, left_out)


def _area(page: pypdfium2.PdfPage) -> Box:
    """What is shown of the page, the crop box inside the media box: left, bottom, right, top."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return box.left, box.bottom, box.right, box.top


def _codes(text: pypdfium2.PdfTextPage) -> list[int]:
    """The code of each character, fetched at once where each has one, as then the text has as many."""
    count = raw.FPDFText_CountChars(text)
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, buffer) == count + 1:
        codes: list[int] = list(buffer[:count])
    else:
        codes = [raw.FPDFText_GetUnicode(text, index) for index in range(count)]
        codes = [_HYPHEN if code == _LINE_END else code for code in codes]
    if not _HIGH_SURROGATES.isdisjoint(codes):
        join_surrogates(codes)
    return codes


def _by_turns(text: pypdfium2.PdfTextPage, codes: Sequence[int]) -> dict[int, Sequence[int]]:
    """The characters by how many quarters they are turned clockwise; -1 for what is aslant.

    Text that is turned begins behind white space, so where no word begins turned, none is.
    """
    handle = text.raw
    words = [i for i, code in enumerate(codes) if code > 0x20 and (i == 0 or codes[i - 1] <= 0x20)]
    if not any(_turn(handle, index) for index in words):
        return {0: range(len(codes))}
    groups: dict[int, list[int]] = {}
    turns = 0
    for index, code in enumerate(codes):
        turns = _turn(handle, index) if code > 0x20 else turns
        groups.setdefault(turns, []).append(index)
    return {**groups}


def _turn(text: Any, index: int) -> int:
    angle = raw.FPDFText_GetCharAngle(text, index)
    quarters = round(angle / _QUARTER)
    return quarters % 4 if abs(angle - quarters * _QUARTER) < _ASLANT else _DIAGONAL


def _glyphs(
    text: pypdfium2.PdfTextPage, codes: Sequence[int], area: Box, indexes: Sequence[int]
) -> Iterator[Glyph]:
    """The glyphs of some characters that are inside an area, from its upper left corner."""
    left, bottom, right, top = area
    new = tuple.__new__  # Glyph(…) takes twice as long
    last: Glyph | None = None
    for index, (x0, y1, x1, y0) in zip(indexes, _boxes(text, indexes), strict=True):
        code = codes[index]
        if code > 0x20 and code not in _BLANKS:
            if 2 * left <= x0 + x1 <= 2 * right and 2 * bottom <= y0 + y1 <= 2 * top:
                last = new(Glyph, (_MEANT[code], x0 - left, top - y1, x1 - left, top - y0))
                yield last
        elif last and code in _BLANKS and not raw.FPDFText_IsGenerated(text, index):
            yield Glyph(" ", last.right, last.top, last.right, last.bottom)


def _boxes(text: pypdfium2.PdfTextPage, indexes: Sequence[int]) -> Iterator[Box]:
    """The left, top, right and bottom of characters: PDFium writes them side by side into one array."""
    array, pointers = _array(_AT_ONCE)
    numbers = memoryview(array).cast("B").cast("f")
    for start in range(0, len(indexes), _AT_ONCE):
        some = indexes[start : start + _AT_ONCE]
        deque(map(raw.FPDFText_GetLooseCharBox, repeat(text.raw), some, pointers), maxlen=0)
        sides = numbers[: 4 * len(some)].tolist()
        yield from zip(sides[0::4], sides[1::4], sides[2::4], sides[3::4], strict=True)


@cache
def _array(count: int) -> tuple[Any, list[Any]]:
    """An array of boxes and a pointer to each."""
    array = (raw.FS_RECTF * count)()
    return array, [ctypes.byref(box) for box in array]


class _Meant(dict[int, str]):
    """What to read for each code, found out once."""

    def __missing__(self, code: int) -> str:
        is_character = code <= 0x10FFFF and not 0xD800 <= code < 0xE000
        self[code] = "-" if code == _HYPHEN else MEANT.get(chr(code), chr(code)) if is_character else "\ufffd"
        return self[code]


_MEANT = _Meant()
