"""The task that looks every half minute whether anybody is to be reminded."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.errors import StateError, explain
from knowledge.errors import KnowledgeError

PAUSE = 30.0  # seconds, of a clock that nobody puts forward or back

log = logging.getLogger(__name__)


class Delivering(Protocol):
    """What brings messages to the chats."""

    async def recover(self) -> None:
        """Sees, after a start, to what was being sent when the program ended."""

    async def tick(self, now: dt.datetime) -> None:
        """Sends what is due by now."""

    def end(self) -> None:
        """Begins nothing more."""


class ReminderTask:
    """Ticks until it is ended. The time of day is read anew at each tick: a machine may have slept in between."""

    def __init__(self, delivery: Delivering, now: Callable[[], dt.datetime], pause: float = PAUSE) -> None:
        self._delivery, self._now, self._pause = delivery, now, pause
        self._ended = asyncio.Event()

    async def run(self) -> None:
        """Reminds; a failure is a line in the log and is tried again at the next tick."""
        await self._safely(self._delivery.recover)
        while not self._ended.is_set():
            await self._safely(self._tick)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), self._pause)

    def end(self) -> None:
        """Begins nothing more; what is being sent may arrive."""
        self._delivery.end()
        self._ended.set()

    async def _tick(self) -> None:
        await self._delivery.tick(self._now())

    async def _safely(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except (KnowledgeError, StateError) as error:
            log.warning("%s", explain(error))
        except Exception:  # one reminder that cannot be made must not end all others
            log.exception("reminders")
