"""A server of confined workers that is kept for some minutes after use: to start one takes as long as to read a book."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.workers import Workers

KEPT = 180.0  # seconds


class ServerPool:
    """Lends running workers, to several threads if they ask, and keeps the server of one for the next who does."""

    ahead = 32

    def __init__(
        self, module: str, limits: ResourceLimits, kept: float = KEPT, most: int | None = None
    ) -> None:
        """Arguments: the module with `prepare` and `work` (see `loaders.isolation.sandbox`); the limits of a worker;
        how long a server is kept (seconds); how many workers there are at most, None for as many as there are
        processors."""
        self._module, self._limits, self._kept = module, limits, kept
        self._count = min(len(os.sched_getaffinity(0)), most or sys.maxsize)
        self._lock = threading.Lock()
        self._idle: Workers | None = None
        self._timer: threading.Timer | None = None

    @contextmanager
    def lent(self) -> Iterator[Workers]:
        """Workers, as many at once as there are processors; what breaks off their work ends them."""
        workers = self._taken() or Workers(self._module, self._count, self._limits).open()
        try:
            yield workers
        except BaseException:
            workers.close()
            raise
        workers.rest()
        self._keep(workers)

    def close(self) -> None:
        """End the server that is kept, if there is one."""
        if workers := self._taken():
            workers.close()

    def _taken(self) -> Workers | None:
        """The workers that are kept, which are kept no longer; None where there are none or their server has died."""
        with self._lock:
            workers, self._idle = self._idle, None
            if self._timer:
                self._timer.cancel()
        if workers and not workers.running:
            workers.close()
            return None
        return workers

    def _keep(self, workers: Workers) -> None:
        with self._lock:
            other, self._idle = self._idle, workers
            if self._timer:
                self._timer.cancel()
            self._timer = threading.Timer(self._kept, self.close)
            self._timer.daemon = True
            self._timer.start()
        atexit.register(self.close)
        if other:
            other.close()
