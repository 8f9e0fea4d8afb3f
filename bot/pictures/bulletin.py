"""The bulletin as a picture: three sums, then a bar for each body with its late, due and done tasks in words too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.pictures import text_layout
from bot.pictures.svg import BODY, COLOURS, FAINT, MARGIN, QUIET, SMALL, TITLE, WIDTH, Drawing, text_on

LATE, DUE, DONE = COLOURS[1], COLOURS[5], COLOURS[2]
PARTS = (LATE, DUE, DONE)
MOST_ROWS = 10
HIGH, GAP = 40, 16  # pixels of a bar, and between two things
CARD, NUMBER = 190, 76  # pixels of a card, and of its figure
NARROWEST = 44  # pixels of a part of a bar in which its figure stands


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum with its name and what it was."""

    name: str
    count: int
    trend: str


@dataclass(frozen=True, slots=True)
class BulletinRow:
    """A body with its late, due and done tasks, and the same in words."""

    name: str
    counts: tuple[int, int, int]
    words: str


@dataclass(frozen=True, slots=True)
class BulletinCaptions:
    """The words around the picture: its title, a line below, the heading of the rows, how many rows are left out."""

    title: str
    note: str
    heading: str
    more: str


def bulletin_picture(
    sums: tuple[Sum, Sum, Sum], rows: Sequence[BulletinRow], captions: BulletinCaptions
) -> str:
    """The picture as an SVG document. Arguments: the sums of late, due and done tasks, the rows, the words."""
    drawing, room = Drawing(), WIDTH - 2 * MARGIN
    for text, size, most in ((captions.title, TITLE, 2), (captions.note, SMALL, 2)):
        for words in text_layout.lines(text, size, room, most):
            drawing.y += size + 12
            drawing.text(MARGIN, drawing.y, words, size, QUIET if size == SMALL else "#1a1a1a")
    drawing.y += 36
    _cards(drawing, sums)
    if rows:
        drawing.y += BODY + GAP
        drawing.text(MARGIN, drawing.y, captions.heading, BODY)
        drawing.y += GAP
        longest = max(sum(row.counts) for row in rows[:MOST_ROWS]) or 1
        for row in rows[:MOST_ROWS]:
            _row(drawing, row, room / longest)
    if captions.more:
        drawing.y += SMALL + GAP
        drawing.text(MARGIN, drawing.y, captions.more, SMALL, QUIET)
    return drawing.svg()


def _cards(drawing: Drawing, sums: Sequence[Sum]) -> None:
    wide = (WIDTH - 2 * MARGIN - 2 * GAP) / 3
    for number, (each, colour) in enumerate(zip(sums, PARTS, strict=True)):
        left = MARGIN + number * (wide + GAP)
        drawing.bar(left, drawing.y, wide, CARD, FAINT)
        drawing.bar(left, drawing.y, wide, 12, colour)
        middle = left + wide / 2
        drawing.text(middle, drawing.y + 54, each.name, SMALL, anchor="middle")
        drawing.text(middle, drawing.y + 130, str(each.count), NUMBER, anchor="middle")
        drawing.text(middle, drawing.y + 172, each.trend, SMALL - 4, QUIET, "middle")
    drawing.y += CARD


def _row(drawing: Drawing, row: BulletinRow, step: float) -> None:
    """A body: its name and its counts in words over its bar, each part with its figure where there is room."""
    drawing.y += SMALL + GAP + 6
    used = text_layout.width(row.words, SMALL - 4)
    room = WIDTH - 2 * MARGIN - used - GAP
    drawing.text(MARGIN, drawing.y, text_layout.shortened(row.name, SMALL, room), SMALL)
    drawing.text(WIDTH - MARGIN, drawing.y, row.words, SMALL - 4, QUIET, "end")
    drawing.y += 12
    left = float(MARGIN)
    for count, colour in zip(row.counts, PARTS, strict=True):
        wide = count * step
        if count:
            drawing.bar(left, drawing.y, wide - 3, HIGH, colour)
        if wide >= NARROWEST:
            x, y = left + wide / 2, drawing.y + HIGH * 0.75
            drawing.text(x, y, str(count), SMALL - 2, text_on(colour), "middle")
        left += wide
    drawing.y += HIGH
