"""The task that looks every half minute whether anybody is to be reminded."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import logging
from collections.abc import Awaitable, Callable
from typing import Protocol

from bot.concurrency import in_thread
from bot.errors import StateError, explain
from knowledge.errors import KnowledgeError

PAUSE = 30.0  # seconds, of a clock that nobody puts forward or back

log = logging.getLogger(__name__)


class Delivering(Protocol):
    """What brings messages to the chats."""

    async def recover(self) -> None:
        """Sees to what was being sent when the program, or the replica before, ended."""

    async def tick(self, now: dt.datetime) -> None:
        """Sends what is due by now."""

    def end(self) -> None:
        """Begins nothing more."""


class ReminderTask:
    """Ticks until it is ended. The time of day is read anew at each tick: a machine may have slept in between.

    Of several replicas one ticks. Arguments: what is brought; the present time; the term of this replica, as the state
    tells it; seconds between two ticks.
    """

    def __init__(
        self,
        delivery: Delivering,
        now: Callable[[], dt.datetime],
        term: Callable[[], int | None],
        pause: float = PAUSE,
    ) -> None:
        self._delivery, self._now, self._term, self._pause = delivery, now, term, pause
        self._recovered: int | None = None
        self._ended = asyncio.Event()

    async def run(self) -> None:
        """Reminds; a failure is a line in the log and is tried again at the next tick."""
        while not self._ended.is_set():
            await self._safely(self._tick)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._ended.wait(), self._pause)

    def end(self) -> None:
        """Begins nothing more; what is being sent may arrive."""
        self._delivery.end()
        self._ended.set()

    async def _tick(self) -> None:
        term = await in_thread(self._term)
        if term is None:
            return
        if term != self._recovered:  # whoever did this before does it no more
            await self._delivery.recover()
            self._recovered = term
        await self._delivery.tick(self._now())

    async def _safely(self, step: Callable[[], Awaitable[None]]) -> None:
        try:
            await step()
        except (KnowledgeError, StateError) as error:
            log.warning("%s", explain(error))
        except Exception:  # one reminder that cannot be made must not end all others
            log.exception("reminders")
