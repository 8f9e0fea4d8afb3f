"""What a command opens of this room, whose libraries are an optional extra and are imported once they are needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING

from bot.config.secrets import DatabaseUrl
from bot.errors import StateUnusable
from loaders.isolation.worker_pool import WorkerPool

if TYPE_CHECKING:
    from bot.distributed_loading.worker import Event, Worker


def distributed_pool(url: DatabaseUrl, told_idle: Callable[[], None]) -> AbstractContextManager[WorkerPool]:
    """The workers that wait at a database, for one load. Raises StateUnusable."""
    with _libraries(url):
        from bot.distributed_loading.pool import DistributedPool
    return DistributedPool(url, told_idle)


def worker(url: DatabaseUrl, processes: int, told: Callable[[Event], None]) -> Worker:
    """A worker that waits at a database. Raises StateUnusable."""
    with _libraries(url):
        from bot.distributed_loading.worker import Worker
    return Worker(url, processes, told)


@contextmanager
def _libraries(url: DatabaseUrl) -> Iterator[None]:
    try:
        yield
    except ImportError as error:
        raise StateUnusable(str(url), "driver") from error
