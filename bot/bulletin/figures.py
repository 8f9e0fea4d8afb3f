"""How many tasks are late, due within a week and done within the last one: pure functions from deadlines and marks."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.marks.status import Due, MarkStatus, Standings, as_marked, without_assignee
from knowledge.filters.matching import is_over

Count = Literal["late", "due", "done", "old"]
"""Open and over; open and due within a week; done within the last week; open and over for more than a year."""

WEEK = 7  # days
OLD = 365  # days after which what nobody marked is no longer counted as late
UNNAMED = ""  # the body of a task that names none


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which tasks are counted, with what had been said of them by then, and by a week earlier."""

    date: dt.date
    statuses: Standings
    earlier: Standings


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts of some tasks, on the day and a week before."""

    now: Counter[Count]
    before: Counter[Count]

    def trend(self, count: Count) -> int:
        """How many more there are than a week before."""
        return self.now[count] - self.before[count]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell of the present week."""
        return not any(self.now[count] for count in ("late", "due", "done"))


@dataclass(frozen=True, slots=True)
class Bulletin:
    """The figures of all tasks, and those of each body and topic, what is late first."""

    date: dt.date
    total: Figures
    bodies: Sequence[tuple[str, Figures]]
    topics: Sequence[tuple[str, Figures]]


def bulletin_of(now: tuple[Sequence[Due], Day], before: tuple[Sequence[Due], Day]) -> Bulletin:
    """The bulletin of some tasks: those that are meant as they are now, and as they were a week before."""
    present, past = _counted(*now), _counted(*before)
    name = _body_names([*now[0], *before[0]])
    return Bulletin(
        now[1].date,
        Figures(Counter(count for _, count in present), Counter(count for _, count in past)),
        _by(lambda due: [name(due, body) for body in due.item.lead] or [UNNAMED], present, past),
        _by(lambda due: [due.topic], present, past),
    )


def count_of(due: Due, day: Day) -> Count | None:
    """What a task counts as on a day, None for nothing."""
    status = day.statuses.get(due.item.id)
    if status and status.settled:
        return "done" if _is_done(status) and not _is_done(day.earlier.get(due.item.id)) else None
    if due.item.end is None:
        return None
    left = (due.item.end - day.date).days
    if is_over(due.item, day.date):
        return "late" if -left <= OLD else "old"
    return "due" if left <= WEEK else None


def _is_done(status: MarkStatus | None) -> bool:
    return status is not None and status.settled and status.mark.status == "done"


def _counted(deadlines: Iterable[Due], day: Day) -> list[tuple[Due, Count]]:
    """The tasks that count for something, with the bodies of the text: nobody in the office is a body."""
    marked = as_marked(deadlines, day.statuses)
    return [
        (without_assignee(due, day.statuses.get(due.item.id)), count)
        for due in marked
        if (count := count_of(due, day))
    ]


def _body_names(deadlines: Iterable[Due]) -> Callable[[Due, str], str]:
    """How a body is called: with its place where there are tasks of several places."""
    places = {due.document.place for due in deadlines}

    def name(due: Due, body: str) -> str:
        place = due.document.place or ""
        return f"{place} {body}".strip() if len(places) > 1 and not body.startswith(place) else body

    return name


def _by(
    names: Callable[[Due], Iterable[str]],
    present: Iterable[tuple[Due, Count]],
    past: Iterable[tuple[Due, Count]],
) -> list[tuple[str, Figures]]:
    """The figures of each name, what is late first; those of which there is nothing to tell are left out."""
    now, before = _sums(names, present), _sums(names, past)
    figures = {name: Figures(now[name], before[name]) for name in {**now, **before}}
    told = [(name, each) for name, each in figures.items() if not each.is_empty]
    return sorted(told, key=lambda pair: (*(-pair[1].now[key] for key in ("late", "due", "done")), pair[0]))


def _sums(
    names: Callable[[Due], Iterable[str]], counted: Iterable[tuple[Due, Count]]
) -> Mapping[str, Counter[Count]]:
    sums: defaultdict[str, Counter[Count]] = defaultdict(Counter)
    for due, count in counted:
        for name in dict.fromkeys(names(due)):
            sums[name][count] += 1
    return sums
