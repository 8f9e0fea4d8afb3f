"""Quiet hours: the hours of the day in which a chat wants no reminders."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

DAY = 24  # hours


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From a full hour to another (0 to 23), over midnight when the second is the smaller."""

    start: int
    end: int

    def covers(self, moment: dt.time) -> bool:
        """Whether a time of the day lies in them; the end does not."""
        return (moment.hour - self.start) % DAY < (self.end - self.start) % DAY

    def __str__(self) -> str:
        return f"{self.start:02}:00–{self.end:02}:00"


def quiet_hours(text: str) -> QuietHours | None:
    """The hours that were stored as `22-7`, None for the empty text. Raises ValueError for anything else."""
    if not text:
        return None
    start, end = map(int, text.split("-"))
    if not (0 <= start < DAY and 0 <= end < DAY and start != end):
        raise ValueError(text)
    return QuietHours(start, end)


def stored(hours: QuietHours | None) -> str:
    """The hours as they are stored."""
    return f"{hours.start}-{hours.end}" if hours else ""
