"""When reminders come: on which days, at which time of the day, in the office's time zone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from bot.config.config import REMINDER_TIME

DAYS_BEFORE = (30, 7, 1)
DAY = dt.timedelta(days=1)
LONGEST_GAP = 60 * DAY  # a longer one is looked back on no further: /ddl 已过期 tells what has passed since


@dataclass(frozen=True, slots=True)
class Schedule:
    """So many days before each deadline (most first), or with `weekdays` (0 is Monday) a digest on each of them."""

    days: tuple[int, ...] = DAYS_BEFORE
    weekdays: tuple[int, ...] = ()
    at: dt.time = REMINDER_TIME

    @property
    def weekly(self) -> bool:
        """Whether it is a digest."""
        return bool(self.weekdays)

    def falls_on(self, day: dt.date) -> bool:
        """Whether reminders come on this day."""
        return not self.weekdays or day.weekday() in self.weekdays

    def moment(self, day: dt.date, zone: dt.tzinfo) -> dt.datetime:
        """When reminders come on a day.

        Where clocks are put forward over that time it is as much later; where they are put back it is the first
        of the two (PEP 495, fold 0).
        """
        return dt.datetime.combine(day, self.at, zone)

    def days_between(self, since: dt.datetime, now: dt.datetime, zone: dt.tzinfo) -> list[dt.date]:
        """The days whose time has come after `since` and not after `now`, in order."""
        # Compared in UTC: two times of one zone are compared by their clock faces, whatever their offsets.
        first, last = (moment.astimezone(dt.UTC) for moment in (max(since, now - LONGEST_GAP), now))
        day, end = first.astimezone(zone).date() - DAY, last.astimezone(zone).date()
        days = [day + number * DAY for number in range((end - day).days + 1)]
        return [
            day
            for day in days
            if self.falls_on(day) and first < self.moment(day, zone).astimezone(dt.UTC) <= last
        ]

    def next_day(self, now: dt.datetime, zone: dt.tzinfo) -> dt.date:
        """The first day whose time is still to come."""
        utc = now.astimezone(dt.UTC)
        day = utc.astimezone(zone).date()
        while not (self.falls_on(day) and self.moment(day, zone).astimezone(dt.UTC) > utc):
            day += DAY
        return day
