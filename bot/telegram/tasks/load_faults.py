"""Admins are told in the chat of a load that failed while nobody looked on, of whichever program."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.concurrency import in_thread
from bot.documents.unattended import note_told, untold_faults
from bot.errors import StateError, explain
from bot.messages import in_language
from bot.rendering.message import say
from bot.state import State

INTERVAL = 30.0  # seconds between two looks

log = logging.getLogger(__name__)

Admins = Callable[[], Collection[int]]


async def keep_telling_faults(bot: Bot, state: State, admins: Admins, interval: float = INTERVAL) -> None:
    """Looks for ever, and tells, one replica alone; who cannot be reached is told later, unless another admin was."""
    while True:
        try:
            if await in_thread(state.term) is not None:
                await tell_faults(bot, state, admins())
        except StateError as error:
            log.warning("%s", explain(error))
        await asyncio.sleep(interval)


async def tell_faults(bot: Bot, state: State, admins: Collection[int]) -> None:
    """Tells the admins what no admin was told of yet."""
    for key, text in (await in_thread(untold_faults, state)).items():
        deliveries = [await _told(bot, state, admin, text) for admin in admins]
        if any(deliveries):
            await in_thread(note_told, state, key)


async def _told(bot: Bot, state: State, admin: int, text: str) -> bool:
    words = in_language(await in_thread(state.languages.of, admin))
    message = say(words.loading.unattended.format(reason=text))[0]
    try:
        await bot.send_message(admin, message.html, parse_mode=ParseMode.HTML)
    except TelegramError as error:
        log.info("an admin could not be told of a load: %s", type(error).__name__)
        return False
    return True
