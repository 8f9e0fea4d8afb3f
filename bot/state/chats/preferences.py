"""Preferences: who may ask in a chat, how long its answers are, when it wants quiet."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Literal

from bot.state.chats.quiet_hours import quiet_hours
from bot.state.storage.audit import Audit, AuditChange
from bot.state.storage.database import StateDatabase

Askers = Literal["everyone", "administrators"]
Length = Literal["short", "normal", "long"]


@dataclass(frozen=True, slots=True)
class Preference:
    """What a chat prefers; `quiet` are hours such as `22-7`, empty when it wants none."""

    askers: Askers = "everyone"
    length: Length = "normal"
    quiet: str = ""

    def is_quiet(self, now: dt.datetime) -> bool:
        """Whether the chat wants no reminders now; `now` is in the time zone in which it lives."""
        hours = quiet_hours(self.quiet)
        return hours is not None and hours.covers(now.time())


DEFAULT = Preference()


class Preferences:
    """What each chat prefers."""

    def __init__(self, database: StateDatabase, audit: Audit) -> None:
        self._database, self._audit = database, audit
        # Asked for with every update, on the event loop: so they are kept in memory.
        self._chats: dict[int, Preference] = {}
        self.read_again()

    def of(self, chat: int) -> Preference:
        """What a chat prefers."""
        return self._chats.get(chat, DEFAULT)

    def set(self, chat: int, preference: Preference, change: AuditChange | None = None) -> None:
        """Sets what a chat prefers, and records the change where others are concerned."""
        with self._database.writing(repeatable=True) as db:
            db.execute("DELETE FROM preferences WHERE chat = ?", [chat])
            if preference != DEFAULT:
                db.insert("preferences", {"chat": chat, **asdict(preference)})
            if change:
                self._audit.record(db, change)
        self._chats[chat] = preference

    def read_again(self) -> None:
        """Lets the memory follow what was erased or moved in the file."""
        rows = self._database.rows("SELECT chat, askers, length, quiet FROM preferences")
        self._chats = {row.pop("chat"): Preference(**row) for row in rows}
