"""The guard before all handlers: who may not ask, asks too often or too much at once, goes no further."""

from __future__ import annotations

import logging
from collections.abc import Awaitable

from telegram import Chat, Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.chat.typed_length import refusal
from bot.messages import Messages
from bot.rendering.message import say
from bot.telegram.gate.addressing import call_of, is_of_a_person, question_of
from bot.telegram.gate.chat_context import chosen_language
from bot.telegram.gate.group_rights import asks, may_ask_here
from bot.telegram.gate.throttling import has_room, hold_back, is_first_notice
from bot.telegram.transport.sending import CHOSEN_LANGUAGE, acknowledge, send, words_for
from bot.telegram.transport.services import Context, read_as, services_of

log = logging.getLogger(__name__)


async def check(update: Update, context: Context) -> None:
    """Stops the update of a person who may not ask (told so once in private, never in a group), asks too often, or
    writes more than anything here reads."""
    user, chat = update.effective_user, update.effective_chat
    message = update.effective_message if update.message or update.edited_message else None
    if update.channel_post or update.edited_channel_post or (message and not is_of_a_person(message)):
        raise ApplicationHandlerStop
    CHOSEN_LANGUAGE.set(chosen_language(services_of(context).state, update))
    access = services_of(context).access
    read_as(access.reads_as(user.id if user else None, chat.id if chat else None))
    if access.may_ask(user.id if user else None, chat.id if chat else None):
        if not await has_room(update, context):
            await _stop(hold_back(update, context))
        elif asks(update) and not await may_ask_here(update, context):
            await _stop(_leave_to_administrators(update, context))
        elif update.message and (too_long := _too_long(update.message, words_for(update))):
            await _stop(send(context.bot, update.message, say(too_long)))
    elif user:
        await _stop(_refuse(update, context, user.id))
    else:
        raise ApplicationHandlerStop


def _too_long(message: Message, words: Messages) -> str:
    """What is said to a message that asks too much at once, empty for one that may be read or is not for the bot."""
    call = call_of(message)
    typed = call.rest if call else question_of(message)
    return refusal(typed, call, words) if typed else ""


async def _stop(telling: Awaitable[object]) -> None:
    """Stops the update, even when the person cannot be told why: any other error would let it pass."""
    try:
        await telling
    except TelegramError as error:
        log.warning("a refusal could not be told: %s", error)
    raise ApplicationHandlerStop


async def _leave_to_administrators(update: Update, context: Context) -> None:
    """Says, once a minute, that in this group its administrators alone ask."""
    user = update.effective_user
    if update.message and user and await is_first_notice(context, user.id):
        await send(context.bot, update.message, say(words_for(update).settings.askers_refused))


async def _refuse(update: Update, context: Context, user: int) -> None:
    refusal, message = words_for(update).not_allowed.format(user=user), update.message
    if update.callback_query:
        await acknowledge(update.callback_query, refusal)
    elif update.inline_query:
        await update.inline_query.answer([], cache_time=0, is_personal=True)
    elif message and message.chat.type == Chat.PRIVATE and services_of(context).access.first_refusal(user):
        await send(context.bot, message, say(refusal))
