"""What is remembered for an hour, in memory alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

HOUR = 3600.0  # seconds
MOST = 10_000  # things remembered; beyond that the oldest is forgotten early


class Recent(Generic[K, V]):
    """A dictionary that forgets what was put in more than an hour ago."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: dict[K, tuple[float, V]] = {}

    def put(self, key: K, value: V) -> None:
        """Remembers something from now on."""
        self._kept.pop(key, None)
        while len(self._kept) >= MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = (self._clock(), value)

    def get(self, key: K) -> V | None:
        """What was put in within the last hour."""
        at, value = self._kept.get(key, (0.0, None))
        return value if value is not None and self._clock() - at < HOUR else None

    def forget_all(self, unwanted: Callable[[K], bool]) -> None:
        """Remembers no longer what is under an unwanted key."""
        for key in list(filter(unwanted, self._kept)):
            del self._kept[key]
