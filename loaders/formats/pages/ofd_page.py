"""A page of an OFD file as a sheet: its text objects, character by character, and its straight lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from xml.etree.ElementTree import Element

from loaders.formats.pages.characters import MEANT
from loaders.formats.pages.drawing import MOST_LINES, Matrix, Point, bounds, straight_lines
from loaders.formats.pages.ofd_document import OfdPage, numbers
from loaders.formats.pages.sheet import Glyph, PrintedPage, Ruling, upright_sheet
from loaders.lazy_pattern import lazy_pattern

HIDDEN, WATERMARK = "hidden", "watermark"
_POINTS = Matrix(72 / 25.4, 0, 0, 72 / 25.4)  # of millimetres
_MOST_STEPS = 10_000
_DEEPEST = 4  # graphics within graphics
_ASLANT = 0.15  # of the length: what rises more is aslant
_WIDE = "\u2e80"  # from here on characters take a whole em
_WIDEST = 1.3  # ems
_ASCENT, _DESCENT = 0.85, 0.15  # ems above and below the base line
_STEP = lazy_pattern(r"g|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


@dataclass(slots=True)
class _Content:
    """What was found on a page: glyphs by their quarter turns, lines, what is not read."""

    groups: dict[int, list[Glyph]] = field(default_factory=dict)
    rulings: list[Ruling] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)


def sheet_of(page: OfdPage) -> PrintedPage:
    """The characters and straight lines of a page; raises DamagedFile."""
    content = _Content()
    for layer in page.layers:
        _collect(content, layer, _POINTS, page.composites, _DEEPEST)
    width, height = _POINTS.point(page.width, page.height)
    rulings = content.rulings if len(content.rulings) <= MOST_LINES else []
    left_out = tuple((words, reason) for reason, words in content.left_out.items())
    return upright_sheet(width, height, content.groups, rulings, left_out)


def _collect(
    content: _Content, layer: Element, matrix: Matrix, composites: Mapping[str, Element], depth: int
) -> None:
    """Take up the objects of a layer or block; the matrix takes its millimetres to the page."""
    for item in layer:
        if item.get("Visible", "true").lower() == "false":
            _leave_out(content, HIDDEN, "".join(code.text or "" for code in item.iter("TextCode")))
        elif item.tag == "TextObject":
            _text(content, item, _own(item).then(matrix))
        elif item.tag == "PathObject":
            content.rulings += _lines(item, _own(item).then(matrix))
        elif item.tag == "PageBlock":
            _collect(content, item, matrix, composites, depth)
        elif item.tag == "CompositeObject" and depth:
            inside = composites.get(item.get("ResourceID", ""))
            for inner in inside.findall("Content") if inside is not None else ():
                _collect(content, inner, _own(item).then(matrix), composites, depth - 1)


def _own(item: Element) -> Matrix:
    """From the space of an object to that around it: its own transformation, then the corner of its boundary (8.5)."""
    left, top, _, _ = numbers(item.get("Boundary", ""), 4)
    return Matrix(*numbers(item.get("CTM", "1 0 0 1 0 0"), 6)).then(Matrix(e=left, f=top))


def _leave_out(content: _Content, reason: str, words: str) -> None:
    if words.strip():
        content.left_out[reason] = content.left_out.get(reason, "") + words


def _text(content: _Content, item: Element, matrix: Matrix) -> None:
    """The characters of a text object (11.3)."""
    turns = _turns(matrix)
    if turns is None:
        _leave_out(content, WATERMARK, "".join(code.text or "" for code in item.iter("TextCode")))
        return
    size = float(item.get("Size") or 0)
    across = size * float(item.get("HScale") or 1)
    _, _, width, _ = numbers(item.get("Boundary", ""), 4)
    glyphs = content.groups.setdefault(turns, [])
    x = y = 0.0
    for code in item.iter("TextCode"):
        words = (code.text or "").strip("\r\n\t")
        x, y = float(code.get("X") or x), float(code.get("Y") or y)
        places = _places(code, words, (x, y), across, width - x)
        for character, place, following in zip(words, places, [*places[1:], None], strict=True):
            wide = _advance(character, place, following, across)
            glyphs.append(_glyph(character, place, wide, size, matrix, glyphs))


def _turns(matrix: Matrix) -> int | None:
    """By how many quarters a text is turned clockwise; None for aslant."""
    along, down = matrix.a, matrix.b
    if abs(down) <= _ASLANT * abs(along):
        return 0 if along >= 0 else 2
    if abs(along) <= _ASLANT * abs(down):
        return 1 if down > 0 else 3
    return None


def _advance(character: str, place: Point, following: Point | None, across: float) -> float:
    """The width of a character with the room up to the next one, where that is no space between words."""
    step = following[0] - place[0] if following else 0.0
    return step if 0 < step <= _WIDEST * across else _width(character) * across


def _glyph(
    character: str, place: Point, wide: float, size: float, matrix: Matrix, before: Sequence[Glyph]
) -> Glyph:
    if character.isspace() and before:
        last = before[-1]
        return Glyph(" ", last.right, last.top, last.right, last.bottom)
    x, y = place
    right, top, bottom = x + wide, y - _ASCENT * size, y + _DESCENT * size
    corners = [matrix.point(*corner) for corner in ((x, top), (right, top), (x, bottom), (right, bottom))]
    return Glyph(MEANT.get(character, character), *bounds(corners))


def _width(character: str) -> float:
    """The width of a character in ems, where no font tells it."""
    return 1.0 if character >= _WIDE or character in "“”‘’—…" else 0.5


def _places(code: Element, words: str, first: Point, across: float, room: float) -> list[Point]:
    """Where each character stands.

    Arguments: the code; its words; the first place; the width of an em; the room up to the end of its boundary.
    """
    xs, ys = _steps(code.get("DeltaX")), _steps(code.get("DeltaY"))
    xs = _filled(xs, words, across, room) if xs or not ys else [0.0] * len(words)
    ys += [ys[-1] if ys else 0.0] * (len(words) - len(ys))
    places = zip(accumulate(xs, initial=first[0]), accumulate(ys, initial=first[1]), strict=False)
    return list(places)[: len(words)]


def _filled(steps: list[float], words: str, across: float, room: float) -> list[float]:
    """The steps behind all characters: those that are missing are as the last behind one of the same width.

    Without one, narrow characters share the room that the others leave, where that is about their width.
    """
    last = {_width(character): step for character, step in zip(words, steps, strict=False)}
    wide = last.get(1.0, across)
    missing = words[len(steps) :]
    narrow = sum(_width(character) < 1 for character in missing)
    shared = (room - sum(steps) - wide * (len(missing) - narrow)) / max(1, narrow)
    thin = last.get(0.5, shared if 0.4 < shared / (across or 1) < 1.05 else 0.5 * across)
    return steps + [wide if _width(character) == 1 else thin for character in missing]


def _steps(written: str | None) -> list[float]:
    """Steps as written: numbers, or `g 5 3.2` for five times the same (7.2)."""
    steps: list[float] = []
    words = iter(_STEP.findall(written or ""))
    for word in words:
        if word == "g":
            count, step = float(next(words, 0)), float(next(words, 0))
            steps += [step] * min(int(count), _MOST_STEPS)
        else:
            steps.append(float(word))
    return steps


def _lines(item: Element, matrix: Matrix) -> Iterable[Ruling]:
    """The straight lines of a path object (9.1)."""
    stroked = item.get("Stroke", "true").lower() != "false"
    filled = item.get("Fill", "false").lower() == "true"
    if stroked or filled:
        for outline in _outlines(item.findtext("AbbreviatedData") or "", matrix):
            yield from (Ruling(*line) for line in straight_lines(outline, stroked))


_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}


def _outlines(data: str, matrix: Matrix) -> Iterator[list[Point]]:
    """The corners of each part of a path; a curve divides a part."""
    words = iter(data.split())
    corners: list[Point] = []
    for operator in words:
        count = _OPERANDS.get(operator)
        if count is None:
            return
        values = [float(next(words, 0)) for _ in range(count)]
        if operator == "C":
            corners += corners[:1]
        elif operator != "L":
            yield corners
            corners = []
        if count:
            corners.append(matrix.point(values[-2], values[-1]))
    yield corners
