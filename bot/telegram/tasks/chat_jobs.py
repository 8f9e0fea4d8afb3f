"""Work for many chats side by side: one piece for a chat at a time, and no chat holds up the others."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping

Job = Callable[[], Coroutine[object, object, None]]

AT_ONCE = 16  # chats written to side by side; the pace itself is kept by the rate limiter
PATIENCE = (
    60.0  # seconds that a tick waits for its chats; one that Telegram holds back longer holds up no other
)


class ChatJobs:
    """What is under way, by chat."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)
        self._busy: dict[int, asyncio.Task[None]] = {}

    def free(self, chats: Iterable[int]) -> list[int]:
        """Those of some chats for which nothing is under way, in order."""
        return sorted(set(chats) - self._busy.keys())

    async def work(self, jobs: Mapping[int, Job]) -> None:
        """Begins the jobs and waits a while for all that is under way; raises what one of them has raised."""
        for chat, job in jobs.items():
            self._busy[chat] = asyncio.create_task(self._in_place(job))
        if self._busy:
            await asyncio.wait(self._busy.values(), timeout=PATIENCE)
        for chat in [chat for chat, task in self._busy.items() if task.done()]:
            self._busy.pop(chat).result()

    async def _in_place(self, job: Job) -> None:
        async with self._places:
            await job()
