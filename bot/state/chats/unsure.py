"""Chats whose last answer may not have arrived: the next message to them says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.state.storage.database import StateDatabase

Kind = Literal["answer", "change"]
"""What may have got lost: an answer, or word of a change that was made."""

KEPT = 30 * 86_400  # seconds until nobody needs to be told any more


@dataclass(frozen=True, slots=True)
class UnsureAnswer:
    """What may have got lost, and in which language it was."""

    kind: Kind
    language: str


class UnsureAnswers:
    """What each chat has yet to be told of; a later note takes the place of an earlier one."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock
        # Asked for with every message, on the event loop: so they are kept in memory.
        self._chats: dict[int, UnsureAnswer] = {}
        self.read_again()

    def of(self, chat: int) -> UnsureAnswer | None:
        """What the chat has yet to be told of."""
        return self._chats.get(chat)

    def note(self, chat: int, answer: UnsureAnswer) -> None:
        """Notes that the chat may lack an answer."""
        row = {"chat": chat, "kind": answer.kind, "language": answer.language, "noted_at": int(self._clock())}
        with self._database.writing(repeatable=True) as db:
            db.insert("unsure", row, replace=True)
        self._chats[chat] = answer

    def told(self, chat: int) -> None:
        """The chat has been told."""
        with self._database.writing(repeatable=True) as db:
            db.execute("DELETE FROM unsure WHERE chat = ?", [chat])
        self._chats.pop(chat, None)

    def erase_expired(self) -> None:
        """Erases what is too old to be told."""
        with self._database.writing() as db:
            db.execute("DELETE FROM unsure WHERE noted_at <= ?", [self._clock() - KEPT])
        self.read_again()

    def read_again(self) -> None:
        """Lets the memory follow the file."""
        rows = self._database.rows("SELECT chat, kind, language FROM unsure")
        self._chats = {row.pop("chat"): UnsureAnswer(**row) for row in rows}
