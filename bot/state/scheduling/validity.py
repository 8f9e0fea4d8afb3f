"""What was told of the validity of documents, so that nobody is told twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bot.state.scheduling.messages import ScheduledMessage, insert
from bot.state.storage.database import StateDatabase

EVERYBODY = 0  # the chat under whose number is kept what is known to have happened
BEGUN = "begun"  # the key that says that the first look was taken


class ValidityTold:
    """Which chat was told what, by keys that name the document and what became of it."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def told(self) -> frozenset[tuple[int, str]]:
        """The chats with the keys that they were told."""
        rows = self._database.rows("SELECT chat, key FROM validity_told")
        return frozenset((row["chat"], row["key"]) for row in rows)

    def record(self, told: Iterable[tuple[int, str]], messages: Iterable[ScheduledMessage]) -> None:
        """Writes down, all or nothing, what chats are told and the messages that tell it; nothing where another look has
        written any of it meanwhile."""
        now, new = self._clock(), sorted(set(told))
        with self._database.writing() as db:
            if self.told() & set(new):
                return
            db.insert_all("validity_told", ({"chat": chat, "key": key, "at": now} for chat, key in new))
            for message in messages:
                insert(db, message, now)
