"""How far off a deadline is, in words, and where in a list the open ones begin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from bot.messages import Messages
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Found
from knowledge.filters.matching import due_day, is_over

SOON = 7  # days before a deadline that are worth a word
A_YEAR = 365
MANY = 2 * A_YEAR  # days that are told as years


def first_open(found: Iterable[Found[Deadline]], today: dt.date) -> int:
    """The place of the first that is not over yet, the beginning when all are."""
    days = [due_day(one.item) for one in found]
    return next((place for place, day in enumerate(days) if day and day >= today), 0)


def overdue(found: Iterable[Found[Deadline]], today: dt.date) -> int:
    """How many are over."""
    return sum(is_over(one.item, today) for one in found)


def days_left(deadline: Deadline, today: dt.date, words: Messages) -> str:
    """How far off it is, in words; empty without a date."""
    day = due_day(deadline)
    if day is None:
        return ""
    if deadline.end is None:
        return words.due_since if day <= today else words.due_begins.format(days=(day - today).days)
    return _left((day - today).days, words)


def _left(days: int, words: Messages) -> str:
    if days == 0:
        return words.due_today
    if abs(days) > MANY:
        return (words.overdue_years if days < 0 else words.due_years).format(years=abs(days) // A_YEAR)
    if days < 0:
        return words.overdue.format(days=-days)
    return (words.due_soon if days <= SOON else words.due_later).format(days=days)
