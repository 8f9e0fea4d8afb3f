"""Faults that a test orders: calls that are refused, get no answer, or whose connection breaks, one by one or by chance.

500, 502: refused before anything was done, by Telegram or by a proxy before it; flood: 429, wait so many seconds.
reset: the connection breaks before the call was done; cut: it was done, and the connection breaks before the reply.
silence: the call is not done, and never answered; late: it is done, and never answered.
garbled: answered with 200 and a body of the test's own.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict, deque
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from .errors import ApiError

Kind = Literal["500", "502", "flood", "reset", "cut", "silence", "late", "garbled"]
UNDONE: tuple[Kind, ...] = (
    "500",
    "502",
    "flood",
    "reset",
    "silence",
    "garbled",
)  # what was struck has not happened


@dataclass
class Strike:
    """A fault that strikes a share of the calls of some methods (all of them when empty), at most so many times."""

    kind: Kind
    share: float = 1.0
    methods: Collection[str] = ()
    chats: Collection[int] = ()
    times: int | None = None
    retry_after: int = 1
    body: bytes = b""
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def hits(self, method: str, chat: int | None) -> bool:
        """Whether this call is struck."""
        if (self.methods and method not in self.methods) or (self.chats and chat not in self.chats):
            return False
        if self.times == 0 or self.chance.random() >= self.share:
            return False
        if self.times is not None:
            self.times -= 1
        return True


@dataclass
class Faults:
    """Refusals and silences waiting for the next calls, method by method; strikes as long as they stand."""

    refusals: defaultdict[str, deque[ApiError]] = field(default_factory=lambda: defaultdict(deque))
    silences: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    strikes: list[Strike] = field(default_factory=list)
    struck: Counter[str] = field(default_factory=Counter)

    def next_refusal(self, method: str) -> ApiError | None:
        """The refusal that this call gets, if any."""
        waiting = self.refusals[method]
        return waiting.popleft() if waiting else None

    def next_silence(self, method: str) -> float:
        """For how many seconds this call is left without an answer."""
        waiting = self.silences[method]
        return waiting.popleft() if waiting else 0.0

    def next_strike(self, method: str, chat: int | None) -> Strike | None:
        """The strike that this call gets, if any."""
        strike = next((one for one in self.strikes if one.hits(method, chat)), None)
        if strike:
            self.struck[strike.kind] += 1
        return strike
