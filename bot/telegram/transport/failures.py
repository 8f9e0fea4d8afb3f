"""What a failure says of whether a request arrived, and whether it is worth another try."""

from __future__ import annotations

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.transport.connections import UnreadableAnswer, has_left

# Nothing had left for Telegram yet.
NOT_CONNECTED = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def surely_not_sent(error: TelegramError) -> bool:
    """Whether a failure means that the message did not arrive: Telegram refused it, or did not get all of it."""
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return isinstance(cause, NOT_CONNECTED) or not has_left(cause)
    # The library has a class for each refusal, and NetworkError itself for an answer such as 502.
    return not isinstance(error, TimedOut | UnreadableAnswer) and not (
        isinstance(error, NetworkError) and "Unknown error" in str(error)
    )


def is_passing(error: BaseException) -> bool:
    """Whether the same request may do better later: Telegram was not reached, is out of order, or asks to wait."""
    if isinstance(error, RetryAfter | UnreadableAnswer):
        return True
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)
