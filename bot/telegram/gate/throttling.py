"""Who asks too much in a minute is told so once, and then not answered until there is room again."""

from __future__ import annotations

import logging
from collections.abc import Callable

from telegram import Chat, Update

from bot.access.rate_limits import RateLimits
from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.rendering.message import say
from bot.telegram.gate.addressing import GROUP_QUESTION, OTHER, asker, becomes_question, call_of
from bot.telegram.transport.sending import acknowledge, send, words_for
from bot.telegram.transport.services import Context, services_of

UNCOUNTED = ("help", "start")

log = logging.getLogger(__name__)


async def has_room(update: Update, context: Context) -> bool:
    """Whether the limits let this update be answered; what the bot would pass over is not counted."""
    services, user = services_of(context), update.effective_user
    if user is None or services.access.is_admin(user.id) or not _is_counted(update, context):
        return True
    return await asked_of(services.limits, services.limits.admit, *_counted_for(update, user.id))


async def hold_back(update: Update, context: Context) -> None:
    """Says that it is too much: on a button each time, elsewhere once a minute, in inline mode by nothing."""
    words, user = words_for(update), update.effective_user
    if update.callback_query:
        await acknowledge(update.callback_query, words.too_many_presses)
    elif update.inline_query:
        await update.inline_query.answer([], cache_time=0, is_personal=True)
    elif update.message and user and await is_first_notice(context, *_counted_for(update, user.id)):
        await send(context.bot, update.message, say(words.too_many))


async def is_first_notice(context: Context, person: int, group: int | None = None) -> bool:
    """Whether somebody was not told within the minute that it is too much."""
    limits = services_of(context).limits
    return await asked_of(limits, limits.first_notice, person, group)


async def asked_of(
    limits: RateLimits, ask: Callable[[int, int | None], bool], person: int, group: int | None
) -> bool:
    """What limits say; those that replicas share are asked in a thread, and where they cannot be asked there is room."""
    if not limits.is_shared:
        return ask(person, group)
    try:
        return await in_thread(ask, person, group)
    except StateError as error:
        log.warning("%s", explain(error))
        return True


def _is_counted(update: Update, context: Context) -> bool:
    if update.callback_query or update.inline_query:
        return True
    edited = update.edited_message
    if edited:
        answered = services_of(context).memory.answered.get((edited.chat.id, edited.message_id))
        return answered is not None or becomes_question(edited)
    call = call_of(update.message) if update.message else None
    if call:
        return call.name not in UNCOUNTED
    return bool(GROUP_QUESTION.check_update(update) or OTHER.check_update(update))


def _counted_for(update: Update, user: int) -> tuple[int, int | None]:
    """The person, and the group when it is asked there; administrators without a name are the group itself."""
    message = update.message or update.edited_message
    if message is None or message.chat.type == Chat.PRIVATE:
        return user, None
    return asker(message), message.chat.id
