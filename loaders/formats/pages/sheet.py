"""A printed page: characters with their places, and the straight lines drawn between them.

Measures are points from the upper left corner, downwards, of the page as its text is read upright.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    """A straight line, upright or level, from its upper or left end to the other."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed page.

    `glyphs` in the order in which the file has them. `turned`: text that stands askew on the page, by how many
    quarter turns clockwise. `watermark`: what is printed aslant.
    """

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...] = ()
    turned: Mapping[int, tuple[Glyph, ...]] = field(default_factory=dict)
    watermark: str = ""

    def upright(self, turns: int) -> Sheet:
        """The text that is turned so many quarters, on a sheet turned back."""
        wide, high = (self.height, self.width) if turns % 2 else (self.width, self.height)
        return Sheet(wide, high, tuple(turn_back(self.turned[turns], turns, self.width, self.height)))


def turn_back(glyphs: Iterable[Glyph], turns: int, width: float, height: float) -> Iterable[Glyph]:
    """The places of glyphs that are turned clockwise by quarters on an area, when it is turned back."""
    for text, left, top, right, bottom in glyphs:
        if turns == 1:
            yield Glyph(text, top, width - right, bottom, width - left)
        elif turns == 2:
            yield Glyph(text, width - right, height - bottom, width - left, height - top)
        else:
            yield Glyph(text, height - bottom, left, height - top, right)
