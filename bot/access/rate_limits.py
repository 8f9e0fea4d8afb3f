"""How much is answered: so many a minute to a person, so many in a group."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from bot.config.config import Telegram

MINUTE = 60.0  # seconds


@dataclass(slots=True)
class _Use:
    """When somebody was answered, and when they were last told to wait."""

    answered: deque[float] = field(default_factory=deque)
    told: float = -math.inf

    def is_idle(self, since: float) -> bool:
        """Whether nothing of it counts any more."""
        return self.told <= since and (not self.answered or self.answered[-1] <= since)


class SlidingWindow:
    """So many in any 60 seconds for each key; a key that was idle for so long is forgotten."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Argument: how many; 0 sets no limit."""
        self._most = most
        self._clock = clock
        self._uses: dict[int, _Use] = {}  # the one used last stands last

    def has_room(self, key: int) -> bool:
        """Whether one more may be answered now."""
        use, since = self._uses.get(key), self._clock() - MINUTE
        while use and use.answered and use.answered[0] <= since:
            use.answered.popleft()
        return not (self._most and use and len(use.answered) >= self._most)

    def count(self, key: int) -> None:
        """Counts one that is answered now."""
        if self._most:
            self._touched(key).answered.append(self._clock())

    def first_notice(self, key: int) -> bool:
        """Whether this key was not told to wait in the last 60 seconds; from now on it was."""
        now, use = self._clock(), self._touched(key)
        first = use.told <= now - MINUTE
        use.told = now if first else use.told
        return first

    def __len__(self) -> int:
        """How many keys are remembered."""
        return len(self._uses)

    def _touched(self, key: int) -> _Use:
        """The use of a key, which now stands last; the idle ones before it are forgotten."""
        use = self._uses.pop(key, None) or _Use()
        since = self._clock() - MINUTE
        while self._uses and next(iter(self._uses.values())).is_idle(since):
            del self._uses[next(iter(self._uses))]
        self._uses[key] = use
        return use


class Window(Protocol):
    """So many in any 60 seconds for each key."""

    def has_room(self, key: int) -> bool:
        """Whether one more may be answered now."""

    def count(self, key: int) -> None:
        """Counts one that is answered now."""

    def first_notice(self, key: int) -> bool:
        """Whether this key was not told to wait in the last 60 seconds; from now on it was."""


class RateLimits:
    """The limits of the configuration; what is asked in a group counts for the person and for the group.

    Arguments: the limits; a clock; what makes the window of a name, where replicas share them: `is_shared`.
    """

    def __init__(
        self,
        rules: Telegram,
        clock: Callable[[], float] = time.monotonic,
        shared: Callable[[str, int], Window] | None = None,
    ) -> None:
        window = shared or (lambda name, most: SlidingWindow(most, clock))
        self.is_shared = shared is not None
        self._people = window("people", rules.limit_per_minute)
        self._groups = window("groups", rules.group_limit_per_minute)

    def admit(self, person: int, group: int | None = None) -> bool:
        """Whether there is room for one more; if so it is counted."""
        room = self._people.has_room(person) and (group is None or self._groups.has_room(group))
        if room:
            self._people.count(person)
            if group is not None:
                self._groups.count(group)
        return room

    def first_notice(self, person: int, group: int | None = None) -> bool:
        """Whether the one for whom there is no room was not told so within the minute."""
        if group is not None and not self._groups.has_room(group):
            return self._groups.first_notice(group)
        return self._people.first_notice(person)
