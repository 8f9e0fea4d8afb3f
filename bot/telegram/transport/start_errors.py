"""What Telegram refuses at the start, as errors of ours."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.errors import TelegramUnreachable, TokenRefused


@contextlib.contextmanager
def start_errors() -> Iterator[None]:
    """Raises TokenRefused or TelegramUnreachable for what PTB raises."""
    try:
        yield
    except InvalidToken as error:
        raise TokenRefused from error
    except TelegramError as error:
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            raise TelegramUnreachable from error
        raise TelegramUnreachable("refused", words=str(error)) from error
