"""One confined process at a time that does what a worker is sent (see `loaders.isolation`)."""

from __future__ import annotations

import threading

from knowledge.corpus.reading_jobs import WORKER
from knowledge.indexing.ingestion import LIMITS
from loaders.isolation.frames import Json
from loaders.isolation.workers import Job, Workers


class Stopped(Exception):
    """The worker is to end."""


class ConfinedReader:
    """Keeps the server of confined processes between jobs, and starts another where it has died."""

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._workers: Workers | None = None

    def read(self, job: Job) -> Json:
        """What comes of a job. Raises Stopped, or OSError where the server dies of it."""
        if self._workers and not self._workers.running:
            self.close()
        self._workers = self._workers or Workers(WORKER, 1, LIMITS).open()
        jobs = iter([job])
        try:
            ((_, answer),) = self._workers.run(lambda: next(jobs, None), self._tick)
        except BaseException:
            self.close()
            raise
        return answer

    def close(self) -> None:
        """End the server and what it does."""
        if self._workers:
            workers, self._workers = self._workers, None
            workers.close()

    def _tick(self) -> None:
        if self._stop.is_set():
            raise Stopped
