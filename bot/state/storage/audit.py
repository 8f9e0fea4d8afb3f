"""The audit: every change that somebody made to what others use, with who, what, when, before and after.

Rows are only ever added; a person who is forgotten stays in it, since it tells why things are as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from bot.state.storage.database import StateDatabase, Transaction


@dataclass(frozen=True, slots=True)
class AuditChange:
    """A change: `action` is its code, `subject` what was changed, `before` and `after` its values as stored.

    `person` is a Telegram id, 0 for the command line; `name` is how they were called then.
    """

    person: int
    name: str
    action: str
    subject: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who changes something, and how they are called."""

    id: int
    name: str

    def change(self, action: str, subject: str, before: str = "", after: str = "") -> AuditChange:
        """A change that they make."""
        return AuditChange(self.id, self.name, action, subject, before, after)


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A change as it was recorded, at so many seconds since 1970."""

    id: int
    at: int
    change: AuditChange


class Audit:
    """The changes, newest first."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def add(self, change: AuditChange) -> None:
        """Records a change that was made elsewhere than in this file."""
        with self._database.writing(repeatable=True) as db:
            self.record(db, change)

    def has(self, change: AuditChange) -> bool:
        """Whether such a change is the last that was recorded of its subject."""
        rows = self._database.rows(
            "SELECT * FROM audit WHERE subject = ? ORDER BY id DESC LIMIT 1", [change.subject]
        )
        return [_change(row) for row in rows] == [change]

    def record(self, db: Transaction, change: AuditChange) -> None:
        """Records a change in the transaction that makes it."""
        db.insert("audit", {**asdict(change), "at": int(self._clock())})

    def of_actions(self, actions: Sequence[str]) -> list[AuditEntry]:
        """The changes of some kinds, oldest first."""
        marks = ", ".join("?" * len(actions))
        rows = self._database.rows(f"SELECT * FROM audit WHERE action IN ({marks}) ORDER BY id", actions)
        return [AuditEntry(row["id"], row["at"], _change(row)) for row in rows]

    def count(self) -> int:
        """How many changes there are."""
        return int(self._database.rows("SELECT count(*) AS count FROM audit")[0]["count"])

    def entries(self, limit: int, skipped: int = 0) -> list[AuditEntry]:
        """So many changes, newest first, after those that are skipped."""
        rows = self._database.rows("SELECT * FROM audit ORDER BY id DESC LIMIT ? OFFSET ?", [limit, skipped])
        return [AuditEntry(row["id"], row["at"], _change(row)) for row in rows]


def _change(row: dict[str, Any]) -> AuditChange:
    return AuditChange(**{field.name: row[field.name] for field in fields(AuditChange)})
