"""What the bot says of timelines, charts and calendar files."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimelineWords:
    """What is said of timelines of deadlines, in one language; the names in braces are filled in."""

    name: str
    name_of: str
    count: str
    over: str
    sums: str
    none: str
    other_topics: str
    later: str


@dataclass(frozen=True, slots=True)
class ChartWords:
    """What is said of charts of an indicator, in one language; the names in braces are filled in."""

    usage: str
    unknown: str
    meant: str
    other: str
    note: str
    goal: str
    present: str
    goal_value: str
    present_value: str
    at_writing: str
    undated: str


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What is said of calendar files, in one language; the names in braces are filled in."""

    file: str
    crossed: str  # how many entries of the file are done or do not apply
    settled: str  # what was said of an entry, before its task
    undated: str
    none: str
    name: str
    name_of: str
    time: str
    bodies: str
