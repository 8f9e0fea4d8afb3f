"""The columns of the ledger as a workbook, and what a row has in each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from bot.ledger.rows import LedgerRow
from bot.messages import Messages
from bot.rendering.citations import source
from bot.rendering.markup import visible
from knowledge.ids import make_id

Key = Literal[
    "number", "task", "lead", "support", "named", "assignee", "due", "phrase", "state", "until", "report",
    "reported", "source", "id", "version",
]  # fmt: skip
Cell = str | int | dt.date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in the messages, its width in characters; one that is `filled` in by hand is read back, one
    that is `hidden` tells the rows apart."""

    key: Key
    width: int
    filled: bool = False
    hidden: bool = False


COLUMNS = (
    Column("number", 5),
    Column("task", 38),
    Column("lead", 14),
    Column("support", 13),
    Column("named", 9),
    Column("assignee", 9, filled=True),
    Column("due", 11),
    Column("phrase", 12),
    Column("state", 8, filled=True),
    Column("until", 11, filled=True),
    Column("report", 22, filled=True),
    Column("reported", 12),
    Column("source", 32),
    Column("id", 15, hidden=True),
    Column("version", 15, hidden=True),
)
KEYS = tuple(column.key for column in COLUMNS)


def cells(row: LedgerRow, words: Messages, zone: dt.tzinfo) -> dict[Key, Cell]:
    """What a row has in each column."""
    item, say = row.due.item, words.ledger
    return {
        "number": row.number,
        "task": visible(item.task),
        "lead": say.between_names.join(row.lead),
        "support": say.between_names.join(row.support),
        "named": say.between_names.join(name for name in row.persons if name != row.assignee),
        "assignee": row.assignee,
        "due": row.day,
        "phrase": visible(item.phrase),
        "state": say.names[row.state],
        "until": row.until,
        "report": row.report,
        "reported": _reported(row, zone),
        "source": source(row.due.document, row.due.section, words),
        "id": item.id,
        "version": version_of(row),
    }


def version_of(row: LedgerRow) -> str:
    """What tells whether anything was said of a task since a workbook was made."""
    if row.standing is None:
        return make_id("untouched")
    mark = row.standing.mark
    return make_id(mark.deadline, mark.status, mark.until or "", mark.assignee, mark.note, mark.at)


def _reported(row: LedgerRow, zone: dt.tzinfo) -> str:
    if row.standing is None or not row.report:
        return ""
    day = dt.datetime.fromtimestamp(row.standing.mark.at, zone).date().isoformat()
    return " ".join(filter(None, (row.standing.mark.name, day)))
