"""Whether the process is alive, and whether it can do its work; for whoever starts it anew or sends it requests."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.concurrency import in_thread
from bot.errors import StateError
from bot.state import State
from knowledge.errors import KnowledgeError
from knowledge.knowledge_base import KnowledgeBase

STALE = 300.0  # seconds without an answer of Telegram after which the process is held to be dead

Json = Mapping[str, str | float | bool]


@dataclass(frozen=True, slots=True)
class Health:
    """What is looked at: how long Telegram has been silent (seconds), whether updates are handled, and the two files."""

    silence: Callable[[], float]
    is_running: Callable[[], bool]
    knowledge: KnowledgeBase
    state: State

    def alive(self) -> tuple[bool, Json]:
        """Whether Telegram has answered lately; that the event loop works is shown by the answer to this."""
        silence = self.silence()
        return silence < STALE, {"telegram_silence_seconds": round(silence, 1)}

    async def ready(self) -> tuple[bool, Json]:
        """Whether the knowledge base is open, the state can be written and updates are handled."""
        checks = {
            "telegram": self.is_running(),
            "knowledge_base": await in_thread(self._is_open),
            "state": await in_thread(self._is_writable),
        }
        return all(checks.values()), checks

    def _is_open(self) -> bool:
        try:
            self.knowledge.documents()
        except KnowledgeError:
            return False
        return True

    def _is_writable(self) -> bool:
        try:
            self.state.check_writable()
        except StateError:
            return False
        return True
