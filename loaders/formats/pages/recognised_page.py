"""A page whose text was recognised: its lines with their places and how sure each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from loaders.formats.pages.layout.spacing import WIDE
from loaders.formats.pages.sheet import Glyph, PrintedPage
from loaders.notes import Note

SCANNED = "scanned_pages"
"""The code of the warning that pages are pictures which nobody has recognised."""

UNCERTAIN = 0.9
"""Lines recognised with a lower score are told: what is hardly legible. The score does not tell what was taken for
another character: of the benchmark's noisy pages 1 of 1,264 right lines lies below, and none of the 9 wrong ones
(benchmarks/recognition.py)."""
_SHOWN, _MOST_SHOWN = 24, 5  # characters of an uncertain line that are told, and how many lines
_NARROW = 0.5  # ems that a letter or digit takes
_TELLING = 8.0  # ems of a line whose length tells the size of its type well
_ALIKE = 0.12  # by which lines of one size of type come out differently
_AROUND = 0.42  # ems that the box of a line is wider than its ink
_OPENING, _CLOSING, _BLANK = (
    "（《“‘【〔「",
    "）》”’】〕」，。、；：！？",
    0.5,
)  # ems that are blank in such a mark


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

        The box that the recogniser draws around a line is wider than its ink, and lines of one size of type come out
        somewhat different, so lines of nearly one size are given one.
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
    sizes = [(line.right - line.left) / (_inked(line.text) + _AROUND) for line in lines]
    usual: list[float] = []
    for size in sorted(
        size for size, line in zip(sizes, lines, strict=True) if _inked(line.text) >= _TELLING
    ):
        if not usual or size > usual[-1] * (1 + _ALIKE):
            usual.append(size)
    nearest = (min(usual, key=lambda other: abs(other - size), default=size) for size in sizes)
    return [
        near if abs(near - size) < 1.5 * _ALIKE * size else size
        for near, size in zip(nearest, sizes, strict=True)
    ]


def _glyphs(line: RecognisedLine, em: float) -> Iterator[Glyph]:
    """The characters side by side; one size of type has one height."""
    step = (line.right - line.left - _AROUND * em) / _inked(line.text)
    left, middle = line.left + _AROUND / 2 * em, (line.top + line.bottom) / 2
    top, bottom = middle - em / 2, middle + em / 2
    left -= step * _BLANK * (line.text[0] in _OPENING)
    for character in line.text:
        right = left + step * _width(character)
        yield (
            Glyph(" ", left, top, left, bottom)
            if character.isspace()
            else Glyph(character, left, top, right, bottom)
        )
        left = right


def _inked(text: str) -> float:
    """How many ems a line is long, without the blank half of a mark at its beginning or end."""
    ems = sum(map(_width, text)) - _BLANK * (text[0] in _OPENING) - _BLANK * (text[-1] in _CLOSING)
    return max(ems, _NARROW)


def _width(character: str) -> float:
    return 1.0 if character >= WIDE or character in "“”‘’—…·" else _NARROW
