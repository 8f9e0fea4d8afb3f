"""A page whose text was recognised: its lines with their places and how sure each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any, NamedTuple

from loaders.formats.pages.layout.spacing import WIDE
from loaders.formats.pages.sheet import Glyph, PrintedPage
from loaders.notes import Note

UNCERTAIN = 0.8
"""Lines recognised with a lower score are told. Of the lines of pages drawn by the benchmark nearly all that are wrong
lie below, and few that are right (benchmarks/recognition.py)."""
_SHOWN, _MOST_SHOWN = 24, 5  # characters of an uncertain line that are told, and how many lines
_NARROW = 0.5  # ems that a letter or digit takes
_TELLING = 8.0  # ems of a line from which its length tells the size of its type
_ALIKE = 0.12  # by which lines of one size of type come out differently


class RecognisedLine(NamedTuple):
    """The words of a line, the score of the recogniser (0 to 1) and its box, points from the upper left corner."""

    text: str
    score: float
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The lines of a page as it is read upright; measures are points."""

    width: float
    height: float
    lines: tuple[RecognisedLine, ...]

    @classmethod
    def of(cls, plain: dict[str, Any]) -> RecognisedPage:
        """The page that was made plain."""
        lines = (RecognisedLine(*line) for line in plain["lines"])
        return cls(plain["width"], plain["height"], tuple(lines))

    def plain(self) -> dict[str, Any]:
        """The page as JSON can carry it."""
        lines = [[line.text, round(line.score, 4), *(round(x, 1) for x in line[2:])] for line in self.lines]
        return {"width": self.width, "height": self.height, "lines": lines}

    @property
    def uncertain(self) -> list[str]:
        """The lines that may well be wrong."""
        return [line.text for line in self.lines if line.score < UNCERTAIN]

    def sheet(self) -> PrintedPage:
        """The page as printed: where each character stands is reckoned from its line.

        What the recogniser draws around a line is wider than the line, for a short one by much of a character, so the
        size of type of short lines is told by their height, and lines of nearly one size have one.
        """
        sizes = _sizes(self.lines)
        glyphs = [glyph for line, em in zip(self.lines, sizes, strict=True) for glyph in _glyphs(line, em)]
        return PrintedPage(self.width, self.height, glyphs)


def recognition_notes(pages: Mapping[int, RecognisedPage]) -> tuple[Note, ...]:
    """What the reader of the report should know of recognised pages: which they are, and which lines may be wrong."""
    if not pages:
        return ()
    uncertain = [line for number in sorted(pages) for line in pages[number].uncertain]
    recognised = Note.of("recognised_pages", pages="、".join(map(str, sorted(pages))))
    if not uncertain:
        return (recognised,)
    shown = "”、“".join(line[:_SHOWN] for line in uncertain[:_MOST_SHOWN])
    return recognised, Note.of("uncertain_lines", count=len(uncertain), shown=f"“{shown}”")


def _sizes(lines: Sequence[RecognisedLine]) -> list[float]:
    """The size of type (points) of each line."""
    by_length = {
        line: (line.right - line.left) / _ems(line.text) for line in lines if _ems(line.text) >= _TELLING
    }
    ratio = median([em / _height(line) for line, em in by_length.items()]) if by_length else 0.8
    sizes = [by_length.get(line, _height(line) * ratio) for line in lines]
    common: list[float] = []
    for size in sorted(by_length.values()) or sorted(sizes):
        if not common or size > common[-1] * (1 + _ALIKE):
            common.append(size)
    return [
        next((c for c in common if c <= size * (1 + _ALIKE) and size <= c * (1 + 2 * _ALIKE)), size)
        for size in sizes
    ]


def _glyphs(line: RecognisedLine, em: float) -> Iterator[Glyph]:
    """The characters side by side; one size of type has one height."""
    ems = _ems(line.text)
    printed = min(line.right - line.left, max(ems * em, line.right - line.left - em))
    left, step = (line.left + line.right - printed) / 2, printed / ems
    middle = (line.top + line.bottom) / 2
    for character in line.text:
        right = left + step * _width(character)
        if character.isspace():
            yield Glyph(" ", left, middle - em / 2, left, middle + em / 2)
        else:
            yield Glyph(character, left, middle - em / 2, right, middle + em / 2)
        left = right


def _height(line: RecognisedLine) -> float:
    return line.bottom - line.top


def _ems(text: str) -> float:
    return sum(map(_width, text)) or 1.0


def _width(character: str) -> float:
    return 1.0 if character >= WIDE or character in "“”‘’—…·" else _NARROW
