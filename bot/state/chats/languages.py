"""Languages: in which one people and groups want to be spoken with."""

from __future__ import annotations

from bot.state.storage.audit import Audit, AuditChange
from bot.state.storage.database import StateFile


class Languages:
    """The language that each person or group chose."""

    def __init__(self, file: StateFile, audit: Audit) -> None:
        self._file, self._audit = file, audit
        # Asked for with every update, on the event loop: so they are kept in memory.
        self._codes: dict[int, str] = {}
        self.read_again()

    def of(self, whose: int) -> str | None:
        """The language that a person or a group chose, None when it follows each person's Telegram."""
        return self._codes.get(whose)

    def set(self, whose: int, code: str | None, change: AuditChange | None = None) -> None:
        """Sets the language of a person or a group, or with None lets it follow Telegram."""
        with self._file.writing(repeatable=True) as db:
            db.table("languages").delete_where("person = ?", [whose])
            if code:
                db.table("languages").insert({"person": whose, "code": code})
            if change:
                self._audit.record(db, change)
        self.read_again()

    def read_again(self) -> None:
        """Lets the memory follow the file."""
        rows = self._file.rows("SELECT person, code FROM languages")
        self._codes = {row["person"]: row["code"] for row in rows}
