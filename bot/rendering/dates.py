"""Dates in words: when something is due and how far off that is, by when a target is to be reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.messages import Messages
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.filters.matching import due_day, is_over
from knowledge.targets.targets import Target

SOON = 7  # days before a deadline that are worth a word
A_YEAR = 365
MANY = 2 * A_YEAR  # days that are told as years


def deadline_date(deadline: Deadline, words: Messages) -> str:
    """The resolved date of a deadline, empty when it could not be resolved."""
    return days_in_words(deadline.start, deadline.end, words)


def days_in_words(start: dt.date | None, end: dt.date | None, words: Messages) -> str:
    """The days from one to another, a whole month or year by its name; None is open, both are told by nothing."""
    if start and end:
        return _stretch(start, end, words)
    if end:
        return words.before.format(date=day_in_words(end, words))
    return words.since.format(date=day_in_words(start, words)) if start else ""


def target_date(target: Target, words: Messages) -> str:
    """By when a target is to be reached, empty when the text gives no date."""
    return words.before.format(date=day_in_words(target.by, words)) if target.by else ""


def target_value(target: Target, words: Messages) -> str:
    """The value with its operator, or that the source leaves it blank."""
    if target.value is None:
        return words.target_blank
    return words.operators.get(target.op, "") + target.value


def day_in_words(date: dt.date, words: Messages) -> str:
    """A day, as it is said."""
    return words.day.format(year=date.year, month=date.month, day=date.day)


def first_open(deadlines: Iterable[Located[Deadline]], today: dt.date) -> int:
    """The place of the first that is not over yet, the beginning when all are."""
    days = [due_day(located.item) for located in deadlines]
    return next((place for place, day in enumerate(days) if day and day >= today), 0)


def overdue(deadlines: Iterable[Located[Deadline]], today: dt.date) -> int:
    """How many are over."""
    return sum(is_over(located.item, today) for located in deadlines)


def days_left(deadline: Deadline, today: dt.date, words: Messages) -> str:
    """How far off it is, in words; empty without a date."""
    day = due_day(deadline)
    if day is None:
        return ""
    if deadline.end is None:
        return words.due_since if day <= today else words.due_begins.format(days=(day - today).days)
    return _left((day - today).days, words)


def time_in_words(moment: dt.datetime, words: Messages) -> str:
    """A time of a day, to the minute."""
    return f"{day_in_words(moment.date(), words)} {moment:%H:%M}"


def _stretch(start: dt.date, end: dt.date, words: Messages) -> str:
    following = end + dt.timedelta(days=1)
    if start == end:
        return day_in_words(end, words)
    if (start.month, start.day) == (following.month, following.day) == (1, 1) and start.year == end.year:
        return words.whole_year.format(year=start.year)
    if start.day == following.day == 1 and (start.year, start.month) == (end.year, end.month):
        return words.whole_month.format(year=start.year, month=start.month)
    return words.between.format(start=day_in_words(start, words), end=day_in_words(end, words))


def _left(days: int, words: Messages) -> str:
    if days == 0:
        return words.due_today
    if abs(days) > MANY:
        return (words.overdue_years if days < 0 else words.due_years).format(years=abs(days) // A_YEAR)
    if days < 0:
        return words.overdue.format(days=-days)
    return (words.due_soon if days <= SOON else words.due_later).format(days=days)
