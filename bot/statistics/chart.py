"""The figures as a picture: the questions of each day by how they were answered, and the topics asked for most."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.pictures import text_layout
from bot.pictures.svg import BODY, COLOURS, INK, MARGIN, QUIET, SMALL, TITLE, WIDTH, Drawing
from bot.statistics.figures import Day, UsageFigures

MOST_BARS = 31  # beyond that a bar stands for a week
WEEK = 7  # days
CHART = 420  # pixels: how high the bars may be
GAP = 0.25  # of a bar's place
ROW, LABELS, COUNTS = 62, 410, 110  # pixels of the topics
ANSWERED, UNSURE, DECLINED = COLOURS[0], COLOURS[5], COLOURS[1]
LEAST = 3  # pixels of a bar that stands for something


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of the picture: its title, a line below, the three ways to be answered, and the topics' heading."""

    title: str
    note: str
    answered: str
    unsure: str
    declined: str
    topics: str


def figures_chart(figures: UsageFigures, labels: Labels) -> str:
    """The picture as an SVG document."""
    drawing = Drawing()
    _headings(drawing, labels)
    _legend(drawing, labels)
    _bars(drawing, _bars_of(figures))
    if figures.topics:
        _topics(drawing, figures.topics, labels.topics)
    return drawing.svg()


def is_weekly(figures: UsageFigures) -> bool:
    """Whether there are so many days that a bar stands for a week."""
    return len(figures.days) > MOST_BARS


def _bars_of(figures: UsageFigures) -> list[Day]:
    """Each day for itself, of many days each week under its first day; the last week is a whole one."""
    days, step = figures.days, WEEK if is_weekly(figures) else 1
    first = len(days) % step
    starts = [*([0] if first else []), *range(first, len(days), step)]
    return [_sum(days[start:end]) for start, end in pairwise([*starts, len(days)])]


def _sum(days: Sequence[Day]) -> Day:
    answered, unsure, declined = (
        sum(getattr(day, way) for day in days) for way in ("answered", "unsure", "declined")
    )
    return Day(days[0].date, answered, unsure, declined)


def _headings(drawing: Drawing, labels: Labels) -> None:
    room = WIDTH - 2 * MARGIN
    drawing.y += TITLE
    drawing.text(MARGIN, drawing.y, text_layout.shortened(labels.title, TITLE, room), TITLE)
    drawing.y += BODY + 18
    drawing.text(MARGIN, drawing.y, text_layout.shortened(labels.note, SMALL, room), SMALL, QUIET)


def _legend(drawing: Drawing, labels: Labels) -> None:
    drawing.y += 30
    x = float(MARGIN)
    for words, colour in (
        (labels.answered, ANSWERED),
        (labels.unsure, UNSURE),
        (labels.declined, DECLINED),
    ):
        drawing.bar(x, drawing.y, 30, 30, colour)
        drawing.text(x + 42, drawing.y + 26, words, SMALL)
        x += 42 + text_layout.width(words, SMALL) + 50
    drawing.y += 70


def _bars(drawing: Drawing, days: Sequence[Day]) -> None:
    floor, most = drawing.y + CHART, _round_up(max(day.questions for day in days))
    left = MARGIN + text_layout.width(str(most), SMALL) + 16
    for part in (0, 1, 2):
        level = floor - CHART * part / 2
        drawing.rule(left, level, WIDTH - MARGIN, level)
        drawing.text(left - 12, level + 10, str(most * part // 2), SMALL, QUIET, "end")
    place = (WIDTH - MARGIN - left) / len(days)
    for number, day in enumerate(days):
        _bar(drawing, left + place * number, place, day, (floor, CHART / most))
    _dates(drawing, [(left + place * (number + 0.5), day.date) for number, day in enumerate(days)], floor)
    drawing.y = floor + SMALL + 40


def _bar(drawing: Drawing, x: float, place: float, day: Day, scale: tuple[float, float]) -> None:
    """The parts of a day on top of each other; `scale` is where they stand, and the pixels of one question."""
    y, pixels = scale
    for count, colour in ((day.answered, ANSWERED), (day.unsure, UNSURE), (day.declined, DECLINED)):
        if count:
            high = max(count * pixels, LEAST)
            y -= high
            drawing.bar(x + place * GAP / 2, y, place * (1 - GAP), high, colour)


def _dates(drawing: Drawing, places: Sequence[tuple[float, dt.date]], floor: float) -> None:
    """The dates that there is room for, from the last one back."""
    place = places[1][0] - places[0][0] if len(places) > 1 else WIDTH
    step = math.ceil(text_layout.width("12-31 ", SMALL) / place)
    for x, date in places[::-1][::step]:
        drawing.text(x, floor + SMALL + 12, f"{date:%m-%d}", SMALL, QUIET, "middle")


def _topics(drawing: Drawing, topics: Sequence[tuple[str, int]], heading: str) -> None:
    drawing.y += BODY + 24
    drawing.text(MARGIN, drawing.y, heading, BODY)
    drawing.y += 26
    room, most = WIDTH - 2 * MARGIN - LABELS - COUNTS, topics[0][1]
    for name, count in topics:
        line = drawing.y + ROW / 2 + SMALL * 0.36
        drawing.text(MARGIN, line, text_layout.shortened(name, SMALL, LABELS - 16), SMALL)
        wide = max(room * count / most, LEAST)
        drawing.bar(MARGIN + LABELS, drawing.y + 12, wide, ROW - 24, ANSWERED)
        drawing.text(MARGIN + LABELS + wide + 14, line, str(count), SMALL, INK)
        drawing.y += ROW


def _round_up(most: int) -> int:
    """An even number not below the highest bar, round for larger ones."""
    step = next(size for size in (2, 10, 20, 100, 200, 1000, 2000, 10_000, 10**9) if most <= size * 10)
    return max(step, -(-most // step) * step)
