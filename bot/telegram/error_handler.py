"""The one error handler: a line in the log with a number, and a plain line with it to the asker."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import traceback

from telegram import Message as Received
from telegram import Update
from telegram.error import BadRequest, TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.concurrency import in_thread
from bot.errors import StateError, explain, is_outage
from bot.messages import Messages, language_of
from bot.rendering.message import say
from bot.state.chats.unsure import UnsureAnswer
from bot.telegram.delivery.handling import current
from bot.telegram.transport.failures import is_passing
from bot.telegram.transport.sending import acknowledge, send, words_for
from bot.telegram.transport.services import Context, services_of
from knowledge.errors import KnowledgeError

DIGITS = 6  # of an error's number

log = logging.getLogger(__name__)


async def handle(update: object, context: Context) -> None:
    """Logs the error and tells the asker, unless Telegram itself is what failed: then the next message tells them; or the
    database, which all replicas share: then the answer comes once it can be reached.

    Raises ApplicationHandlerStop: no other group of handlers goes on with what failed, the guard's question whether
    somebody may ask perhaps.
    """
    await _tell(update, context)
    raise ApplicationHandlerStop


async def _tell(update: object, context: Context) -> None:
    error = context.error or RuntimeError()
    number = number_of(error)
    _write_down(error, number)
    if not isinstance(update, Update) or await _is_left_for_later(error):
        return
    if is_passing(error):
        await _tell_later(update, context)
    if update.callback_query:
        with contextlib.suppress(TelegramError):
            await acknowledge(update.callback_query)
    message = _asked(update)
    if message is None or _out_of_reach(error):
        return
    words = words_for(update)
    try:
        await send(context.bot, message, say(_sentence(error, words).format(id=number)))
    except TelegramError as trouble:
        log.warning("error %s could not be told: %s", number, trouble)


async def _is_left_for_later(error: BaseException) -> bool:
    """Whether the update is answered once the database can be reached again."""
    handling = current()
    return is_outage(error) and handling is not None and await handling.is_left_for_later()


def _sentence(error: BaseException, words: Messages) -> str:
    if isinstance(error, StateError):
        return words.not_stored
    return words.unavailable if isinstance(error, KnowledgeError) else words.failed


def number_of(error: BaseException) -> str:
    """What an error is called: the same when the same goes wrong in the same place, so that the log tells it once."""
    places = (f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__))
    name = "\n".join([type(error).__qualname__, *places])
    return hashlib.blake2b(name.encode(), digest_size=DIGITS // 2).hexdigest()


async def _tell_later(update: Update, context: Context) -> None:
    """Notes that the chat lacks an answer, which could not be sent for so long."""
    if chat := update.effective_chat:
        language = language_of(words_for(update))
        try:
            await in_thread(services_of(context).state.unsure.note, chat.id, UnsureAnswer("answer", language))
        except StateError as error:
            log.warning("%s", explain(error))


def _write_down(error: BaseException, number: str) -> None:
    if is_outage(error):
        log.warning("error %s: %s", number, explain(error))
    elif _out_of_reach(error):
        log.warning("error %s: %s: %s", number, type(error).__name__, error)
    else:
        log.error("error %s", number, exc_info=error)


def _out_of_reach(error: BaseException) -> bool:
    """Whether another message would fail the same way: no network, blocked by the person, told to wait."""
    return isinstance(error, TelegramError) and not isinstance(error, BadRequest)


def _asked(update: Update) -> Received | None:
    """The message that was handled; in a group only one that called the bot gets this far."""
    message = update.message or (update.callback_query.message if update.callback_query else None)
    return message if isinstance(message, Received) else None
