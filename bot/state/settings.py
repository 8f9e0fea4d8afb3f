"""Settings: the documents that a chat is narrowed to, and the languages that people chose."""

from __future__ import annotations

import json
from collections.abc import Iterable

from bot.state.file import StateFile


class Settings:
    """What chats and people have set."""

    def __init__(self, file: StateFile) -> None:
        self._file = file
        # Asked for with every update, on the event loop: so they are kept in memory.
        rows = file.rows("SELECT person, code FROM languages")
        self._languages: dict[int, str] = {row["person"]: row["code"] for row in rows}

    def scope(self, chat_id: int) -> tuple[str, ...]:
        """The ids of the documents that the chat is narrowed to, none when it may use them all."""
        rows = self._file.rows("SELECT documents FROM scopes WHERE chat = ?", [chat_id])
        return tuple(json.loads(rows[0]["documents"])) if rows else ()

    def set_scope(self, chat_id: int, document_ids: Iterable[str]) -> None:
        """Narrows the chat to these documents, or with none of them to nothing."""
        chosen = list(dict.fromkeys(document_ids))
        with self._file.writing() as db:
            db.table("scopes").delete_where("chat = ?", [chat_id])
            if chosen:
                db.table("scopes").insert({"chat": chat_id, "documents": json.dumps(chosen)})

    def language(self, user_id: int) -> str | None:
        """The language that the person chose, None when it follows their Telegram."""
        return self._languages.get(user_id)

    def set_language(self, user_id: int, code: str | None) -> None:
        """Sets the person's language, or with None lets it follow their Telegram."""
        with self._file.writing() as db:
            db.table("languages").delete_where("person = ?", [user_id])
            if code:
                db.table("languages").insert({"person": user_id, "code": code})
        self.forget_language(user_id)
        if code:
            self._languages[user_id] = code

    def forget_language(self, user_id: int) -> None:
        """Lets the memory follow what was erased in the file."""
        self._languages.pop(user_id, None)
