"""Questions: plain text in private, /ask anywhere, and the buttons under an answer."""

from __future__ import annotations

from telegram import CallbackQuery, InlineKeyboardMarkup, Update
from telegram import Message as Received

from bot.border import in_thread
from bot.conversation import ask, press
from bot.handlers.addressed import call_of
from bot.handlers.sending import acknowledge, send, words_for
from bot.replies import say
from bot.services import Context, services


async def ask_plainly(update: Update, context: Context) -> None:
    """Answers a message of a private chat."""
    if update.message:
        await _answer(update, context, update.message, update.message.text or "")


async def ask_by_command(update: Update, context: Context) -> None:
    """Answers what stands after /ask, or in the message that /ask replies to."""
    message = update.message
    if message is None:
        return
    call = call_of(message)
    question = (call.rest if call else "") or _text_replied_to(message)
    if question:
        await _answer(update, context, message, question)
    else:
        await send(context.bot, message, say(words_for(update).usage))


async def open_button(update: Update, context: Context) -> None:
    """Brings what a pressed button offers."""
    query, words = update.callback_query, words_for(update)
    if query is None:
        return
    if not isinstance(query.message, Received):  # too old for Telegram to show it to us
        await acknowledge(query, words.button_old)
        return
    await acknowledge(query)
    messages = await in_thread(press, services(context).knowledge, query.data or "", _label(query), words)
    await send(context.bot, query.message, messages)


async def _answer(update: Update, context: Context, message: Received, question: str) -> None:
    messages = await in_thread(ask, services(context).knowledge, question, words_for(update))
    await send(context.bot, message, messages)


def _text_replied_to(message: Received) -> str:
    """The part of the other message that was quoted, else all of it."""
    if message.quote:
        return message.quote.text
    other = message.reply_to_message
    return (other.text or other.caption or "") if other else ""


def _label(query: CallbackQuery) -> str:
    """What is written on the pressed button: a question is too long for the data behind it."""
    markup = query.message.reply_markup if isinstance(query.message, Received) else None
    rows = markup.inline_keyboard if isinstance(markup, InlineKeyboardMarkup) else ()
    return next((button.text for row in rows for button in row if button.callback_data == query.data), "")
