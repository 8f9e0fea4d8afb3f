"""What lends workers that do jobs: processes of this machine (`server_pool`), or of others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol

from loaders.isolation.frames import Json
from loaders.isolation.workers import Job


class JobRunner(Protocol):
    """Does jobs side by side."""

    def run(self, jobs: Callable[[], Job | None], tick: Callable[[], None]) -> Iterator[tuple[Job, Json]]:
        """Do jobs and give the answers as they come, as `Workers.run` does."""


class WorkerPool(Protocol):
    """Lends workers."""

    @property
    def ahead(self) -> int:
        """How many jobs may be under way before the first of them is done."""

    def lent(self) -> AbstractContextManager[JobRunner]:
        """Workers until the block ends; what breaks off their work ends them."""
