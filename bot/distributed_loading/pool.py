"""The workers of other machines, lent to a load as if they were processes of this one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self

from bot.config.secrets import DatabaseUrl
from bot.distributed_loading.jobs import QueuedJob
from bot.distributed_loading.queue import ReadingQueue
from bot.errors import StateUnusable
from knowledge.errors import LoadInProgress
from loaders.isolation.frames import Json
from loaders.isolation.workers import Job

PAUSE = 0.2  # seconds between two looks for answers
LOOK = 5.0  # seconds between two looks for dead workers
_MOST_BYTES = 256 << 20  # of files that are queued
AT_ONCE = 32  # jobs that are queued, and answers that are fetched, together


class DistributedPool:
    """Lends the workers that wait at a database; a context manager around a load.

    What they have read is forgotten once the load has ended well, and kept for the next one where it has not.
    `told_idle` is called once when no worker is there.
    """

    ahead = 256

    def __init__(self, url: DatabaseUrl, told_idle: Callable[[], None]) -> None:
        self._url, self._told_idle = url, told_idle
        self._queue: ReadingQueue | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        if self._queue:
            with suppress(StateUnusable, LoadInProgress):  # the next load does it
                if kind is None:
                    self._queue.clear()
            self._queue.close()

    @contextmanager
    def lent(self) -> Iterator[DistributedWorkers]:
        """The workers, of one load at a time. Raises StateUnusable or LoadInProgress."""
        self._queue = self._queue or ReadingQueue(self._url)
        yield DistributedWorkers(self._queue, self.ahead, self._told_idle)


class DistributedWorkers:
    """Sends jobs to workers and gives their answers."""

    def __init__(self, queue: ReadingQueue, ahead: int, told_idle: Callable[[], None]) -> None:
        self._queue, self._ahead, self._told_idle = queue, ahead, told_idle
        self._waiting: dict[str, list[Job]] = {}
        self._bytes = 0
        self._looked = time.monotonic()
        self._has_told = False

    def run(self, jobs: Callable[[], Job | None], tick: Callable[[], None]) -> Iterator[tuple[Job, Json]]:
        """Do jobs and give the answers as they come, as `Workers.run` does."""
        while True:
            self._send(jobs, tick)
            if not self._waiting:
                return
            answers = list(self._queue.answers(self._waiting, AT_ONCE, tick))
            for key, answer in answers:
                for job in self._waiting.pop(key):
                    self._bytes -= len(job.data)
                    yield job, answer.answer
            self._look(tick)
            tick()
            if len(answers) < AT_ONCE:
                time.sleep(PAUSE)

    def _send(self, jobs: Callable[[], Job | None], tick: Callable[[], None]) -> None:
        """Queues as many jobs as there are and may be, where there is room for many: one by one they cost more."""
        if len(self._waiting) > self._ahead - AT_ONCE:
            return
        while batch := list(self._batch(jobs)):
            self._queue.put(batch, tick)

    def _batch(self, jobs: Callable[[], Job | None]) -> Iterator[QueuedJob]:
        for _ in range(AT_ONCE):
            if len(self._waiting) >= self._ahead or self._bytes > _MOST_BYTES or not (job := jobs()):
                return
            queued = QueuedJob.of(job)
            self._waiting.setdefault(queued.key, []).append(job)
            self._bytes += len(job.data)
            yield queued

    def _look(self, tick: Callable[[], None]) -> None:
        """Now and then sees to what dead workers left."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        health = self._queue.heal(self._waiting, tick)
        if health.missing:
            self._queue.put([QueuedJob.of(self._waiting[key][0]) for key in health.missing], tick)
        if not (health.workers or self._has_told):
            self._has_told = True
            self._told_idle()
