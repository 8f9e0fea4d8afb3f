"""An SVG document drawn from above to below."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from xml.etree import ElementTree

WIDTH = 1080  # pixels: a phone shows them all
MARGIN = 48
INK, QUIET, FAINT, PAPER = "#1a1a1a", "#555555", "#e3e3e3", "#ffffff"
# Told apart with every kind of colour blindness: M. Okabe, K. Ito, "Color Universal Design" (2008); their yellow is
# darkened, which would not be seen on white, and grey stands for what has no colour of its own.
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#7a6a00", "#555555")
TITLE, BODY, SMALL = 46, 36, 30  # pixels of letters

Anchor = Literal["start", "middle", "end"]


@dataclass(slots=True)
class Drawing:
    """A picture that grows downwards; `y` is where the next thing goes."""

    y: float = MARGIN
    _root: ElementTree.Element = field(default_factory=lambda: ElementTree.Element("svg"))

    def text(
        self, x: float, y: float, words: str, size: float, colour: str = INK, anchor: Anchor = "start"
    ) -> None:
        """Words in one line, on a base line at `y`."""
        look = {"font-size": str(size), "fill": colour, "text-anchor": anchor}
        element = ElementTree.SubElement(self._root, "text", _numbers(x=x, y=y) | look)
        # What cannot be printed is no XML, or a box.
        element.text = "".join(filter(str.isprintable, words))

    def bar(self, x: float, y: float, wide: float, high: float, colour: str, outlined: bool = False) -> None:
        """A bar, filled or as a dashed outline."""
        place = _numbers(x=x, y=y, width=max(wide, 1), height=high, rx=min(6.0, high / 2))
        look = {"fill": "none", "stroke": colour, "stroke-width": "4", "stroke-dasharray": "12 8"}
        ElementTree.SubElement(self._root, "rect", place | (look if outlined else {"fill": colour}))

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle."""
        ElementTree.SubElement(self._root, "circle", _numbers(cx=x, cy=y, r=radius) | {"fill": colour})

    def rule(self, x: float, y: float, x2: float, y2: float, colour: str = FAINT) -> None:
        """A thin straight line."""
        look = {"stroke": colour, "stroke-width": "3"}
        ElementTree.SubElement(self._root, "line", _numbers(x1=x, y1=y, x2=x2, y2=y2) | look)

    def svg(self) -> str:
        """The document, as high as it has grown, on paper."""
        size = _numbers(width=WIDTH, height=self.y + MARGIN)
        root = ElementTree.Element("svg", size | {"xmlns": "http://www.w3.org/2000/svg"})
        ElementTree.SubElement(root, "rect", size | {"fill": PAPER})
        root.extend(self._root)
        return ElementTree.tostring(root, encoding="unicode")


def text_on(colour: str) -> str:
    """The colour of words on a colour: dark ones on a light one (luma of ITU-R BT.601 above one half)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 127 else PAPER


def _numbers(**values: float) -> dict[str, str]:
    return {name: f"{value:g}" for name, value in values.items()}
