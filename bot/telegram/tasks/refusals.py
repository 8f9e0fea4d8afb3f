"""What a refusal by Telegram means for the reminders of a chat: some pass, as a closed topic is opened again."""

from __future__ import annotations

import re

from telegram.error import BadRequest, Forbidden, TelegramError

# The words of the Bot API's descriptions; it has no codes for them.
PASSING = re.compile(
    r"not enough rights|(?:have|has) no rights|administrator rights|WRITE_FORBIDDEN|SEND_\w+_FORBIDDEN|restricted"
    r"|topic[_ ]closed|chat not found",
    re.IGNORECASE,
)
NOT_FOUND = re.compile("chat not found", re.IGNORECASE)
DAY = 86_400.0  # seconds
FIRST_PAUSE = 900.0  # seconds until the first new try; each further one waits twice as long, a day at most


def may_pass(error: TelegramError) -> bool:
    """Whether a chat that refuses a message may take it later."""
    return isinstance(error, BadRequest | Forbidden) and bool(PASSING.search(str(error)))


def is_final(error: TelegramError, refused_for: float) -> bool:
    """Whether there is no use in further tries: a chat that was not found for a day, in seconds, is gone."""
    return not may_pass(error) or (bool(NOT_FOUND.search(str(error))) and refused_for >= DAY)


def pause_after(refusals: int) -> float:
    """The seconds until the next try after so many refusals, the first of them counted."""
    return min(FIRST_PAUSE * 2.0 ** min(refusals - 1, 20), DAY)
