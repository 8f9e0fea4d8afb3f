"""Dialogues: what an editor is in the middle of, so that what they type next is understood, also after a restart."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.state.storage.database import StateDatabase

LIFETIME = 3600  # seconds
KEY_BYTES = 4

Payload = dict[str, Any]
"""Plain data: what JSON can hold."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """What somebody is in the middle of; `key` tells it from those before it."""

    key: str
    payload: Payload


class Dialogues:
    """One dialogue a person: a new one ends the one before."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def begin(self, person: int, payload: Payload) -> Dialogue:
        """Begins a dialogue; it ends when nothing is done for an hour."""
        dialogue = Dialogue(secrets.token_hex(KEY_BYTES), payload)
        row = {
            "person": person,
            "key": dialogue.key,
            "payload": json.dumps(payload, ensure_ascii=False),
            "ends_at": int(self._clock()) + LIFETIME,
        }
        with self._database.writing(repeatable=True) as db:
            db.insert("dialogues", row, replace=True)
        return dialogue

    def of(self, person: int, key: str | None = None) -> Dialogue | None:
        """What the person is in the middle of, None when it has ended or another than that of the key has begun."""
        sql = "SELECT key, payload FROM dialogues WHERE person = ? AND ends_at > ?"
        rows = self._database.rows(sql, [person, self._clock()])
        dialogue = Dialogue(rows[0]["key"], json.loads(rows[0]["payload"])) if rows else None
        return dialogue if dialogue and key in (None, dialogue.key) else None

    def erase_expired(self) -> None:
        """Erases what has ended by itself."""
        with self._database.writing() as db:
            db.execute("DELETE FROM dialogues WHERE ends_at <= ?", [self._clock()])

    def end(self, person: int) -> None:
        """Ends what the person was in the middle of."""
        with self._database.writing() as db:
            db.execute("DELETE FROM dialogues WHERE person = ?", [person])
