"""Dates in words: when something is due, by when a target is to be reached."""

from __future__ import annotations

import datetime as dt

from bot.messages import Messages
from knowledge.deadlines import Deadline
from knowledge.targets import Target


def deadline_date(deadline: Deadline, words: Messages) -> str:
    """The resolved date of a deadline, empty when it could not be resolved."""
    start, end = deadline.start, deadline.end
    if start and end and start != end:
        return words.between.format(start=day_in_words(start, words), end=day_in_words(end, words))
    if start and end:
        return day_in_words(end, words)
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
