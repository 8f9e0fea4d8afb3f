"""What people see of their own, in private alone: /recent and /favorites."""

from __future__ import annotations

from telegram import Update

from bot.callback_data.personal import AskAgain, ListFavourites, RemoveFavourite
from bot.concurrency import in_thread
from bot.messages import Messages
from bot.pages.personal import favourites_page, recent_page
from bot.rendering.message import Message
from bot.telegram.gate.group_rights import in_private, is_private
from bot.telegram.handlers import browsing
from bot.telegram.transport.sending import acknowledge, change, send, words_for
from bot.telegram.transport.services import Context, Services, services_of

LAST = 10  # questions


async def recent(update: Update, context: Context) -> None:
    """Shows the person's last questions."""
    message, user = update.message, update.effective_user
    if message and user and await is_private(update, context, message, "recent"):
        state = services_of(context).state
        questions = await in_thread(state.questions.recent, user.id, LAST)
        await send(context.bot, message, recent_page(questions, state.retention_days, words_for(update)))


@in_private
async def ask_again(update: Update, context: Context) -> None:
    """Answers one of the person's last questions once more."""
    query = update.callback_query
    if query is None or query.data is None:
        return
    number = AskAgain.unpack(query.data).question
    question = await in_thread(services_of(context).state.questions.text, query.from_user.id, number)
    if question is None:
        await acknowledge(query, words_for(update).personal.question_erased)
        return
    await browsing.ask_again(update, context, question)


async def favourites(update: Update, context: Context) -> None:
    """Shows the person's favourites."""
    message, user = update.message, update.effective_user
    if message and user and await is_private(update, context, message, "favorites"):
        page = await in_thread(_favourites, services_of(context), user.id, 0, words_for(update))
        await send(context.bot, message, (page,))


@in_private
async def turn_favourites(update: Update, context: Context) -> None:
    """Shows another page of the favourites."""
    query = update.callback_query
    if query and query.data:
        await acknowledge(query)
        await _show_favourites(update, context, ListFavourites.unpack(query.data).page)


@in_private
async def remove_favourite(update: Update, context: Context) -> None:
    """Takes a passage off the favourites and shows what is left."""
    query = update.callback_query
    if query and query.data:
        button = RemoveFavourite.unpack(query.data)
        await in_thread(services_of(context).state.favourites.remove, query.from_user.id, button.passage)
        await acknowledge(query, words_for(update).now_unkept)
        await _show_favourites(update, context, button.page)


async def _show_favourites(update: Update, context: Context, number: int) -> None:
    query = update.callback_query
    if query and query.message:
        place, person = query.message, query.from_user.id
        page = await in_thread(_favourites, services_of(context), person, number, words_for(update))
        if not await change(context.bot, place.chat.id, place.message_id, page):
            await send(context.bot, place, (page,))


def _favourites(services: Services, person: int, number: int, words: Messages) -> Message:
    return favourites_page(services.knowledge, services.state.favourites.all(person), number, words)
