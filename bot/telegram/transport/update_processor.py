"""The order of work: one chat's updates one after the other, different chats side by side."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

WAITING = 100_000  # updates that may wait for their turn


class ChatByChat(BaseUpdateProcessor):
    """Keeps a chat's updates in order; a crowd of them in one chat takes no place from another."""

    def __init__(self, at_once: int) -> None:
        """Argument: how many chats are worked for side by side."""
        super().__init__(WAITING)
        self._at_once = asyncio.Semaphore(at_once)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the chat's turn, then for a free place."""
        # The lock lives as long as an update holds it or waits for it.
        turn = self._turns.setdefault(_key(update), asyncio.Lock())
        async with turn, self._at_once:
            await coroutine

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""


def _key(update: object) -> int:
    """The chat, or the person where there is none; one number is never both but in a private chat."""
    if not isinstance(update, Update):
        return 0
    known = update.effective_chat or update.effective_user
    return known.id if known else 0
