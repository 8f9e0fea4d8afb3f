"""Groups that became supergroups: Telegram gives those another id, and tells it once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sqlite_utils import Database

from bot.state.storage.database import StateFile


class MovedChats:
    """Which group each of them was."""

    def __init__(self, file: StateFile) -> None:
        self._file = file
        # Asked for with every update, on the event loop: so they are kept in memory.
        self._before: dict[int, int] = {}
        self.read_again()

    @property
    def before(self) -> Mapping[int, int]:
        """The id before, by the present one, also later."""
        return MappingProxyType(self._before)

    def record(self, db: Database, old: int, new: int) -> None:
        """Records a move in the transaction that lets what is stored follow it."""
        db.execute("INSERT OR REPLACE INTO moved_chats (chat, before) VALUES (?, ?)", [new, old])

    def read_again(self) -> None:
        """Lets what is kept in memory follow the file."""
        rows = self._file.rows("SELECT chat, before FROM moved_chats")
        self._before.clear()
        self._before.update({row["chat"]: row["before"] for row in rows})
