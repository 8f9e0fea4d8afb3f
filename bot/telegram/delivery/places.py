"""Working places: so many updates are worked on side by side; one that waits for Telegram holds none."""

from __future__ import annotations

import asyncio
from collections import deque


class Places:
    """The places. Whoever comes back from waiting goes on at once, even when all are taken; who begins waits for it."""

    def __init__(self, count: int) -> None:
        self._free = count
        self._beginners: deque[asyncio.Future[None]] = deque()

    async def take(self) -> None:
        """Waits for a free place and takes it."""
        if self._free > 0 and not self._beginners:
            self._free -= 1
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._beginners.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # the place came with the cancellation
                self.give()
            raise

    def take_again(self) -> None:
        """Takes a place after waiting, whether or not one is free."""
        self._free -= 1

    def give(self) -> None:
        """Gives a place back."""
        self._free += 1
        while self._free > 0 and self._beginners:
            turn = self._beginners.popleft()
            if not turn.done():
                self._free -= 1
                turn.set_result(None)
