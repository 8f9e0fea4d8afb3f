"""Faults that a test orders: the next call of a method is refused, or gets no answer at all."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass, field

from .errors import ApiError


@dataclass
class Faults:
    """Refusals and silences waiting for the next calls, method by method."""

    refusals: defaultdict[str, deque[ApiError]] = field(default_factory=lambda: defaultdict(deque))
    silences: defaultdict[str, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def next_refusal(self, method: str) -> ApiError | None:
        """The refusal that this call gets, if any."""
        waiting = self.refusals[method]
        return waiting.popleft() if waiting else None

    def next_silence(self, method: str) -> float:
        """For how many seconds this call is left without an answer."""
        waiting = self.silences[method]
        return waiting.popleft() if waiting else 0.0
