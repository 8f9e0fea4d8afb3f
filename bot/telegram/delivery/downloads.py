"""Fetching a file that somebody sent."""

from __future__ import annotations

from telegram import Document, PhotoSize

from bot.telegram.delivery.handling import waiting
from bot.telegram.transport.failures import is_passing
from bot.telegram.transport.retrying import repeated


async def download(document: Document | PhotoSize) -> bytes:
    """The content of a file, asked for again while Telegram does not give it; raises TelegramError in the end."""
    file = await document.get_file()

    async def attempt() -> bytes:
        return bytes(await file.download_as_bytearray())

    with waiting():  # a download does not pass the rate limiter
        return await repeated(attempt, is_passing)
