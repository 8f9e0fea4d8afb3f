"""Scopes: the documents that a chat is narrowed to."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.state.storage.audit import Audit, AuditChange
from bot.state.storage.database import StateDatabase


class Scopes:
    """The documents that each chat is narrowed to."""

    def __init__(self, database: StateDatabase, audit: Audit) -> None:
        self._database, self._audit = database, audit

    def of(self, chat_id: int) -> tuple[str, ...]:
        """The ids of the documents that the chat is narrowed to, none when it may use them all."""
        rows = self._database.rows("SELECT documents FROM scopes WHERE chat = ?", [chat_id])
        return tuple(json.loads(rows[0]["documents"])) if rows else ()

    def set(self, chat_id: int, document_ids: Iterable[str], change: AuditChange | None = None) -> None:
        """Narrows the chat to these documents, or with none of them to nothing; records the change, if told."""
        chosen = list(dict.fromkeys(document_ids))
        with self._database.writing() as db:
            db.execute("DELETE FROM scopes WHERE chat = ?", [chat_id])
            if chosen:
                db.insert("scopes", {"chat": chat_id, "documents": json.dumps(chosen)})
            if change:
                self._audit.record(db, change)
