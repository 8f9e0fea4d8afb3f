"""The clock: the one place that asks the system what day and what time it is."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """The day and the time of a zone.

    `fixed_day` holds the calendar still while the hours go on; `source` gives the seconds since 1970 that all else is
    made of. How long something takes is no question for a clock: `time.monotonic` answers it.
    """

    zone: dt.tzinfo
    fixed_day: dt.date | None = None
    source: Callable[[], float] = time.time

    def now(self) -> dt.datetime:
        """The time in the zone, on the fixed day if there is one."""
        moment = dt.datetime.fromtimestamp(self.source(), self.zone)
        return dt.datetime.combine(self.fixed_day, moment.time(), self.zone) if self.fixed_day else moment

    def today(self) -> dt.date:
        """The day of now."""
        return self.now().date()

    def seconds(self) -> float:
        """Now in seconds since 1970, as the state file stores it."""
        return self.now().timestamp()
