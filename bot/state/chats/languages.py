"""Languages: in which one people and groups want to be spoken with."""

from __future__ import annotations

from bot.state.storage.audit import Audit, AuditChange
from bot.state.storage.database import StateDatabase


class Languages:
    """The language that each person or group chose."""

    def __init__(self, database: StateDatabase, audit: Audit) -> None:
        self._database, self._audit = database, audit
        # Asked for with every update, on the event loop: so they are kept in memory.
        self._codes: dict[int, str] = {}
        self.read_again()

    def of(self, whose: int) -> str | None:
        """The language that a person or a group chose, None when it follows each person's Telegram."""
        return self._codes.get(whose)

    def set(self, whose: int, code: str | None, change: AuditChange | None = None) -> None:
        """Sets the language of a person or a group, or with None lets it follow Telegram."""
        with self._database.writing(repeatable=True) as db:
            db.execute("DELETE FROM languages WHERE person = ?", [whose])
            if code:
                db.insert("languages", {"person": whose, "code": code})
            if change:
                self._audit.record(db, change)
        self.read_again()

    def read_again(self) -> None:
        """Lets the memory follow the file."""
        rows = self._database.rows("SELECT person, code FROM languages")
        self._codes = {row["person"]: row["code"] for row in rows}
