"""Loading the corpus again while the bot answers: beside the event loop, one load at a time."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import logging
import secrets
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path

from bot.concurrency import in_background
from bot.metrics import LOADS
from knowledge.errors import LoadCancelled
from knowledge.indexing.indexer import Progress
from knowledge.indexing.load_report import LoadReport

STOP_SECONDS = 3.0  # a load ends between two files, and its last words need the network

Load = Callable[[Progress], LoadReport]

log = logging.getLogger(__name__)


class Run:
    """One load: `key` tells it from others, `progress` is how many files are done, of how many."""

    def __init__(self, load: Load, database: Path) -> None:
        self.key = secrets.token_hex(4)
        self.progress = (0, 0)
        self._load, self._database = load, database
        self._cancelled = threading.Event()

    async def report(self) -> LoadReport:
        """Loads; raises LoadCancelled when it was cancelled in time."""
        outcome = "failed"
        try:
            report = await in_background(lambda: self._load(self._note))
            outcome = "ok" if report.ok else "incomplete"
            return report
        except LoadCancelled:
            outcome = "cancelled"
            raise
        finally:
            LOADS.labels(outcome).inc()

    def cancel(self) -> None:
        """Stops the load before its next file."""
        self._cancelled.set()

    def _note(self, done: int, total: int) -> None:
        if self._cancelled.is_set():
            raise LoadCancelled(self._database)
        self.progress = (done, total)


Job = Callable[[Run], Coroutine[object, object, None]]


class Reloader:
    """Runs one job at a time; the job is given the load to await, and says before and after what it wants."""

    def __init__(self, load: Load, database: Path) -> None:
        self._load, self.database = load, database
        self._run: Run | None = None
        self._task: asyncio.Task[None] | None = None

    def start(self, job: Job) -> bool:
        """Starts the job unless one is under way; says whether it did."""
        if self._task is not None and not self._task.done():
            return False
        self._run = Run(self._load, self.database)
        # In a context of its own: it outlives the update that began it.
        self._task = asyncio.create_task(job(self._run), name="reload", context=contextvars.Context())
        self._task.add_done_callback(_log_failure)
        return True

    def cancel(self, key: str) -> bool:
        """Cancels the load of this key; says whether it is still under way."""
        if self._run is None or self._run.key != key or self._task is None or self._task.done():
            return False
        self._run.cancel()
        return True

    async def stop(self) -> None:
        """Cancels a load and lets its end be told, for some seconds; the old knowledge base stands."""
        if self._run is None or self._task is None:
            return
        self._run.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await asyncio.wait_for(self._task, STOP_SECONDS)


def _log_failure(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.warning("reload: %s", error)
