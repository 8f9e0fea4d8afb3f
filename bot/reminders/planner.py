"""What is due to be told: a pure function of a subscription, the deadlines and two moments, without a clock.

A deadline has stages, so many days before it. A day of reminders tells of each deadline the nearest stage that it has
reached, unless that was told before. So a new deadline, a changed one or one that fell into a pause is told at the
next time of the day, and days on which nothing ran are made up for by one message.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.state.chats.outbox import DueReminder
from bot.state.chats.schedule import DAY, Schedule
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.filters.matching import due_day

AHEAD, BACK = (
    30 * DAY,
    7 * DAY,
)  # what a digest looks at: what comes, and what has passed since about the last one


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be told in one message, soonest first, and since when the first of it has been due."""

    occasions: tuple[DueReminder, ...]
    due_at: dt.datetime


@dataclass(frozen=True, slots=True)
class NextReminder:
    """The next day on which something will be told, and of how many deadlines."""

    day: dt.date
    count: int


def plan(
    schedule: Schedule,
    deadlines: Sequence[Located[Deadline]],
    told_keys: Collection[str],
    span: tuple[dt.datetime, dt.datetime],
    zone: dt.tzinfo,
) -> Plan | None:
    """What is due by the end of a span of time and was not due before it, None when that is nothing.

    Arguments: the open deadlines that the subscription wants, the keys of what was told, the moment until which all is
    seen to and the present one, the zone of the time of day.
    """
    days = schedule.days_between(*span, zone)
    due = sorted(deadlines, key=lambda deadline: due_day(deadline.item) or dt.date.max) if days else []
    occasions = [_told_on(schedule, located.item, days) for located in due]
    new = [(occasion, day) for occasion, day in filter(None, occasions) if occasion.key not in told_keys]
    if not new:
        return None
    first = min(day for _, day in new)
    return Plan(tuple(occasion for occasion, _ in new), schedule.moment(first, zone))


def next_reminder(
    schedule: Schedule, deadlines: Sequence[Located[Deadline]], told_keys: Collection[str], first: dt.date
) -> NextReminder | None:
    """When something will be told next, counted from the first day to come; None when nothing is in sight."""
    days = [day for located in deadlines for day in _days_to_come(schedule, located.item, told_keys, first)]
    return NextReminder(min(days), days.count(min(days))) if days else None


def _told_on(
    schedule: Schedule, deadline: Deadline, days: Sequence[dt.date]
) -> tuple[DueReminder, dt.date] | None:
    """What these days of reminders tell of a deadline, the nearest stage that it reached on one of them, and on which
    of them it had first reached that."""
    due, last = due_day(deadline), days[-1]
    if due is None:
        return None
    if schedule.weekly:
        near = last - BACK <= due <= last + AHEAD
        return (_occasion(deadline, due, last.isoformat()), last) if near else None
    # Who asked for so many days before did not ask for the day itself.
    before = [day for day in days if day < due or (day == due and 0 in schedule.days)]
    stage = _stage(schedule, due, before[-1]) if before else None
    if stage is None:
        return None
    return _occasion(deadline, due, str(stage)), next(day for day in before if due - stage * DAY <= day)


def _stage(schedule: Schedule, due: dt.date, day: dt.date) -> int | None:
    """The nearest of the stages that a deadline has reached on a day."""
    return min((stage for stage in schedule.days if due - stage * DAY <= day), default=None)


def _occasion(deadline: Deadline, due: dt.date, stage: str) -> DueReminder:
    return DueReminder(f"{deadline.id}:{due.isoformat()}:{stage}", deadline.id)


def _days_to_come(
    schedule: Schedule, deadline: Deadline, told_keys: Collection[str], first: dt.date
) -> Iterator[dt.date]:
    """The first day on which a deadline will be told of."""
    due = due_day(deadline)
    if due is None or (due < first and not schedule.weekly):
        return
    if schedule.weekly:
        earliest = max(first, due - AHEAD)
        week = (earliest + number * DAY for number in range(7))
        day = next(day for day in week if schedule.falls_on(day))
        days = [day] if day - BACK <= due else []
    else:
        days = sorted(max(due - stage * DAY, first) for stage in schedule.days)
    for day in days:
        occasion_on_day = _told_on(schedule, deadline, (day,))
        if occasion_on_day and occasion_on_day[0].key not in told_keys:
            yield day
            return
