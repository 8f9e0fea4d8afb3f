"""What a conversation leans on, where several replicas lead it: read before an update is handled, written after."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.concurrency import in_thread
from bot.conversation.memory import Memory
from bot.errors import StateError, explain
from bot.state.usage.conversations import Conversations

log = logging.getLogger(__name__)


class SharedMemory:
    """The memory of all replicas. Arguments: that of this one, and where they keep it."""

    def __init__(self, memory: Memory, kept: Conversations) -> None:
        self._memory, self._kept = memory, kept

    @asynccontextmanager
    async def of(self, chat: int) -> AsyncIterator[None]:
        """Has what is remembered of a chat in memory for the length of the block; a state that cannot be read or written
        is a line in the log."""
        try:
            before = await in_thread(self._kept.of, chat)
        except StateError as error:
            log.warning("%s", explain(error))
            before = {}
        self._memory.recall(chat, before)
        try:
            yield
        finally:
            after = self._memory.of_chat(chat)
            self._memory.drop(chat)
            await self._keep(
                chat, {entry: text for entry, text in after.items() if before.get(entry) != text}
            )

    async def _keep(self, chat: int, entries: dict[tuple[str, int], str]) -> None:
        if entries:
            try:
                await in_thread(self._kept.keep, chat, entries)
            except StateError as error:
                log.warning("%s", explain(error))
