"""Public holidays: the days on which nobody works, as data that an admin keeps (holidays.toml)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from loaders.notes import NotedError

NAME = "holidays.toml"
LONGEST = 60
"""Days that one holiday may have; more is a slip of the pen."""

Holidays = frozenset[dt.date]


class InvalidEntry(NotedError):
    """An entry of a holidays.toml that says no days; `detail` is brackets, days (value `entry`) or length (`entry`)."""


@cache
def built_in() -> Holidays:
    """The holidays that come with the program, with their source in its data file."""
    return read_holidays((files("knowledge") / "data" / NAME).read_text(encoding="utf-8"))


def with_own(own: str) -> Holidays:
    """The built-in holidays, those of each year that a text of an admin names replaced by its own.

    Raises what `read_holidays` raises.
    """
    days = read_holidays(own)
    years = {day.year for day in days}
    return days | {day for day in built_in() if day.year not in years}


def read_holidays(text: str) -> Holidays:
    """The days of a holidays.toml: `[[holiday]]` with `name`, `first` and, for more than a day, `last`.

    Raises InvalidEntry, or tomllib.TOMLDecodeError.
    """
    entries = tomllib.loads(text).get("holiday", [])
    if not isinstance(entries, list):
        raise InvalidEntry("brackets")
    return frozenset(day for count, entry in enumerate(entries, 1) for day in _days(entry, count))


def _days(entry: Any, count: int) -> Iterator[dt.date]:
    first = entry.get("first") if isinstance(entry, dict) else None
    last = entry.get("last", first) if isinstance(entry, dict) else None
    if not (isinstance(first, dt.date) and isinstance(last, dt.date)) or dt.datetime in map(
        type, (first, last)
    ):
        raise InvalidEntry("days", entry=count)
    length = (last - first).days
    if not 0 <= length < LONGEST:
        raise InvalidEntry("length", entry=count)
    yield from (first + dt.timedelta(days=step) for step in range(length + 1))
