"""/reload and /status, for administrators alone."""

from __future__ import annotations

from functools import partial

from telegram import Update

from bot.border import in_thread
from bot.errors import explain
from bot.handlers.progress import CANCEL, follow
from bot.handlers.sending import acknowledge, send, words_for
from bot.replies import say
from bot.services import Context, services
from bot.status import status_text
from knowledge.errors import KnowledgeError


async def reload(update: Update, context: Context) -> None:
    """Starts a load in the background, which a message follows to its report. Refused to others."""
    message, words = update.message, words_for(update)
    if message is None:
        return
    if not _is_admin(update, context):
        await send(context.bot, message, say(words.not_admin))
    elif not services(context).reloader.start(partial(follow, context.bot, message, words)):
        await send(context.bot, message, say(words.reload_running))


async def cancel(update: Update, context: Context) -> None:
    """Cancels the load under whose message the button stands. Refused to others."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None:
        return
    if not _is_admin(update, context):
        await acknowledge(query, words.not_admin, alert=True)
    elif services(context).reloader.cancel(query.data.removeprefix(CANCEL)):
        await acknowledge(query, words.reload_cancelling)
    else:
        await acknowledge(query, words.reload_ended, alert=True)


async def tell_status(update: Update, context: Context) -> None:
    """Tells what is loaded and what is wrong with it. Refused to others."""
    if update.message is None:
        return
    words = words_for(update)
    text = await _status(context, update) if _is_admin(update, context) else words.not_admin
    await send(context.bot, update.message, say(text))


async def _status(context: Context, update: Update) -> str:
    try:
        status = await in_thread(services(context).knowledge.status)
    except KnowledgeError as error:
        return explain(error)
    return status_text(status, words_for(update), services(context).time_zone)


def _is_admin(update: Update, context: Context) -> bool:
    user = update.effective_user
    return services(context).access.is_admin(user.id if user else None)
