"""Requests to Telegram, counted by how they end."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.metrics import REQUESTS

Request = Callable[..., Coroutine[Any, Any, Any]]


def measured(request: Request) -> Request:
    """The same request, whose every attempt is counted."""

    async def send(endpoint: str, data: dict[str, Any]) -> Any:
        try:
            result = await request(endpoint, data)
        except TelegramError as error:
            outcome = "flood" if isinstance(error, RetryAfter) else "failed"
            REQUESTS.labels(endpoint, outcome).inc()
            raise
        REQUESTS.labels(endpoint, "ok").inc()
        return result

    return send
