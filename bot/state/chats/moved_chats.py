"""Groups that became supergroups: Telegram gives those another id, and tells it once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.state.storage.database import StateDatabase, Transaction


class MovedChats:
    """Which group each of them was."""

    def __init__(self, database: StateDatabase) -> None:
        self._database = database
        # Asked for with every update, on the event loop: so they are kept in memory.
        self._before: dict[int, int] = {}
        self.read_again()

    @property
    def before(self) -> Mapping[int, int]:
        """The id before, by the present one, also later."""
        return MappingProxyType(self._before)

    def record(self, db: Transaction, old: int, new: int) -> None:
        """Records a move in the transaction that lets what is stored follow it."""
        db.insert("moved_chats", {"chat": new, "before": old}, replace=True)

    def read_again(self) -> None:
        """Lets what is kept in memory follow the file."""
        rows = self._database.rows("SELECT chat, before FROM moved_chats")
        self._before.clear()
        self._before.update({row["chat"]: row["before"] for row in rows})
