"""Deadlines as a picture: how many are due in which month by topic, then each under its month."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from bot.pictures import text_layout
from bot.pictures.svg import BODY, COLOURS, FAINT, INK, MARGIN, QUIET, SMALL, TITLE, WIDTH, Drawing, text_on

A_PAGE = 6  # entries of a picture: with more it is too high for a phone
MOST_TOPICS, MOST_MONTHS = len(COLOURS) - 1, 12  # of the table; the others are added up
LABELS = 290  # pixels for the topics of the table
ROW, RADIUS = 84, 26
YEARS = 24  # pixels of their letters: in twelve columns each fits its own
STRIPE = 14  # pixels of the bar in a topic's colour
LATER = 9999  # the year of the column for what comes after the last month

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """A deadline in a timeline: its day, and in words when, what, where it stands; empty words leave no line."""

    day: dt.date
    when: str
    task: str
    topic: str
    source: str


@dataclass(frozen=True, slots=True)
class Captions:
    """The words around a timeline: its title, a line below, the name of a month (`{year}`, `{month}`), the other
    topics, and the months after the last column."""

    title: str
    note: str
    month: str
    other: str
    later: str


def timeline(entries: Sequence[TimelineEntry], captions: Captions) -> list[str]:
    """The pictures, as SVG documents, of some entries in order of their days: an overview where one picture does
    not hold them all, then the entries themselves."""
    colours = _colours(entries)
    parts = [entries[at : at + A_PAGE] for at in range(0, len(entries), A_PAGE)]
    overview = [_overview(entries, captions, colours)] if len(parts) > 1 else []
    return [*overview, *(_list(part, captions, colours) for part in parts)]


def month_of(entry: TimelineEntry) -> Month:
    """The year and the month of an entry."""
    return entry.day.year, entry.day.month


def _colours(entries: Sequence[TimelineEntry]) -> dict[str, str]:
    """A colour for each of the fullest topics; the others share the last one."""
    counts = Counter(entry.topic for entry in entries)
    return dict(zip((topic for topic, _ in counts.most_common(MOST_TOPICS)), COLOURS, strict=False))


def _header(captions: Captions) -> Drawing:
    drawing, room = Drawing(), WIDTH - 2 * MARGIN
    for words in text_layout.lines(captions.title, TITLE, room, 2):
        drawing.y += TITLE
        drawing.text(MARGIN, drawing.y, words, TITLE)
        drawing.y += 14
    for words in text_layout.lines(captions.note, SMALL, room, 2):
        drawing.y += SMALL + 6
        drawing.text(MARGIN, drawing.y, words, SMALL, QUIET)
    drawing.y += 34
    return drawing


def _overview(entries: Sequence[TimelineEntry], captions: Captions, colours: dict[str, str]) -> str:
    drawing, months = _header(captions), _columns(entries)
    step = (WIDTH - LABELS - 2 * MARGIN) / len(months)
    places = {month: MARGIN + LABELS + step * (number + 0.5) for number, month in enumerate(months)}
    _month_names(drawing, places, captions)
    counts = Counter((_row(entry, colours), _column(entry, months)) for entry in entries)
    rows = [*colours, *([""] if any(not topic for topic, _ in counts) else [])]
    for topic in rows:
        colour = colours.get(topic, COLOURS[-1])
        drawing.rule(MARGIN, drawing.y, WIDTH - MARGIN, drawing.y)
        middle = drawing.y + ROW / 2
        _topic_name(drawing, topic or captions.other, middle)
        for month, x in places.items():
            _count(drawing, x, middle, counts[topic, month], colour)
        drawing.y += ROW
    return drawing.svg()


def _columns(entries: Sequence[TimelineEntry]) -> list[Month]:
    """The months that have entries; past the last that there is room for, one column for all."""
    months = sorted({month_of(entry) for entry in entries})
    return months if len(months) <= MOST_MONTHS else [*months[: MOST_MONTHS - 1], (LATER, 0)]


def _column(entry: TimelineEntry, months: Sequence[Month]) -> Month:
    return month_of(entry) if month_of(entry) in months else months[-1]


def _row(entry: TimelineEntry, colours: dict[str, str]) -> str:
    return entry.topic if entry.topic in colours else ""


def _month_names(drawing: Drawing, places: dict[Month, float], captions: Captions) -> None:
    """The number of each month, above the first one of a year the year."""
    year = 0
    for month, x in places.items():
        if month[0] == LATER:
            drawing.text(x, drawing.y + 74, captions.later, SMALL - 2, QUIET, "middle")
            continue
        if month[0] != year:
            drawing.text(x, drawing.y + 30, str(month[0]), YEARS, INK, "middle")
            year = month[0]
        drawing.text(x, drawing.y + 74, str(month[1]), SMALL, QUIET, "middle")
    drawing.y += 96


def _topic_name(drawing: Drawing, topic: str, middle: float) -> None:
    rows = text_layout.lines(topic, SMALL, LABELS - 16, 2)
    top = middle - (len(rows) - 1) * 19 + SMALL * 0.36
    for number, words in enumerate(rows):
        drawing.text(MARGIN, top + number * 38, words, SMALL)


def _count(drawing: Drawing, x: float, middle: float, count: int, colour: str) -> None:
    if count:
        drawing.disc(x, middle, RADIUS, colour)
        drawing.text(x, middle + SMALL * 0.36, str(count), SMALL, text_on(colour), "middle")


def _list(entries: Sequence[TimelineEntry], captions: Captions, colours: dict[str, str]) -> str:
    drawing = _header(captions)
    for month, group in groupby(entries, key=month_of):
        drawing.bar(MARGIN, drawing.y, WIDTH - 2 * MARGIN, 58, FAINT)
        name = captions.month.format(year=month[0], month=month[1])
        drawing.text(MARGIN + 20, drawing.y + 41, name, BODY)
        drawing.y += 80
        for entry in group:
            _entry(drawing, entry, colours.get(entry.topic, COLOURS[-1]))
    return drawing.svg()


def _entry(drawing: Drawing, entry: TimelineEntry, colour: str) -> None:
    left, top = MARGIN + 40, drawing.y
    room = WIDTH - MARGIN - left
    topic = text_layout.shortened(entry.topic, SMALL, room / 2)
    when = text_layout.shortened(entry.when, SMALL, room - text_layout.width(topic, SMALL) - 20)
    drawing.text(left, top + 30, when, SMALL, QUIET)
    drawing.text(WIDTH - MARGIN, top + 30, topic, SMALL, QUIET, "end")
    y = top + 30
    for words in text_layout.lines(entry.task, BODY, room, 2):
        y += 48
        drawing.text(left, y, words, BODY)
    y += 42
    drawing.text(left, y, text_layout.shortened(entry.source, SMALL - 2, room), SMALL - 2, QUIET)
    drawing.bar(MARGIN, top + 4, STRIPE, y - top + 6, colour)
    drawing.y = y + 40
