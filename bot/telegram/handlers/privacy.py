"""What is stored of people, and its erasure: /privacy and /forget."""

from __future__ import annotations

from dataclasses import asdict

from telegram import CallbackQuery, Chat, Update

from bot.callback_data.personal import Forget
from bot.concurrency import in_thread
from bot.messages import Messages
from bot.pages.personal import forget_question, only_private, privacy_text
from bot.rendering.message import say
from bot.state.storage.erasure import ErasedCounts
from bot.telegram.transport.sending import CHOSEN_LANGUAGE, acknowledge, change, send, words_for
from bot.telegram.transport.services import Context, services_of


async def tell(update: Update, context: Context) -> None:
    """Tells what is stored and for how long."""
    if update.message and update.effective_user:
        days = services_of(context).state.retention_days
        words, user = words_for(update), update.effective_user
        number = (
            words.personal.privacy_number.format(user=user.id)
            if update.message.chat.type == Chat.PRIVATE
            else ""
        )
        text = "\n".join(filter(None, (privacy_text(days, words), number)))
        await send(context.bot, update.message, say(text))


async def ask_to_forget(update: Update, context: Context) -> None:
    """Asks whether all that is stored of the person shall be erased."""
    message, user, words = update.message, update.effective_user, words_for(update)
    if message is None or user is None:
        return
    # Anonymous administrators share one number: nobody could say whose things these are.
    anonymous = message.sender_chat is not None
    question = (
        only_private(context.bot.username, "forget", words) if anonymous else forget_question(user.id, words)
    )
    await send(context.bot, message, question)


async def forget(update: Update, context: Context) -> None:
    """Erases all that is stored of the person who asked for it and confirms, or leaves it."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None:
        return
    button = Forget.unpack(query.data)
    if button.person != query.from_user.id:
        await acknowledge(query, words.not_yours)
    elif button.confirmed:
        services_of(context).memory.forget(query.from_user.id)
        forgotten = await in_thread(services_of(context).state.forget, query.from_user.id)
        CHOSEN_LANGUAGE.set(None)
        words = words_for(update)
        await _close(query, context, words, _told(forgotten, _in_private(query), words))
    else:
        await _close(query, context, words, words.personal.forget_kept)


async def _close(query: CallbackQuery, context: Context, words: Messages, text: str) -> None:
    """Puts what was done in the place of the question."""
    await acknowledge(query)
    if place := query.message:
        messages = say(text)
        if not await change(context.bot, place.chat.id, place.message_id, messages[0]):
            await send(context.bot, place, messages)


def _told(forgotten: ErasedCounts, private: bool, words: Messages) -> str:
    """What was erased, in numbers where nobody else reads along."""
    if not private:
        return words.personal.forgotten_group
    return (
        words.personal.forgotten.format(**asdict(forgotten))
        if forgotten
        else words.personal.forgotten_nothing
    )


def _in_private(query: CallbackQuery) -> bool:
    return query.message is not None and query.message.chat.type == Chat.PRIVATE
