"""A page of a PDF as a sheet: its characters with their places and its straight lines, by PDFium."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from loaders.formats.pages.characters import MEANT, join_surrogates
from loaders.formats.pages.drawing import Box
from loaders.formats.pages.pdf_paths import lines_of
from loaders.formats.pages.sheet import Glyph, Ruling, Sheet, upright_sheet

WATERMARK = "watermark"
_HYPHEN = 2  # what PDFium gives for a hyphen at the end of a line
_SPACES = frozenset({0x20, 0xA0, 0x3000})
_QUARTER = math.pi / 2
_ASLANT = 0.15  # radians off a quarter turn
_DIAGONAL = -1


def sheet_of(page: pypdfium2.PdfPage) -> Sheet:
    """The characters inside the crop box and the straight lines of a page.

    What /Rotate says is not needed: PDFium's boxes are those of the page before it, and the angle of the text tells
    how it is read. What is printed aslant is a watermark.
    """
    text = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(text, index) for index in range(raw.FPDFText_CountChars(text))]
    join_surrogates(codes)
    left, bottom, right, top = area = _area(page)
    groups: dict[int, list[Glyph]] = {}
    for glyph, turns in zip(_glyphs(text, codes, area), _turns(text, codes), strict=True):
        if glyph:
            groups.setdefault(turns, []).append(glyph)
    aslant = "".join(glyph.text for glyph in groups.pop(_DIAGONAL, ()))
    rulings = (Ruling(x0 - left, top - y1, x1 - left, top - y0) for x0, y0, x1, y1 in lines_of(page))
    left_out = ((aslant, WATERMARK),) if aslant else ()
    return upright_sheet(right - left, top - bottom, groups, rulings, left_out)


def _area(page: pypdfium2.PdfPage) -> Box:
    """What is shown of the page, the crop box inside the media box: left, bottom, right, top."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, box)
    return box.left, box.bottom, box.right, box.top


def _turns(text: pypdfium2.PdfTextPage, codes: Sequence[int]) -> list[int]:
    """By how many quarters each character is turned clockwise; -1 for what is aslant.

    Text that is turned begins behind white space, so where no word begins turned, none is.
    """
    words = [i for i, code in enumerate(codes) if code > 0x20 and (i == 0 or codes[i - 1] <= 0x20)]
    if not any(_turn(text, index) for index in words):
        return [0] * len(codes)
    turns: list[int] = []
    for index, code in enumerate(codes):
        turns.append(_turn(text, index) if code > 0x20 or not turns else turns[-1])
    return turns


def _turn(text: pypdfium2.PdfTextPage, index: int) -> int:
    angle = raw.FPDFText_GetCharAngle(text, index)
    quarters = round(angle / _QUARTER)
    return quarters % 4 if abs(angle - quarters * _QUARTER) < _ASLANT else _DIAGONAL


def _glyphs(text: pypdfium2.PdfTextPage, codes: Sequence[int], area: Box) -> Iterator[Glyph | None]:
    """The glyph of each character from the upper left corner of an area; None for what is none, or outside."""
    left, bottom, right, top = area
    box = raw.FS_RECTF()
    pointer, get_box = ctypes.byref(box), raw.FPDFText_GetLooseCharBox
    last: Glyph | None = None
    for index, code in enumerate(codes):
        if code in _SPACES:
            typed = last and not raw.FPDFText_IsGenerated(text, index)
            yield Glyph(" ", last.right, last.top, last.right, last.bottom) if last and typed else None
        elif code > 0x20 or code == _HYPHEN:
            get_box(text, index, pointer)
            x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
            inside = 2 * left <= x0 + x1 <= 2 * right and 2 * bottom <= y0 + y1 <= 2 * top
            last = Glyph(_character(code), x0 - left, top - y1, x1 - left, top - y0) if inside else None
            yield last
        else:
            yield None


def _character(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    character = chr(code)
    return MEANT.get(character, character)
