"""The rows of a ledger: pure functions from deadlines and what was said of them."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from bot.marks.status import Due, MarkStatus, Standings, as_marked, without_assignee
from knowledge.filters.matching import due_day, is_over
from knowledge.filters.parser import SOON

TaskState = Literal["late", "soon", "active", "idle", "postponed", "done", "void"]
"""How a task stands, what needs somebody first before what needs nobody any more."""
STATES: tuple[TaskState, ...] = get_args(TaskState)


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A task of a ledger: its number, counted from 1; the deadline, a postponed one with its new day; how it stands,
    and what was said of it."""

    number: int
    due: Due
    state: TaskState
    standing: MarkStatus | None = None

    @property
    def day(self) -> dt.date | None:
        """The day by which it is to be done."""
        return due_day(self.due.item)

    @property
    def lead(self) -> tuple[str, ...]:
        """The bodies that lead; where the text gives nobody a role, all that it names."""
        return without_assignee(self.due, self.standing).item.lead

    @property
    def support(self) -> tuple[str, ...]:
        """The bodies that support."""
        return self.due.item.in_role("support")

    @property
    def persons(self) -> tuple[str, ...]:
        """The persons whom the text names, and the one in the office who was given the task."""
        named = (*self.due.item.in_role("person"), *([self.assignee] if self.assignee else []))
        return tuple(dict.fromkeys(named))

    @property
    def assignee(self) -> str:
        """Who in the office was given the task, empty for nobody."""
        return self.standing.mark.assignee if self.standing else ""

    @property
    def report(self) -> str:
        """What was last reported, empty for nothing."""
        return self.standing.mark.note if self.standing else ""

    @property
    def until(self) -> dt.date | None:
        """The day to which it was postponed."""
        return self.standing.mark.until if self.standing and self.standing.postponed else None

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in ("done", "void")


def rows_of(deadlines: Sequence[Due], statuses: Standings, today: dt.date) -> list[LedgerRow]:
    """The rows of some deadlines, numbered, what is late first and what is settled last, each by its day."""
    rows = [
        LedgerRow(0, due, state_of(due, statuses.get(due.item.id), today), statuses.get(due.item.id))
        for due in as_marked(deadlines, statuses)
    ]
    rows.sort(key=lambda row: (_RANK[row.state], row.day or dt.date.max))
    return [replace(row, number=number) for number, row in enumerate(rows, 1)]


def state_of(due: Due, standing: MarkStatus | None, today: dt.date) -> TaskState:
    """How a task stands on a day; what was said before its text changed counts for nothing until it is confirmed."""
    if standing and standing.settled:
        return "done" if standing.mark.status == "done" else "void"
    if is_over(due.item, today):
        return "late"
    day = due_day(due.item)
    if day and 0 <= (day - today).days <= SOON:
        return "soon"
    if standing and standing.postponed:
        return "postponed"
    return "active" if standing and standing.begun else "idle"


def counts(rows: Sequence[LedgerRow]) -> Mapping[TaskState, int]:
    """How many rows stand in each state that there is, in the order of the states."""
    number = Counter(row.state for row in rows)
    return {state: number[state] for state in STATES if number[state]}


_RANK = {state: place for place, state in enumerate(STATES)}
