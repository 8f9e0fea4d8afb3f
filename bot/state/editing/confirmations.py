"""Pending actions: what somebody began and has yet to confirm; they outlive a restart and are done once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.state.storage.database import StateFile

LIFETIME = 3600  # seconds
KEY_BYTES = 8

Payload = dict[str, Any]
"""Plain data: what JSON can hold."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An action that waits: who began it, which kind it is, and what it needs."""

    person: int
    kind: str
    payload: Payload


class PendingActions:
    """The actions that wait, each under its key."""

    def __init__(self, file: StateFile, clock: Callable[[], float]) -> None:
        self._file, self._clock = file, clock

    def add(self, pending: Pending, lifetime: int = LIFETIME, key: str = "") -> str:
        """Lets an action wait for so many seconds, and gives its key: the one given, else one nobody can guess."""
        key = key or secrets.token_hex(KEY_BYTES)
        row = {
            "key": key,
            "person": pending.person,
            "kind": pending.kind,
            "payload": json.dumps(pending.payload, ensure_ascii=False),
            "ends_at": int(self._clock()) + lifetime,
        }
        with self._file.writing() as db:
            db.table("pending").insert(row, replace=True)
        return key

    def find(self, key: str) -> Pending | None:
        """The action of a key, None when it was taken or its time is over."""
        sql = "SELECT person, kind, payload FROM pending WHERE key = ? AND ends_at > ?"
        rows = self._file.rows(sql, [key, self._clock()])
        return _pending(rows[0]) if rows else None

    def take(self, key: str) -> Pending | None:
        """Takes an action so that nobody can take it again, None when it was taken or its time is over."""
        found = self.find(key)
        with self._file.writing() as db:
            taken = db.execute("DELETE FROM pending WHERE key = ?", [key]).rowcount
        return found if taken else None

    def erase_expired(self) -> int:
        """Erases the actions whose time is over, and says how many."""
        with self._file.writing() as db:
            return int(db.execute("DELETE FROM pending WHERE ends_at <= ?", [self._clock()]).rowcount)


def _pending(row: dict[str, Any]) -> Pending:
    return Pending(row["person"], row["kind"], json.loads(row["payload"]))
