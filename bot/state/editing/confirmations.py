"""Pending actions: what somebody began and has yet to confirm; they outlive a restart and are done once."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.state.storage.database import StateDatabase
from bot.state.storage.handled import handled_number

LIFETIME = 3600  # seconds
KEY_BYTES = 8
WEB = "web"  # the kind of a one-time link to the reading room
WEB_LIFETIME = 600  # seconds
FREE = "key = ? AND (taken_by IS NULL OR taken_by = ?)"  # for the update that asks

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

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

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
        with self._database.writing(repeatable=True) as db:
            db.insert("pending", row, replace=True)
        return key

    def find(self, key: str) -> Pending | None:
        """The action of a key, None when it was taken or its time is over.

        The update that took it finds it still, should a crash let it go through the handlers once more.
        """
        sql = f"SELECT person, kind, payload FROM pending WHERE {FREE} AND ends_at > ?"
        rows = self._database.rows(sql, [key, handled_number(), self._clock()])
        return _pending(rows[0]) if rows else None

    def take(self, key: str) -> Pending | None:
        """Takes an action so that nobody can take it again, None when it was taken or its time is over.

        It is kept until the update that took it is answered, and then erased.
        """
        pending, update = self.find(key), handled_number()
        with self._database.writing(repeatable=True) as db:
            if update is None:
                taken = db.execute(f"DELETE FROM pending WHERE {FREE}", [key, update])
            else:
                taken = db.execute(f"UPDATE pending SET taken_by = ? WHERE {FREE}", [update, key, update])
        return pending if taken else None

    def of_kind(self, kind: str) -> dict[str, Pending]:
        """The actions of a kind that wait, by their keys."""
        sql = "SELECT key, person, kind, payload FROM pending WHERE kind = ? AND taken_by IS NULL AND ends_at > ?"
        return {row["key"]: _pending(row) for row in self._database.rows(sql, [kind, self._clock()])}

    def erase_expired(self) -> int:
        """Erases the actions whose time is over, and says how many."""
        with self._database.writing() as db:
            return db.execute("DELETE FROM pending WHERE ends_at <= ?", [self._clock()])


def _pending(row: dict[str, Any]) -> Pending:
    return Pending(row["person"], row["kind"], json.loads(row["payload"]))
