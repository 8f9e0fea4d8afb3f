"""What ongoing conversations lean on, for as long as several replicas lead them: kept an hour."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.state.storage.database import StateDatabase

KEPT = 3600.0  # seconds

Entry = tuple[str, int]
"""What is remembered of a chat: its kind, and the number of the person or message that it belongs to."""


class Conversations:
    """What is remembered of each chat, as JSON."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def of(self, chat: int) -> dict[Entry, str]:
        """What is remembered of a chat."""
        sql = "SELECT kind, key, value FROM remembered WHERE chat = ? AND at > ?"
        rows = self._database.rows(sql, [chat, self._clock() - KEPT])
        return {(row["kind"], row["key"]): row["value"] for row in rows}

    def keep(self, chat: int, entries: Mapping[Entry, str]) -> None:
        """Remembers more of a chat, and nothing any more that is too old."""
        now = self._clock()
        rows = (
            {"chat": chat, "kind": kind, "key": key, "value": value, "at": now}
            for (kind, key), value in entries.items()
        )
        with self._database.writing(repeatable=True, synced=False, heard=False) as db:
            db.insert_all("remembered", rows, replace=True)
            db.execute("DELETE FROM remembered WHERE at <= ?", [now - KEPT])

    def erase_expired(self) -> None:
        """Erases what is too old."""
        with self._database.writing(repeatable=True, heard=False) as db:
            db.execute("DELETE FROM remembered WHERE at <= ?", [self._clock() - KEPT])
