"""Marking a deadline: what a button or a reply says of it becomes a mark."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.marks.status import Due, MarkStatus, standings
from bot.state.chats.marks import Mark, Status
from knowledge.temporal.expressions import find_times
from loaders.metadata.metadata import PartialDate

LONGEST_NOTE = 200  # characters
_YEAR = re.compile(r"(?:19|20)\d\d|[今去前明后本]年")


@dataclass(frozen=True, slots=True)
class MarkedDeadline:
    """A deadline that is being marked, and what was said of it before."""

    one: Due
    before: MarkStatus | None

    @property
    def replaces(self) -> str:
        """The id under which it was marked before its text changed, empty when it did not."""
        return self.before.mark.deadline if self.before and self.before.changed else ""

    def mark(self, status: Status, until: dt.date | None = None) -> Mark:
        """A new mark on it, which keeps who sees to it and the last report."""
        item, document = self.one.item, self.one.document
        mark = Mark(item.id, status, document.path, document.title, item.task, item.sentence, until)
        if self.before is None or self.before.changed:
            return mark
        return replace(mark, note=self.before.mark.note, assignee=self.before.mark.assignee)

    def with_note(self, status: Status, until: dt.date | None, note: str) -> Mark:
        """A new mark on it with a report."""
        return replace(self.mark(status, until), note=note)

    def confirmed(self) -> Mark:
        """The mark from before the text changed, on the text as it is now."""
        before = self.before.mark if self.before else self.mark("open")
        return replace(self.mark(before.status, before.until), note=before.note, assignee=before.assignee)

    def noted(self, note: str) -> Mark:
        """The present mark with a note."""
        return replace(self.confirmed(), note=note)


def find(number: str, every: Sequence[Due], marks: Mapping[str, Mark]) -> MarkedDeadline | None:
    """The deadline of an id, None when it is gone."""
    located = next((deadline for deadline in every if deadline.item.id == number), None)
    return MarkedDeadline(located, standings(every, marks).get(number)) if located else None


def day_in(text: str, today: dt.date) -> dt.date | None:
    """The day to which a person postpones: the last day of what they name, None when they name none.

    3月底 without a year is the one to come, whatever the year that a document would mean by it.
    """
    day = _last_day(text, today)
    if day and day <= today and not _YEAR.search(text):
        return _last_day(text, dt.date(today.year + 1, 1, 1)) or day
    return day


def _last_day(text: str, base: dt.date) -> dt.date | None:
    days = [time.end or time.start for time in find_times(text, PartialDate(base.year, base.month, base.day))]
    return next((day for day in reversed(days) if day), None)
