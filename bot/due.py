"""Deadlines as a list wants them: in order of their dates, narrowed by words, and how far off each is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable

from bot.messages import Messages
from knowledge.deadlines import Deadline
from knowledge.filters import Found

SOON = 7  # days before a deadline that are worth a word

Test = Callable[[Found[Deadline]], bool]

_PARTS = re.compile(r"[\s,，、;；]+")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年?(?P<rest>.*)")
_MONTH = re.compile(r"(?P<month>1[0-2]|0?[1-9])月(?:份|底|末|前|底前|末前|以前|之前)*")
_RELATIVE_YEARS = {"去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}
_RELATIVE_MONTHS = {"上月": -1, "上个月": -1, "本月": 0, "这个月": 0, "下月": 1, "下个月": 1}
_OVERDUE = ("逾期", "过期", "已过期", "超期")


def day_of(deadline: Deadline) -> dt.date | None:
    """The day that counts: the last one, else the first, None when no date could be made of it."""
    return deadline.end or deadline.start


def in_order(found: Iterable[Found[Deadline]]) -> list[Found[Deadline]]:
    """Those with a date first, the earliest at the top."""
    return sorted(found, key=lambda one: day_of(one.item) or dt.date.max)


def first_open(found: Iterable[Found[Deadline]], today: dt.date) -> int:
    """The place of the first that is not over yet, the beginning when all are."""
    days = [day_of(one.item) for one in found]
    return next((place for place, day in enumerate(days) if day and day >= today), 0)


def matching(words: str, today: dt.date) -> Test:
    """The test that every word of a filter is met by topic, document, body, task, year or month."""
    tests = [_test(word, today) for word in _PARTS.split(words.strip()) if word]
    return lambda found: all(test(found) for test in tests)


def days_left(deadline: Deadline, today: dt.date, words: Messages) -> str:
    """How far off it is, in words; empty without a date."""
    day = day_of(deadline)
    if day is None:
        return ""
    if deadline.end is None:
        return words.due_since if day <= today else words.due_begins.format(days=(day - today).days)
    return _left((day - today).days, words)


def _left(days: int, words: Messages) -> str:
    if days < 0:
        return words.overdue.format(days=-days)
    if days == 0:
        return words.due_today
    return (words.due_soon if days <= SOON else words.due_later).format(days=days)


def _test(word: str, today: dt.date) -> Test:
    if word in _OVERDUE:
        return lambda found: (day := found.item.end) is not None and day < today
    if word in _RELATIVE_MONTHS:
        return _in_month(*_shifted(today, _RELATIVE_MONTHS[word]))
    year, rest = _year_in(word, today)
    if year and (not rest or _MONTH.fullmatch(rest)):
        return _in_month(year, _month_in(rest))
    if month := _month_in(word):
        return _in_month(None, month)
    return _saying(word)


def _year_in(word: str, today: dt.date) -> tuple[int | None, str]:
    """The year that a word begins with, and what follows it."""
    for name, distance in _RELATIVE_YEARS.items():
        if word.startswith(name):
            return today.year + distance, word.removeprefix(name)
    match = _YEAR.fullmatch(word)
    return (int(match["year"]), match["rest"]) if match else (None, word)


def _month_in(word: str) -> int | None:
    match = _MONTH.fullmatch(word)
    return int(match["month"]) if match else None


def _shifted(today: dt.date, months: int) -> tuple[int, int]:
    count = today.year * 12 + today.month - 1 + months
    return count // 12, count % 12 + 1


def _in_month(year: int | None, month: int | None) -> Test:
    def test(found: Found[Deadline]) -> bool:
        day = day_of(found.item)
        return bool(day and (year is None or day.year == year) and (month is None or day.month == month))

    return test


def _saying(word: str) -> Test:
    def test(found: Found[Deadline]) -> bool:
        due = found.item
        said = (found.topic, found.document.title, found.document.place or "", due.task, due.sentence)
        return any(word in text for text in (*said, *due.bodies, *found.section))

    return test
