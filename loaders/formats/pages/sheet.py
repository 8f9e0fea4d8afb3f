"""A printed page: characters with their places, and the straight lines drawn between them.

Measures are points from the upper left corner, downwards, of the page as its text is read upright.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Glyph(NamedTuple):
    """A character (a ligature: several) and its box; a space has no width and stands where the one before it ends."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class Ruling(NamedTuple):
    """A straight line, upright or level, as a box without breadth."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A printed page.

    `glyphs` in the order in which the file has them. `turned`: text that stands askew on the page, by how many
    quarter turns clockwise. `left_out`: what is on the page and not read, with the reason (watermark, hidden).
    `turned_back`: by how many quarters the page was turned, counterclockwise, to be upright.
    """

    width: float
    height: float
    glyphs: Sequence[Glyph]
    rulings: tuple[Ruling, ...] = ()
    turned: Mapping[int, Sequence[Glyph]] = field(default_factory=dict)
    left_out: tuple[tuple[str, str], ...] = ()
    turned_back: int = 0

    def askew(self, turns: int) -> PrintedPage:
        """The text that is turned so many quarters, upright on a sheet of its own."""
        width, height = _turned_size(self.width, self.height, turns)
        return PrintedPage(
            width, height, tuple(turn_back(self.turned[turns], turns, self.width, self.height))
        )


def upright_sheet(
    width: float,
    height: float,
    groups: Mapping[int, Sequence[Glyph]],
    rulings: Iterable[Ruling],
    left_out: tuple[tuple[str, str], ...] = (),
) -> PrintedPage:
    """A page turned so that most of its text is upright: a table may lie on its side.

    Arguments: the size of the page and the places on it as they are, the text by how many quarters it is turned
    clockwise there; what is not read.
    """
    turns = max(groups, key=lambda quarters: len(groups[quarters]), default=0)
    if turns:
        groups = {t: list(turn_back(glyphs, turns, width, height)) for t, glyphs in groups.items()}
        boxes = turn_back((Glyph("", *ruling) for ruling in rulings), turns, width, height)
        rulings = (Ruling(*box[1:]) for box in boxes)
        width, height = _turned_size(width, height, turns)
    askew = {(t - turns) % 4: glyphs for t, glyphs in groups.items() if t != turns}
    return PrintedPage(width, height, groups.get(turns, ()), tuple(rulings), askew, left_out, turns)


def turn_back(glyphs: Iterable[Glyph], turns: int, width: float, height: float) -> Iterator[Glyph]:
    """The places of glyphs that are turned clockwise by quarters on an area, when it is turned back."""
    for text, left, top, right, bottom in glyphs:
        if turns == 1:
            yield Glyph(text, top, width - right, bottom, width - left)
        elif turns == 2:
            yield Glyph(text, width - right, height - bottom, width - left, height - top)
        else:
            yield Glyph(text, height - bottom, left, height - top, right)


def _turned_size(width: float, height: float, turns: int) -> tuple[float, float]:
    return (height, width) if turns % 2 else (width, height)
