"""Deadlines as a calendar file (iCalendar, RFC 5545): an all-day event each, on the day it is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from icalendar import Alarm, Calendar, Event

from bot.marks.status import NONE, MarkStatus, Standings
from bot.marks.wording import said
from bot.messages import Messages
from bot.rendering.citations import source
from bot.rendering.dates import deadline_date
from bot.rendering.markup import shortened, visible
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.filters.matching import due_day

ALARMS = (30, 7, 1)  # days before
ALARM_HOUR = dt.timedelta(hours=9)  # of the day on which an alarm rings
LONGEST_SUMMARY = 80
EPOCH = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def calendar_file(
    found: Iterable[Located[Deadline]],
    name: str,
    revised: dt.datetime,
    words: Messages,
    known: Standings = NONE,
) -> bytes:
    """The file of some deadlines; those without a date are left out.

    Arguments: the deadlines, the calendar's name, when the knowledge base was last loaded, the words, what was said of
    the deadlines. The same deadline has the same UID in every file, and a later load or mark a higher SEQUENCE and
    DTSTAMP (RFC 5545, 3.8.7), so that a calendar that takes it again changes its event instead of adding one. A stretch
    of time stands on its last day.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//jianda//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", visible(name))
    for one in found:
        if day := due_day(one.item):
            standing = known.get(one.item.id)
            latest = max(revised, _said_at(standing)) if standing else revised
            calendar.add_component(_event(one, day, latest, _description(one, standing, words)))
    return bytes(calendar.to_ical())


def _said_at(standing: MarkStatus) -> dt.datetime:
    return dt.datetime.fromtimestamp(standing.mark.at, dt.UTC)


def _event(found: Located[Deadline], day: dt.date, revised: dt.datetime, description: Iterable[str]) -> Event:
    event = Event()
    summary = visible(shortened(found.item.task, LONGEST_SUMMARY))
    event.add("uid", f"{found.item.id}@jianda")
    event.add("dtstamp", revised)
    event.add("sequence", max(0, int((revised - EPOCH).total_seconds()) // 60))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", summary)
    event.add("description", visible("\n".join(description)))
    event.add("categories", [visible(found.document.title)])
    event.add("transp", "TRANSPARENT")  # a deadline does not make the day busy
    for alarm in _alarms(summary, ALARMS):
        event.add_component(alarm)
    return event


def _description(found: Located[Deadline], standing: MarkStatus | None, words: Messages) -> Iterator[str]:
    """The sentence as printed, when it is due or to when it was postponed, who does it, and the citation."""
    deadline = found.item
    yield deadline.sentence.strip()
    date = said(standing, words) if standing and standing.postponed else deadline_date(deadline, words)
    yield words.calendar_time.format(phrase=deadline.phrase, date=date)
    if deadline.bodies:
        yield words.calendar_bodies.format(bodies="、".join(deadline.bodies))
    yield words.citation.format(source=source(found.document, found.section, words))


def _alarms(summary: str, days: Sequence[int]) -> Iterator[Alarm]:
    for before in days:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", ALARM_HOUR - dt.timedelta(days=before))
        yield alarm
