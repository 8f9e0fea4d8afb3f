"""Trying again: ever more seldom, by chance a little earlier or later, or when Telegram says; and not for ever."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import RetryAfter
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception, stop_before_delay

PATIENCE = 600.0  # seconds from the first try to the last
FIRST, LONGEST = 0.5, 30.0  # seconds at most between two tries: at first, and after many
MARGIN = 0.1  # seconds to wait beyond what Telegram asks for

T = TypeVar("T")


async def repeated(attempt: Callable[[], Awaitable[T]], worthwhile: Callable[[BaseException], bool]) -> T:
    """What an attempt gives, made again after each error that makes it worthwhile.

    Raises the last error when the next attempt would come more than PATIENCE after the first.
    """
    retrying = AsyncRetrying(
        retry=retry_if_exception(worthwhile), wait=_pause, stop=stop_before_delay(PATIENCE), reraise=True
    )
    return await retrying(attempt)


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, dt.timedelta) else float(wait)


def _pause(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, RetryAfter):
        return seconds_of(error) + MARGIN
    # Half of it is left to chance, lest all chats try again at the same moment.
    return min(FIRST * 2.0 ** (state.attempt_number - 1), LONGEST) * random.uniform(0.5, 1)
