"""What a command opens of this room, whose libraries are an optional extra and are imported once they are needed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from bot.config.driver import driver_of
from bot.config.secrets import DatabaseUrl
from loaders.isolation.worker_pool import WorkerPool

if TYPE_CHECKING:
    from bot.distributed_loading.worker import Event, Worker


def distributed_pool(url: DatabaseUrl, told_idle: Callable[[], None]) -> AbstractContextManager[WorkerPool]:
    """The workers that wait at a database, for one load. Raises StateUnusable."""
    with driver_of(url):
        from bot.distributed_loading.pool import DistributedPool
    return DistributedPool(url, told_idle)


def worker(url: DatabaseUrl, processes: int, told: Callable[[Event], None]) -> Worker:
    """A worker that waits at a database. Raises StateUnusable."""
    with driver_of(url):
        from bot.distributed_loading.worker import Worker
    return Worker(url, processes, told)
