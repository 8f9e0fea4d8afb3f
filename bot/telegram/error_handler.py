"""The one error handler: a line in the log with a number, and a plain line with it to the asker."""

from __future__ import annotations

import contextlib
import logging
import secrets

from telegram import Message as Received
from telegram import Update
from telegram.error import BadRequest, TelegramError

from bot.rendering.message import say
from bot.telegram.transport.sending import acknowledge, send, words_for
from bot.telegram.transport.services import Context
from knowledge.errors import KnowledgeError

log = logging.getLogger(__name__)


async def handle(update: object, context: Context) -> None:
    """Logs the error and tells the asker, unless Telegram itself is what failed."""
    error, number = context.error, secrets.token_hex(3)
    _write_down(error, number)
    if isinstance(update, Update) and update.callback_query:
        with contextlib.suppress(TelegramError):
            await acknowledge(update.callback_query)
    message = _asked(update)
    if not isinstance(update, Update) or message is None or _out_of_reach(error):
        return
    words = words_for(update)
    sentence = words.unavailable if isinstance(error, KnowledgeError) else words.failed
    try:
        await send(context.bot, message, say(sentence.format(id=number)))
    except TelegramError as trouble:
        log.warning("error %s could not be told: %s", number, trouble)


def _write_down(error: Exception | None, number: str) -> None:
    if _out_of_reach(error):
        log.warning("error %s: %s: %s", number, type(error).__name__, error)
    else:
        log.error("error %s", number, exc_info=error)


def _out_of_reach(error: Exception | None) -> bool:
    """Whether another message would fail the same way: no network, blocked by the person, told to wait."""
    return isinstance(error, TelegramError) and not isinstance(error, BadRequest)


def _asked(update: object) -> Received | None:
    """The message that was handled; in a group only one that called the bot gets this far."""
    if not isinstance(update, Update):
        return None
    message = update.message or (update.callback_query.message if update.callback_query else None)
    return message if isinstance(message, Received) else None
