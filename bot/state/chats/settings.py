"""Settings: the documents that a chat is narrowed to, and the languages that people and groups chose."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.state.storage.audit import Audit, Change
from bot.state.storage.database import StateFile


class Settings:
    """What chats and people have set."""

    def __init__(self, file: StateFile, audit: Audit) -> None:
        self._file, self._audit = file, audit
        # Asked for with every update, on the event loop: so they are kept in memory.
        self._languages: dict[int, str] = {}
        self.read_languages()

    def scope(self, chat_id: int) -> tuple[str, ...]:
        """The ids of the documents that the chat is narrowed to, none when it may use them all."""
        rows = self._file.rows("SELECT documents FROM scopes WHERE chat = ?", [chat_id])
        return tuple(json.loads(rows[0]["documents"])) if rows else ()

    def set_scope(self, chat_id: int, document_ids: Iterable[str], change: Change | None = None) -> None:
        """Narrows the chat to these documents, or with none of them to nothing; records the change, if told."""
        chosen = list(dict.fromkeys(document_ids))
        with self._file.writing() as db:
            db.table("scopes").delete_where("chat = ?", [chat_id])
            if chosen:
                db.table("scopes").insert({"chat": chat_id, "documents": json.dumps(chosen)})
            if change:
                self._audit.record(db, change)

    def language(self, whose: int) -> str | None:
        """The language that a person or a group chose, None when it follows each person's Telegram."""
        return self._languages.get(whose)

    def set_language(self, whose: int, code: str | None, change: Change | None = None) -> None:
        """Sets the language of a person or a group, or with None lets it follow Telegram."""
        with self._file.writing(repeatable=True) as db:
            db.table("languages").delete_where("person = ?", [whose])
            if code:
                db.table("languages").insert({"person": whose, "code": code})
            if change:
                self._audit.record(db, change)
        self.read_languages()

    def read_languages(self) -> None:
        """Lets the memory follow the file."""
        rows = self._file.rows("SELECT person, code FROM languages")
        self._languages = {row["person"]: row["code"] for row in rows}
