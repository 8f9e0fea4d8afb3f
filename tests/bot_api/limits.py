"""Telegram's flood limits, when a test wants them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from .errors import flooded
from .state import Chat

GROUP_MESSAGES, GROUP_SECONDS = 20, 60.0
ALL_MESSAGES, ALL_SECONDS = 30, 1.0


@dataclass
class Limits:
    """20 messages a minute in a group, 30 a second in all."""

    enabled: bool
    sent: deque[tuple[float, int]] = field(default_factory=deque)

    def count(self, chat: Chat, now: float) -> None:
        """Note one more message, or say how long to wait."""
        if not self.enabled:
            return
        while self.sent and self.sent[0][0] <= now - GROUP_SECONDS:
            self.sent.popleft()
        self._check([at for at, _ in self.sent], ALL_MESSAGES, ALL_SECONDS, now)
        if chat.is_group:
            here = [at for at, chat_id in self.sent if chat_id == chat.id]
            self._check(here, GROUP_MESSAGES, GROUP_SECONDS, now)
        self.sent.append((now, chat.id))

    @staticmethod
    def _check(times: list[float], most: int, seconds: float, now: float) -> None:
        recent = [at for at in times if at > now - seconds]
        if len(recent) >= most:
            raise flooded(max(1, round(recent[-most] + seconds - now)))
