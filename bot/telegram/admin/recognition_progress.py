"""The message that tells how far the pages of a scan are recognised, while an editor waits for the preview."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram import Bot
from telegram import Message as Received
from telegram.error import TelegramError

from bot.messages import Messages
from bot.rendering.message import say
from bot.telegram.transport.sending import change, send
from knowledge.indexing.recognition import PagesTold

PAUSE = 2.0  # seconds between two edits

T = TypeVar("T")


class PageCount:
    """How many pages of a file are recognised, and of how many; (0, 0) as long as there are none to recognise."""

    def __init__(self) -> None:
        self.now = (0, 0)

    def note(self, path: str, done: int, total: int) -> None:
        """Is told by the thread that reads."""
        del path
        self.now = (done, total)


async def telling_pages(
    bot: Bot, to: Received, words: Messages, work: Callable[[PagesTold], Awaitable[T]]
) -> T:
    """What a piece of work brings, the recognised pages told meanwhile where it takes long.

    The message is none of the answer to the update, which another run would give anew: it is sent from a context of
    its own.
    """
    count = PageCount()
    telling = asyncio.create_task(_tell(bot, to, words, count), context=contextvars.Context())
    try:
        return await work(count.note)
    finally:
        telling.cancel()
        await asyncio.wait({telling})


async def _tell(bot: Bot, to: Received, words: Messages, count: PageCount) -> None:
    """Sends a message once pages are recognised, and edits it whenever there are more; it is gone in the end."""
    told, number = (0, 0), None
    try:
        while True:
            await asyncio.sleep(PAUSE)
            if count.now != told:
                told = count.now
                number = await _show(
                    bot, to, number, words.documents.recognising.format(done=told[0], total=told[1])
                )
    finally:
        if number is not None:
            with contextlib.suppress(TelegramError):
                await bot.delete_message(to.chat.id, number)


async def _show(bot: Bot, to: Received, number: int | None, text: str) -> int | None:
    with contextlib.suppress(TelegramError):
        if number is None:
            (number,) = await send(bot, to, say(text))
        else:
            await change(bot, to.chat.id, number, say(text)[0])
    return number
