"""A page of a PDF as a sheet: its characters, turned so that its text is upright, and its straight lines, by PDFium."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import pypdfium2
from pypdfium2 import raw

from loaders.formats.pages.characters import MEANT, join_surrogates
from loaders.formats.pages.pdf_paths import Area, straight_lines
from loaders.formats.pages.sheet import Glyph, Ruling, Sheet

Place = Callable[[str, float, float, float, float], Glyph]
"""Makes a glyph of its text and its left, bottom, right and top in the space of the page, which counts upwards."""

_HYPHEN = 2  # what PDFium gives for a hyphen at the end of a line
_SPACES = frozenset({0x20, 0xA0, 0x3000})
_QUARTER = math.pi / 2
_ASLANT = 0.15  # radians off a quarter turn
_DIAGONAL = -1


def sheet_of(page: pypdfium2.PdfPage) -> Sheet:
    """The characters inside the crop box and the straight lines of a page.

    The page is turned so that most of its text is upright, whatever its /Rotate says: PDFium's boxes are those of
    the page before that, and a table may lie on its side on an upright page.
    """
    text = page.get_textpage()
    codes = [raw.FPDFText_GetUnicode(text, index) for index in range(raw.FPDFText_CountChars(text))]
    join_surrogates(codes)
    turns = _turns(text, codes)
    upright = _upright(page, turns)
    area = _area(page)
    place = _placing(area, upright)
    groups: dict[int, list[Glyph]] = {}
    for glyph, turn in zip(_glyphs(text, codes, area, place), turns, strict=True):
        if glyph:
            groups.setdefault(turn, []).append(glyph)
    watermark = "".join(glyph.text for glyph in groups.pop(_DIAGONAL, []))
    glyphs = tuple(groups.pop(upright, []))
    turned = {(turn - upright) % 4: tuple(group) for turn, group in groups.items()}
    rulings = tuple(Ruling(*place("", *line)[1:]) for line in straight_lines(page))
    width, height = place("", *area)[3:]
    return Sheet(width, height, glyphs, rulings, turned, watermark)


def _area(page: pypdfium2.PdfPage) -> Area:
    """What is shown of the page: the crop box inside the media box."""
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


def _upright(page: pypdfium2.PdfPage, turns: Sequence[int]) -> int:
    """How most of the text is turned; where there is none, what /Rotate undoes."""
    counts = Counter(turn for turn in turns if turn != _DIAGONAL)
    return counts.most_common(1)[0][0] if counts else -page.get_rotation() // 90 % 4


def _glyphs(
    text: pypdfium2.PdfTextPage, codes: Sequence[int], area: Area, place: Place
) -> Iterator[Glyph | None]:
    """The glyph of each character; None for what is none, or is not inside the area."""
    left, bottom, right, top = area
    box = raw.FS_RECTF()
    pointer, get_box = ctypes.byref(box), raw.FPDFText_GetLooseCharBox
    last: Glyph | None = None
    for index, code in enumerate(codes):
        if code in _SPACES:
            yield last and Glyph(" ", last.right, last.top, last.right, last.bottom)
        elif code > 0x20 or code == _HYPHEN:
            get_box(text, index, pointer)
            x0, y0, x1, y1 = box.left, box.bottom, box.right, box.top
            if 2 * left <= x0 + x1 <= 2 * right and 2 * bottom <= y0 + y1 <= 2 * top:
                last = place(_character(code), x0, y0, x1, y1)
                yield last
            else:
                yield None
        else:
            yield None


def _character(code: int) -> str:
    if code == _HYPHEN:
        return "-"
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    character = chr(code)
    return MEANT.get(character, character)


def _placing(area: Area, turns: int) -> Place:
    """Places boxes on the page turned back by so many quarters, from its upper left corner."""
    left, bottom, right, top = area

    def as_it_is(text: str, x0: float, y0: float, x1: float, y1: float) -> Glyph:
        return Glyph(text, x0 - left, top - y1, x1 - left, top - y0)

    def by_one(text: str, x0: float, y0: float, x1: float, y1: float) -> Glyph:
        return Glyph(text, top - y1, right - x1, top - y0, right - x0)

    def by_two(text: str, x0: float, y0: float, x1: float, y1: float) -> Glyph:
        return Glyph(text, right - x1, y0 - bottom, right - x0, y1 - bottom)

    def by_three(text: str, x0: float, y0: float, x1: float, y1: float) -> Glyph:
        return Glyph(text, y0 - bottom, x0 - left, y1 - bottom, x1 - left)

    return (as_it_is, by_one, by_two, by_three)[turns]
