"""Dialogues: what an editor is in the middle of, so that what they type next is understood, also after a restart."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.state.storage.database import StateFile

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

    def __init__(self, file: StateFile, clock: Callable[[], float]) -> None:
        self._file, self._clock = file, clock

    def begin(self, person: int, payload: Payload) -> Dialogue:
        """Begins a dialogue; it ends when nothing is done for an hour."""
        dialogue = Dialogue(secrets.token_hex(KEY_BYTES), payload)
        row = {
            "person": person,
            "key": dialogue.key,
            "payload": json.dumps(payload, ensure_ascii=False),
            "ends_at": int(self._clock()) + LIFETIME,
        }
        with self._file.writing(repeatable=True) as db:
            db.table("dialogues").insert(row, replace=True)
        return dialogue

    def of(self, person: int, key: str | None = None) -> Dialogue | None:
        """What the person is in the middle of, None when it has ended or another than that of the key has begun."""
        sql = "SELECT key, payload FROM dialogues WHERE person = ? AND ends_at > ?"
        rows = self._file.rows(sql, [person, self._clock()])
        found = Dialogue(rows[0]["key"], json.loads(rows[0]["payload"])) if rows else None
        return found if found and key in (None, found.key) else None

    def erase_expired(self) -> None:
        """Erases what has ended by itself."""
        with self._file.writing() as db:
            db.table("dialogues").delete_where("ends_at <= ?", [self._clock()])

    def end(self, person: int) -> None:
        """Ends what the person was in the middle of."""
        with self._file.writing() as db:
            db.table("dialogues").delete_where("person = ?", [person])
