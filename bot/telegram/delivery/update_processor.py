"""The order of work: one chat's updates one after the other, different chats side by side."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

from bot.state.storage.handled import HANDLED, Handled
from bot.telegram.delivery.handling import CURRENT, Handling
from bot.telegram.delivery.journal import Journal
from bot.telegram.delivery.places import Places
from bot.telegram.delivery.shared_memory import SharedMemory

WAITING = 100_000  # updates that may wait for their turn


class ChatByChat(BaseUpdateProcessor):
    """Keeps a chat's updates in order; a crowd of them in one chat takes no place from another.

    Arguments: how many chats are worked for side by side; where it is written how far each update has come; what the
    replicas remember of a chat, None where there is one alone.
    """

    def __init__(self, at_once: int, journal: Journal, memory: SharedMemory | None = None) -> None:
        super().__init__(WAITING)
        self._memory = memory
        self._places, self._journal = Places(at_once), journal
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._handlings: set[Handling] = set()
        self._ending = False

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the chat's turn, then for a free place; while the program ends nothing new is begun."""
        try:
            if isinstance(update, Update) and not self._ending:
                await self._in_turn(update, coroutine)
        finally:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()  # where it was not begun

    @property
    def in_hand(self) -> int:
        """How many updates are being handled or wait for their turn."""
        return len(self._handlings)

    def end(self) -> None:
        """Begins nothing more and lets end what works or sends; what waits is kept for the next start."""
        self._ending = True
        self._break_off({"waiting"})

    async def break_off(self) -> None:
        """Breaks off whatever has not ended; it is kept for the next start."""
        tasks = self._break_off({"waiting", "working", "sending"})
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._journal.settled()

    def _break_off(self, steps: set[str]) -> list[asyncio.Task[object]]:
        tasks = [handling.task for handling in self._handlings if handling.step in steps]
        for task in tasks:
            task.cancel()
        return tasks

    async def _in_turn(self, update: Update, coroutine: Awaitable[Any]) -> None:
        task = asyncio.current_task()
        assert task
        handling = Handling(update, task, self._places, self._journal.postpone)
        self._handlings.add(handling)
        # The lock lives as long as an update holds it or waits for it.
        turn = self._turns.setdefault(_key(update), asyncio.Lock())
        try:
            async with turn:
                await self._journal.turn(handling.number, _chat(update))
                await self._places.take()
                with handling.working():
                    await self._handle(handling, coroutine)
        finally:
            self._handlings.discard(handling)

    async def _handle(self, handling: Handling, coroutine: Awaitable[Any]) -> None:
        handled = Handled(handling.number)
        if waiting := await self._journal.begin(handling.number):
            handling.sent.extend(waiting.sent)
            handling.asked_at = waiting.asked_at
            handled.holder = waiting.holder
        CURRENT.set(handling)
        HANDLED.set(handled)
        chat = _chat(handling.update)
        async with self._memory.of(chat) if self._memory and chat else contextlib.nullcontext():
            await coroutine
        if not handling.is_postponed:
            await self._journal.finish(handling.number)
        handled.holder = None

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""


def _chat(update: Update) -> int | None:
    return update.effective_chat.id if update.effective_chat else None


def _key(update: Update) -> int:
    """The chat, or the person where there is none; one number is never both but in a private chat."""
    place = update.effective_chat or update.effective_user
    return place.id if place else 0
