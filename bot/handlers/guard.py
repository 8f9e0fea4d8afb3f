"""The guard before all handlers: who may not ask goes no further; for the others it notes their language."""

from __future__ import annotations

from telegram import Chat, Update
from telegram.ext import ApplicationHandlerStop

from bot.handlers.addressed import is_of_a_person
from bot.handlers.sending import CHOSEN_LANGUAGE, acknowledge, send, words_for
from bot.replies import say
from bot.services import Context, services


async def check(update: Update, context: Context) -> None:
    """Stops the update of a person who may not ask; in private they are told so once, in a group never."""
    user, chat = update.effective_user, update.effective_chat
    message = update.effective_message if update.message or update.edited_message else None
    if update.channel_post or update.edited_channel_post or (message and not is_of_a_person(message)):
        raise ApplicationHandlerStop
    CHOSEN_LANGUAGE.set(services(context).state.language(user.id) if user else None)
    access = services(context).access
    if access.may_ask(user.id if user else None, chat.id if chat else None):
        return
    if user:
        await _refuse(update, context, user.id)
    raise ApplicationHandlerStop


async def _refuse(update: Update, context: Context, user: int) -> None:
    refusal, message = words_for(update).not_allowed.format(user=user), update.message
    if update.callback_query:
        await acknowledge(update.callback_query, refusal)
    elif update.inline_query:
        await update.inline_query.answer([], cache_time=0, is_personal=True)
    elif message and message.chat.type == Chat.PRIVATE and services(context).access.first_refusal(user):
        await send(context.bot, message, say(refusal))
