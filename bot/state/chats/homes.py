"""Homes: the place, the body and the person that a chat is at home with."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from bot.state.storage.audit import Audit, AuditChange
from bot.state.storage.database import StateDatabase


@dataclass(frozen=True, slots=True)
class Home:
    """Where a chat is at home; what is empty was not said."""

    place: str = ""
    body: str = ""
    person: str = ""

    def __bool__(self) -> bool:
        return bool(self.place or self.body or self.person)

    def __str__(self) -> str:
        return " · ".join(filter(None, (self.place, self.body, self.person)))


NOWHERE = Home()


class Homes:
    """Where each chat is at home."""

    def __init__(self, database: StateDatabase, audit: Audit) -> None:
        self._database, self._audit = database, audit

    def of(self, chat: int) -> Home:
        """Where a chat is at home."""
        rows = self._database.rows("SELECT place, body, person FROM homes WHERE chat = ?", [chat])
        return Home(**rows[0]) if rows else NOWHERE

    def set(self, chat: int, home: Home, change: AuditChange | None = None) -> None:
        """Lets a chat be at home somewhere, or nowhere; records the change where others are concerned."""
        with self._database.writing(repeatable=True) as db:
            db.execute("DELETE FROM homes WHERE chat = ?", [chat])
            if home:
                db.insert("homes", {"chat": chat, **asdict(home)})
            if change:
                self._audit.record(db, change)
