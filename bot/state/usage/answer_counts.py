"""How much was answered in the last minute, counted by all replicas together."""

from __future__ import annotations

from collections.abc import Callable

from bot.state.storage.database import StateDatabase

MINUTE = 60.0  # seconds
NOTICE = "notice:"  # before the name of a window: when somebody was told to wait


class AnswerCounts:
    """The counts, each under a name of its own."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def window(self, name: str, most: int) -> SharedWindow:
        """The window of a name, in which so many are answered; 0 sets no limit."""
        return SharedWindow(self, name, most)

    def count(self, name: str, key: int) -> int:
        """How many there were of a key in the last minute."""
        sql = "SELECT count(*) AS count FROM counted WHERE name = ? AND key = ? AND at > ?"
        return int(self._database.rows(sql, [name, key, self._clock() - MINUTE])[0]["count"])

    def add(self, name: str, key: int) -> None:
        """Counts one that is now; those of more than a minute ago are forgotten."""
        now = self._clock()
        with self._database.writing(repeatable=True, synced=False, heard=False) as db:
            db.execute("DELETE FROM counted WHERE at <= ?", [now - MINUTE])
            db.insert("counted", {"name": name, "key": key, "at": now})


class SharedWindow:
    """So many in any 60 seconds for each key, whichever replica answers; two that answer at the same moment may let one
    more through."""

    def __init__(self, counts: AnswerCounts, name: str, most: int) -> None:
        self._counts, self._name, self._most = counts, name, most

    def has_room(self, key: int) -> bool:
        """Whether one more may be answered now."""
        return not self._most or self._counts.count(self._name, key) < self._most

    def count(self, key: int) -> None:
        """Counts one that is answered now."""
        if self._most:
            self._counts.add(self._name, key)

    def first_notice(self, key: int) -> bool:
        """Whether this key was not told to wait in the last 60 seconds; from now on it was."""
        if self._counts.count(NOTICE + self._name, key):
            return False
        self._counts.add(NOTICE + self._name, key)
        return True
