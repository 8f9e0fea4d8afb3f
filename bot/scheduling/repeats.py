"""On which days a reminder comes again: on days of the week, or on one day of each month."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.state.scheduling.messages import Content
from knowledge.temporal.calendar import month_end

DAY = dt.timedelta(days=1)
LONGEST_MONTH = 31  # days; as the day of a month it is the last one of each


@dataclass(frozen=True, slots=True)
class Repeat:
    """Days of the week (0 is Monday), or with none of them a day of the month, the last where a month has no such."""

    weekdays: tuple[int, ...] = ()
    month_day: int = 0

    def falls_on(self, day: dt.date) -> bool:
        """Whether it comes on this day."""
        if self.weekdays:
            return day.weekday() in self.weekdays
        return day.day == min(self.month_day, month_end(day.year, day.month).day)

    def after(self, now: dt.datetime, at: dt.time) -> dt.datetime:
        """The first time of day `at`, in the zone of `now`, on such a day, later than now."""
        day = now.date()
        while not (self.falls_on(day) and dt.datetime.combine(day, at, now.tzinfo) > now):
            day += DAY
        return dt.datetime.combine(day, at, now.tzinfo)


def stored(repeat: Repeat, at: dt.time) -> Content:
    """A repetition as the state file holds it."""
    days = {"weekdays": list(repeat.weekdays), "month_day": repeat.month_day}
    return {"repeat": {**days, "minute": at.hour * 60 + at.minute}}


def read_repeat(content: Content) -> tuple[Repeat, dt.time] | None:
    """The repetition of a message that was stored, with its time of day; None for one that comes once."""
    if "repeat" not in content:
        return None
    stored_repeat = content["repeat"]
    repeat = Repeat(tuple(stored_repeat["weekdays"]), stored_repeat["month_day"])
    return repeat, dt.time(*divmod(stored_repeat["minute"], 60))
