"""The pace of sending: Telegram's rates, and its orders to wait, obeyed a chat at a time."""

from __future__ import annotations

import asyncio
import datetime as dt
import functools
from collections.abc import Callable, Coroutine, Hashable
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import AIORateLimiter

MARGIN = 0.1  # seconds to wait beyond what Telegram asks for

Request = Callable[..., Coroutine[Any, Any, Any]]


class PacedByChat(AIORateLimiter):
    """Keeps the rates as the library does; told to wait in one chat, it goes on in the others.

    The library's own retries halt all requests of the bot, to every chat: they are left at none.
    """

    def __init__(self, retries: int) -> None:
        """Argument: how often a request is repeated that Telegram asks to repeat later."""
        super().__init__()
        self._retries = retries
        self._held: dict[Hashable, float] = {}

    async def process_request(
        self,
        callback: Request,
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Sends a request in its time; one without a chat waits for itself alone."""
        patient = functools.partial(self._patiently, data.get("chat_id", object()), callback)
        return await super().process_request(patient, args, kwargs, endpoint, data, rate_limit_args)

    async def _patiently(self, chat: Hashable, request: Request, *args: Any, **kwargs: Any) -> Any:
        for _ in range(self._retries):
            await self._released(chat)
            try:
                return await request(*args, **kwargs)
            except RetryAfter as error:
                self._held[chat] = asyncio.get_running_loop().time() + _seconds(error) + MARGIN
        await self._released(chat)
        return await request(*args, **kwargs)

    async def _released(self, chat: Hashable) -> None:
        """Waits until Telegram takes messages to the chat again."""
        clock = asyncio.get_running_loop().time
        while (rest := self._held.get(chat, 0.0) - clock()) > 0:
            await asyncio.sleep(rest)
        self._held.pop(chat, None)


def _seconds(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)
