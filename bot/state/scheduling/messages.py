"""Scheduled messages: each is written down before it is sent, so that none is lost and none is sent twice.

A message is `waiting`, `sending` while Telegram has it, then `sent`. What a crash or a lost connection leaves in
`sending` may or may not have arrived: it becomes `unsure` and is not sent again; a short notice in its place makes it
`noticed`. `cancelled`: a person called it off. `void`: there was nothing left to tell, or nobody to tell it to.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from bot.state.storage.database import StateDatabase, Transaction

Step = Literal["waiting", "sending", "sent", "unsure", "noticed", "cancelled", "void"]
Content = dict[str, Any]
"""What a message is made of, as JSON holds it; each kind has its own."""

NOT_SENT = "step = CASE step WHEN 'sending' THEN 'waiting' ELSE step END"  # a notice stays one
KEPT = 400 * 86_400  # seconds for which is known what was told
COLUMNS = (
    "id, chat, topic, person, language, kind, content, due_at, step, late, refusals, refused_at, retry_at"
)


@dataclass(frozen=True, slots=True)
class ScheduledMessage:
    """A message for a chat (in a forum one topic of it), due at so many seconds since 1970.

    `language` is that of the person who wanted it. `refusals` counts how often Telegram refused it since `refused_at`;
    until `retry_at` it is not tried again. `late` says that it came long after it was due.
    """

    chat: int
    topic: int | None
    person: int
    language: str
    kind: str
    content: Content
    due_at: float
    id: int = 0
    step: Step = "waiting"
    late: bool = False
    refusals: int = 0
    refused_at: float | None = None
    retry_at: float | None = None


class ScheduledMessages:
    """The messages that wait for their time, and those that were sent."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def add(self, message: ScheduledMessage) -> int:
        """Writes a message down and gives its number."""
        with self._database.writing() as db:
            return insert(db, message, self._clock())

    def one(self, number: int, chat: int) -> ScheduledMessage | None:
        """A message of this chat, None when it is gone or another chat's."""
        return next(iter(self._find("id = ? AND chat = ?", [number, chat])), None)

    def coming(self, chat: int, kind: str) -> list[ScheduledMessage]:
        """The messages of a kind that a chat will be sent, the next one first."""
        return self._find("chat = ? AND kind = ? AND step = 'waiting'", [chat, kind])

    def due(self, now: float) -> list[ScheduledMessage]:
        """What is to be sent by a time, or noticed, the oldest first; what was refused waits for its next try."""
        steps = "(step = 'unsure' OR (step = 'waiting' AND due_at <= ?))"
        return self._find(f"{steps} AND coalesce(retry_at, 0) <= ?", [now, now])

    def begin(self, message: ScheduledMessage, late: bool, following: ScheduledMessage | None) -> bool:
        """Writes down that a message is being sent, and with it the next one of its series; False when it was called
        off meanwhile."""
        with self._database.writing() as db:
            sql = "UPDATE scheduled SET step = 'sending', late = ?, content = ?, at = ? WHERE id = ? AND step = 'waiting'"
            content = json.dumps(message.content, ensure_ascii=False)
            begun = db.execute(sql, [late, content, self._clock(), message.id])
            if begun and following:
                insert(db, following, self._clock())
            return bool(begun)

    def put(self, number: int, step: Step) -> None:
        """Writes down how far a message has come."""
        with self._database.writing() as db:
            sql = "UPDATE scheduled SET step = ?, refusals = 0, refused_at = NULL, retry_at = NULL, at = ? WHERE id = ?"
            db.execute(sql, [step, self._clock(), number])

    def cancel(self, number: int) -> bool:
        """Calls a message off; False when it was no longer waiting."""
        return self._move(number, "cancelled", None, ("waiting",))

    def postpone(self, number: int, due_at: float) -> bool:
        """Lets a message that was called off or has come wait for another time; False when it waits already."""
        return self._move(number, "waiting", due_at, ("cancelled", "sent", "unsure", "noticed"))

    def refused(self, number: int, pause: float) -> None:
        """Telegram refused a message, and it is to be tried again after so many seconds."""
        now = self._clock()
        sql = f"refusals = refusals + 1, refused_at = coalesce(refused_at, ?), retry_at = ?, {NOT_SENT}"
        with self._database.writing() as db:
            db.execute(f"UPDATE scheduled SET {sql} WHERE id = ?", [now, now + pause, number])

    def without_topic(self, number: int) -> None:
        """Lets a message come into the chat itself, since its topic is gone."""
        with self._database.writing() as db:
            db.execute(f"UPDATE scheduled SET topic = NULL, {NOT_SENT} WHERE id = ?", [number])

    def returned(self, chat: int) -> None:
        """Tries at once what a chat did not take, since it may take it now."""
        with self._database.writing(repeatable=True) as db:
            db.execute("UPDATE scheduled SET retry_at = NULL WHERE chat = ?", [chat])

    def recover(self) -> int:
        """After a start: what was being sent when the program ended is unsure; says how many."""
        with self._database.writing() as db:
            return db.execute("UPDATE scheduled SET step = 'unsure' WHERE step = 'sending'")

    def erase_expired(self) -> int:
        """Erases what was told or called off long ago; says how many."""
        with self._database.writing() as db:
            old = "step NOT IN ('waiting', 'sending', 'unsure') AND at <= ?"
            return db.execute(f"DELETE FROM scheduled WHERE {old}", [self._clock() - KEPT])

    def _move(self, number: int, step: Step, due_at: float | None, steps: tuple[Step, ...]) -> bool:
        marks = ", ".join("?" * len(steps))
        sql = "UPDATE scheduled SET step = ?, due_at = coalesce(?, due_at), late = 0, retry_at = NULL, at = ?"
        with self._database.writing() as db:
            values = [step, due_at, self._clock(), number, *steps]
            return bool(db.execute(f"{sql} WHERE id = ? AND step IN ({marks})", values))

    def _find(self, where: str, values: list[object]) -> list[ScheduledMessage]:
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM scheduled WHERE {where} ORDER BY due_at, id", values
        )
        return list(map(_message, rows))


def insert(db: Transaction, message: ScheduledMessage, now: float) -> int:
    """Writes a message down in the transaction that calls for it, and gives its number."""
    row = {
        "chat": message.chat,
        "topic": message.topic,
        "person": message.person,
        "language": message.language,
        "kind": message.kind,
        "content": json.dumps(message.content, ensure_ascii=False),
        "due_at": message.due_at,
        "step": message.step,
        "at": now,
    }
    return db.insert_numbered("scheduled", row)


def _message(row: Mapping[str, Any]) -> ScheduledMessage:
    return ScheduledMessage(**{**row, "content": json.loads(row["content"]), "late": bool(row["late"])})
