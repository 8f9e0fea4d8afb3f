"""One indicator as a picture: a bar for each goal and each present value, by document and year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.pictures import text_layout
from bot.pictures.svg import BODY, COLOURS, INK, MARGIN, QUIET, SMALL, TITLE, WIDTH, Drawing

GOAL, PRESENT, BLANK = COLOURS[0], COLOURS[5], "#8a8a8a"
A_PAGE = 8  # bars of a picture
THICK = 34
LEAST = 0.02  # of the longest bar: a value near zero is still seen

Look = Literal["goal", "present", "blank"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A value: whose it is, the value in words, how long (0 to 1; None: it has no length), and how it is drawn."""

    group: str
    label: str
    length: float | None
    look: Look


@dataclass(frozen=True, slots=True)
class Legend:
    """The words around a chart: its title, a line below, and what the colours mean."""

    title: str
    note: str
    goal: str
    present: str


def chart(bars: Sequence[Bar], legend: Legend) -> list[str]:
    """The pictures, as SVG documents, of some bars; those with the same group stand under one name."""
    return [_page(bars[at : at + A_PAGE], legend) for at in range(0, len(bars), A_PAGE)]


def _page(bars: Sequence[Bar], legend: Legend) -> str:
    drawing = Drawing()
    _header(drawing, legend)
    group = ""
    for bar in bars:
        if bar.group != group:
            group = bar.group
            _group(drawing, group)
        _bar(drawing, bar)
    return drawing.svg()


def _header(drawing: Drawing, legend: Legend) -> None:
    room = WIDTH - 2 * MARGIN
    for words in text_layout.lines(legend.title, TITLE, room, 2):
        drawing.y += TITLE
        drawing.text(MARGIN, drawing.y, words, TITLE)
        drawing.y += 14
    for words in text_layout.lines(legend.note, SMALL, room, 2):
        drawing.y += SMALL + 6
        drawing.text(MARGIN, drawing.y, words, SMALL, QUIET)
    drawing.y += 30
    x: float = MARGIN
    for colour, name in ((GOAL, legend.goal), (PRESENT, legend.present)):
        drawing.bar(x, drawing.y, THICK, THICK, colour)
        drawing.text(x + THICK + 14, drawing.y + 28, name, SMALL)
        x += THICK + 70 + text_layout.width(name, SMALL)
    drawing.y += THICK + 36


def _group(drawing: Drawing, name: str) -> None:
    drawing.y += 14
    for words in text_layout.lines(name, SMALL, WIDTH - 2 * MARGIN, 2):
        drawing.y += SMALL + 8
        drawing.text(MARGIN, drawing.y, words, SMALL, INK)
    drawing.y += 16


def _bar(drawing: Drawing, bar: Bar) -> None:
    """The value in words, and its bar below, so that neither can cover the other."""
    room = WIDTH - 2 * MARGIN
    for words in text_layout.lines(bar.label, BODY, room, 2):
        drawing.y += BODY + 4
        drawing.text(MARGIN, drawing.y, words, BODY)
    drawing.y += 18
    if bar.look == "blank":
        drawing.bar(MARGIN + 2, drawing.y, room - 4, THICK, BLANK, outlined=True)
    elif bar.length is not None:
        colour = GOAL if bar.look == "goal" else PRESENT
        drawing.bar(MARGIN, drawing.y, room * max(LEAST, bar.length), THICK, colour)
    drawing.y += (THICK if bar.look == "blank" or bar.length is not None else 0) + 22
