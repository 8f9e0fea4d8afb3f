"""Deadlines as a calendar file (iCalendar, RFC 5545): an all-day event each, on the day it is due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from icalendar import Alarm, Calendar, Event, vText

from bot.marks.status import NONE, MarkStatus, Standings
from bot.marks.wording import status_text
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
UNTRACKED: Mapping[str, str] = MappingProxyType({})
EPOCH = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def calendar_file(
    deadlines: Iterable[Located[Deadline]],
    name: str,
    revised: dt.datetime,
    words: Messages,
    statuses: Standings = NONE,
    lasting: Mapping[str, str] = UNTRACKED,
) -> bytes:
    """The file of some deadlines; those without a date are left out.

    Arguments: the deadlines, the calendar's name, when the knowledge base was last loaded or anything marked, the words,
    what was said of the deadlines, their lasting ids. The same deadline has the same UID in every file, and a later load
    or mark a higher SEQUENCE and DTSTAMP (RFC 5545, 3.8.7), so that a calendar that takes it again changes its event
    instead of adding one. A stretch of time stands on its last day. What is done rings no more, what does not apply is
    cancelled.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//jianda//deadlines//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", visible(name))
    for located in deadlines:
        if day := due_day(located.item):
            standing = statuses.get(located.item.id)
            latest = max(revised, _said_at(standing)) if standing else revised
            event = _event(located, day, latest, _description(located, standing, words))
            event.add("uid", f"{lasting.get(located.item.id, located.item.id)}@jianda")
            _settle(event, standing, words)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _said_at(standing: MarkStatus) -> dt.datetime:
    return dt.datetime.fromtimestamp(standing.mark.at, dt.UTC)


def _event(
    located: Located[Deadline], day: dt.date, revised: dt.datetime, description: Iterable[str]
) -> Event:
    event = Event()
    summary = visible(shortened(located.item.task, LONGEST_SUMMARY))
    event.add("dtstamp", revised)
    event.add("sequence", max(0, int((revised - EPOCH).total_seconds())))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", summary)
    event.add("description", visible("\n".join(description)))
    if located.document.place:
        event.add("location", visible(located.document.place))
    event.add("categories", [visible(located.document.title)])
    event.add("transp", "TRANSPARENT")  # a deadline does not make the day busy
    return event


def _settle(event: Event, standing: MarkStatus | None, words: Messages) -> None:
    """Cancels what does not apply, marks what is done, and lets ring what is open."""
    summary = str(event["summary"])
    if standing and standing.settled:
        void = standing.mark.status == "void"
        event.add("status", "CANCELLED" if void else "CONFIRMED")
        event["summary"] = vText(
            words.calendar.settled.format(said=status_text(standing, words), task=summary)
        )
        return
    event.add("status", "CONFIRMED")
    for alarm in _alarms(summary, ALARMS):
        event.add_component(alarm)


def _description(located: Located[Deadline], standing: MarkStatus | None, words: Messages) -> Iterator[str]:
    """The sentence as printed, when it is due or to when it was postponed, who does it, and the citation."""
    deadline = located.item
    yield deadline.sentence.strip()
    date = status_text(standing, words) if standing and standing.postponed else deadline_date(deadline, words)
    yield words.calendar.time.format(phrase=deadline.phrase, date=date)
    if deadline.bodies:
        yield words.calendar.bodies.format(bodies="、".join(deadline.bodies))
    yield words.citation.format(source=source(located.document, located.section, words))


def _alarms(summary: str, days: Sequence[int]) -> Iterator[Alarm]:
    for before in days:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", ALARM_HOUR - dt.timedelta(days=before))
        yield alarm
