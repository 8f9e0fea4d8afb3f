"""Loading the corpus again while the bot answers: beside the event loop, one load at a time."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Coroutine

from bot.border import in_background
from knowledge.indexer import LoadReport

Load = Callable[[], LoadReport]
Job = Callable[[Callable[[], Awaitable[LoadReport]]], Coroutine[object, object, None]]

log = logging.getLogger(__name__)


class Reloader:
    """Runs one job at a time; the job is given the load to await, and says before and after what it wants."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._task: asyncio.Task[None] | None = None

    def start(self, job: Job) -> bool:
        """Starts the job unless one is under way; says whether it did."""
        if self._task is not None and not self._task.done():
            return False
        self._task = asyncio.create_task(job(self._in_background), name="reload")
        self._task.add_done_callback(_log_failure)
        return True

    async def stop(self) -> None:
        """Waits no longer for a load: what it has built aside is lost, the old knowledge base stands."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await self._task

    async def _in_background(self) -> LoadReport:
        return await in_background(self._load)


def _log_failure(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.warning("reload: %s", error)
