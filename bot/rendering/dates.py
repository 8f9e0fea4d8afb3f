"""Dates in words: when something is due, by when a target is to be reached."""

from __future__ import annotations

import datetime as dt

from bot.messages import Messages
from knowledge.deadlines.deadlines import Deadline
from knowledge.targets.targets import Target


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
