"""Marks: deadlines that are assigned, begun, done, postponed or do not apply. Rows are only ever added; the last one counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from bot.state.storage.audit import Audit, AuditChange
from bot.state.storage.database import StateDatabase, Transaction

Status = Literal["assigned", "begun", "done", "postponed", "void", "open"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody said of a deadline, at so many seconds since 1970; `open` takes an earlier mark back.

    `until` is the new day of a postponed one, `note` the last report, `assignee` who in the office sees to it. Path, title, task and sentence are those of the deadline as it was
    then: they find it again when its text, and so its id, has changed.
    """

    deadline: str
    status: Status
    path: str
    title: str
    task: str
    sentence: str
    until: dt.date | None = None
    note: str = ""
    person: int = 0
    name: str = ""
    at: int = 0
    assignee: str = ""

    @property
    def said(self) -> str:
        """The status with the day, the person and the note, as the audit keeps them."""
        until = self.until.isoformat() if self.until else ""
        assignee = f"👤{self.assignee}" if self.assignee else ""
        return " ".join(filter(None, (self.status, until, assignee, self.note)))


class Marks:
    """The marks of all deadlines; every change stays in the file with who and when."""

    def __init__(self, database: StateDatabase, audit: Audit, clock: Callable[[], float]) -> None:
        self._database, self._audit, self._clock = database, audit, clock
        # Needed for every list of deadlines: so they are kept in memory.
        self._current: Mapping[str, Mark] = MappingProxyType({})
        self.read_again()

    @property
    def current(self) -> Mapping[str, Mark]:
        """The last mark of each deadline that has one and was not opened again, by its id."""
        return self._current

    @property
    def changed_at(self) -> int:
        """When the last mark was made or taken back, in seconds since 1970; 0 before the first."""
        return self._changed_at

    def add(self, mark: Mark, replaces: str = "") -> None:
        """Marks a deadline and records the change; `replaces` is the id that it had before its text changed."""
        self.add_all([(mark, replaces)])

    def add_all(self, marks: Iterable[tuple[Mark, str]]) -> None:
        """Marks several deadlines, all or none of them, each with what it replaces."""
        with self._database.writing() as db:
            for mark, replaces in marks:
                self._insert(db, mark, replaces)
        self.read_again()

    def _insert(self, db: Transaction, mark: Mark, replaces: str) -> None:
        now, before = int(self._clock()), self._current.get(replaces or mark.deadline)
        change = AuditChange(
            mark.person, mark.name, "mark", mark.task, before.said if before else "", mark.said
        )
        if replaces and replaces != mark.deadline:
            db.insert("marks", mark_row(replace(mark, deadline=replaces, status="open", at=now)))
        db.insert("marks", mark_row(replace(mark, at=now)))
        self._audit.record(db, change)

    def history(self, deadline: str) -> list[Mark]:
        """All marks of a deadline, the oldest first."""
        return list(
            map(
                mark_of_row,
                self._database.rows("SELECT * FROM marks WHERE deadline = ? ORDER BY id", [deadline]),
            )
        )

    def as_of(self, moment: dt.datetime) -> Mapping[str, Mark]:
        """The last mark of each deadline that had one and was not opened again by some moment, by its id."""
        ids = "SELECT max(id) FROM marks WHERE at < ? GROUP BY deadline"
        rows = self._database.rows(f"SELECT * FROM marks WHERE id IN ({ids})", [moment.timestamp()])
        return {mark.deadline: mark for mark in map(mark_of_row, rows) if mark.status != "open"}

    def read_again(self) -> None:
        """Lets the memory follow the file."""
        sql = "SELECT * FROM marks WHERE id IN (SELECT max(id) FROM marks GROUP BY deadline)"
        marks = map(mark_of_row, self._database.rows(sql))
        latest = list(marks)
        self._current = MappingProxyType({mark.deadline: mark for mark in latest if mark.status != "open"})
        self._changed_at = max((mark.at for mark in latest), default=0)


def mark_row(mark: Mark) -> dict[str, Any]:
    """A mark as plain data."""
    return {**asdict(mark), "until": mark.until.isoformat() if mark.until else None}


def mark_of_row(row: dict[str, Any]) -> Mark:
    """The mark of plain data."""
    until = dt.date.fromisoformat(row["until"]) if row["until"] else None
    return Mark(**{name: value for name, value in row.items() if name != "id"} | {"until": until})
