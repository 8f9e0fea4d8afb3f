"""What a failure says of whether a request arrived, and whether it is worth another try."""

from __future__ import annotations

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.telegram.transport.connections import LineLost, NotLeft, UnreadableAnswer


def surely_not_sent(error: TelegramError) -> bool:
    """Whether a failure means that the message did not arrive: Telegram refused it, or did not get all of it."""
    if isinstance(error, NotLeft):
        return True
    # The library has a class for each refusal, and NetworkError itself for an answer such as 502.
    return not isinstance(error, LineLost | TimedOut | UnreadableAnswer) and not (
        isinstance(error, NetworkError) and "Unknown error" in str(error)
    )


def is_passing(error: BaseException) -> bool:
    """Whether the same request may do better later: Telegram was not reached, is out of order, or asks to wait."""
    if isinstance(error, RetryAfter | UnreadableAnswer):
        return True
    return isinstance(error, NetworkError) and not isinstance(error, BadRequest)
