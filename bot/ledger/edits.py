"""What a filled-in row of the ledger would change: a mark, or the reason for which the row is refused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.ledger.columns import version_of
from bot.ledger.rows import STATES as EVERY
from bot.ledger.rows import LedgerRow, TaskState
from bot.ledger.sheet import SheetRow
from bot.marks.marking import LONGEST_NOTE, MarkedDeadline, day_in
from bot.messages import CHINESE, ENGLISH
from bot.state.chats.marks import Mark, Status

Reason = Literal[
    "gone", "twice", "state", "until_missing", "until_unread", "until_past", "report_long", "assignee_long", "why",
    "meanwhile",
]  # fmt: skip
LONGEST_ASSIGNEE = 30  # characters
SETTLING: Mapping[TaskState, Status] = {"done": "done", "void": "void", "active": "begun"}
OTHER_NAMES: Mapping[str, TaskState] = {
    "已完成": "done",
    "完成": "done",
    "办结": "done",
    "已延期": "postponed",
}
STATES: Mapping[str, TaskState] = {
    words.ledger.names[state].casefold(): state for words in (CHINESE, ENGLISH) for state in EVERY
} | {**OTHER_NAMES}


@dataclass(frozen=True, slots=True)
class LedgerEdit:
    """A row that changes a task: its number in the sheet, the task as it stands, the mark that is to be made, and the
    id that the mark of before has."""

    number: int
    row: LedgerRow
    mark: Mark
    replaces: str


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be used: its number in the sheet, its task as it stands there, and the reason."""

    number: int
    task: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class LedgerImport:
    """What a ledger that came back would change, how many rows change nothing, and those that are refused."""

    edits: tuple[LedgerEdit, ...]
    same: int
    refused: tuple[RefusedRow, ...]


class Refusal(ValueError):
    """A row cannot be used."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def read_edits(
    sheet: Sequence[SheetRow], present: Mapping[str, LedgerRow], renamed: Mapping[str, str], today: dt.date
) -> LedgerImport:
    """What the rows of a sheet change.

    Arguments: the rows; the tasks as they stand by their ids; the present ids of those that were worded otherwise when
    the sheet was made; the day.
    """
    edits: list[LedgerEdit] = []
    refused: list[RefusedRow] = []
    numbers: set[str] = set()
    for line in sheet:
        try:
            row = _task_of(line, present, renamed, numbers)
            edits += _edits(line, row, today)
        except Refusal as refusal:
            refused.append(RefusedRow(line.number, line.cells.get("task", ""), refusal.reason))
    return LedgerImport(tuple(edits), len(sheet) - len(edits) - len(refused), tuple(refused))


def _task_of(
    line: SheetRow, present: Mapping[str, LedgerRow], renamed: Mapping[str, str], numbers: set[str]
) -> LedgerRow:
    number = renamed.get(line.cells["id"], line.cells["id"])
    if number not in present:
        raise Refusal("gone")
    if number in numbers:
        raise Refusal("twice")
    numbers.add(number)
    return present[number]


def _edits(line: SheetRow, row: LedgerRow, today: dt.date) -> Iterator[LedgerEdit]:
    """The change of a row, none where it says what is so already."""
    deadline = MarkedDeadline(row.due, row.standing)
    before, wanted = _present(row, deadline), _wanted(line, row, deadline, today)
    if wanted == before:
        return
    if line.cells["version"] != version_of(row):
        raise Refusal("meanwhile")
    yield LedgerEdit(line.number, row, wanted, deadline.replaces)


def _present(row: LedgerRow, deadline: MarkedDeadline) -> Mark:
    """How a task stands, as a mark without who and when."""
    changed = row.standing is None or row.standing.changed
    status, until = ("open", None) if changed or not row.standing else _said(row.standing.mark)
    return replace(deadline.mark(status, until), note=row.report, assignee=row.assignee)


def _said(mark: Mark) -> tuple[Status, dt.date | None]:
    return mark.status, mark.until


def _wanted(line: SheetRow, row: LedgerRow, deadline: MarkedDeadline, today: dt.date) -> Mark:
    """The mark that the cells of a row ask for; a cell whose column was deleted asks for nothing."""
    note = " ".join(line.cells.get("report", row.report).split())
    assignee = " ".join(line.cells.get("assignee", row.assignee).split())
    if len(note) > LONGEST_NOTE:
        raise Refusal("report_long")
    if len(assignee) > LONGEST_ASSIGNEE:
        raise Refusal("assignee_long")
    until = _until(line, row, today)
    status = _status(line, row, until)
    if status in ("open", "assigned") and note != row.report:
        status = "begun"
    elif status == "open" and assignee != row.assignee:
        status = "assigned"
    if _is_reopened(row, status) and note in ("", row.report):
        raise Refusal("why")
    mark = deadline.mark(status, until if status == "postponed" else None)
    return replace(mark, note=note, assignee=assignee)


def _status(line: SheetRow, row: LedgerRow, until: dt.date | None) -> Status:
    """The status that the state of a row asks for; what follows from the date leaves the one that there is."""
    typed = line.cells["state"].casefold()
    state = STATES.get(typed, row.state) if not typed else STATES.get(typed)
    if state is None:
        raise Refusal("state")
    if state == "postponed" and until is None:
        raise Refusal("until_missing")
    if state in SETTLING:
        return SETTLING[state]
    if until:
        return "postponed"
    standing = None if row.standing is None or row.standing.changed else row.standing
    if standing is None:
        return "open"
    if standing.settled or standing.postponed:
        return "begun"  # reopened
    return "assigned" if state == "idle" and row.state == "active" else standing.mark.status


def _is_reopened(row: LedgerRow, status: Status) -> bool:
    """Whether a task of which nothing was left to do, or that had been given more time, is to be done again."""
    before = row.standing
    if before is None or before.changed or status not in ("begun", "assigned", "open"):
        return False
    return before.settled or before.postponed


def _until(line: SheetRow, row: LedgerRow, today: dt.date) -> dt.date | None:
    typed = line.cells.get("until", row.until.isoformat() if row.until else "")
    if not typed:
        return None
    try:
        day: dt.date | None = dt.date.fromisoformat(typed)
    except ValueError:
        day = day_in(typed, today)
    if day is None:
        raise Refusal("until_unread")
    if day <= today and day != row.until:
        raise Refusal("until_past")
    return day


def by_id(rows: Iterable[LedgerRow]) -> dict[str, LedgerRow]:
    """Tasks by their ids."""
    return {row.due.item.id: row for row in rows}
