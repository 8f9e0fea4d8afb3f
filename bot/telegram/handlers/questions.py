"""Questions: plain text in private, /ask anywhere, in groups replies and mentions too; and their corrections."""

from __future__ import annotations

from telegram import Message as Received
from telegram import Update

from bot.chat.response import Response, told
from bot.concurrency import in_thread
from bot.conversation.ask import ask
from bot.conversation.memory import HOUR, AnsweredQuestion, Memory
from bot.rendering.message import say
from bot.telegram.gate.addressing import asker, becomes_question, question_of
from bot.telegram.gate.chat_context import read_setting
from bot.telegram.handlers.office.home import settle
from bot.telegram.handlers.question_log import PendingQuestion, read_votes, write_down
from bot.telegram.handlers.scheduled import own_reminders
from bot.telegram.transport.sending import replace_all, send, words_for
from bot.telegram.transport.services import Context, Services, services_of


async def ask_plainly(update: Update, context: Context) -> None:
    """Answers a message of a private chat, or one that speaks to the bot in a group."""
    message = update.message
    if message is None:
        return
    question = question_of(message)
    if question and await own_reminders.take(update, context, message, question):
        return
    if question:
        await answer(update, context, message, question)
    else:
        await send(context.bot, message, say(words_for(update).usage))


async def correct(update: Update, context: Context) -> None:
    """Changes the answer to a question that was changed within the hour, and answers a message of a group that speaks
    to the bot only now; others are passed over."""
    message, memory = update.edited_message, services_of(context).memory
    answered_question = memory.answered.get((message.chat.id, message.message_id)) if message else None
    question = question_of(message) if message else None
    if message is None or not question:
        return
    if answered_question is None:
        if becomes_question(message) and _is_recent(message, services_of(context)):
            await answer(update, context, message, question)
        return
    if question == answered_question.question:
        return
    asking = PendingQuestion(message.chat, asker(message), question)
    response = await _response(
        update, context, asking, answered_question.last, answered_question.messages[-1]
    )
    shown = await replace_all(context.bot, message, answered_question.messages, response.messages)
    await write_down(context, asking, response, shown)
    _remember(memory, message, AnsweredQuestion(question, answered_question.last, shown), response)


async def answer(update: Update, context: Context, message: Received, question: str) -> None:
    """Answers a question as a reply to a message."""
    memory, asking = services_of(context).memory, PendingQuestion(message.chat, asker(message), question)
    last = _last(memory, message)
    response = await _response(update, context, asking, last)
    sent = await send(context.bot, message, response.messages)
    await write_down(context, asking, response, sent)
    _remember(memory, message, AnsweredQuestion(question, last, sent), response)


def _is_recent(message: Received, services: Services) -> bool:
    return (services.clock.now() - message.date).total_seconds() < HOUR


async def _response(
    update: Update, context: Context, asking: PendingQuestion, last: str, number: int | None = None
) -> Response:
    """The answer to a question that leans on the `last`, and is to be the text of a message, None for a new one."""
    response = await in_thread(_answer, update, services_of(context), asking, last, number)
    if response.home is not None and not await settle(update, context, response.home):
        return told(words_for(update).home.admins_only)
    return response


def _answer(
    update: Update, services: Services, asking: PendingQuestion, last: str, number: int | None
) -> Response:
    """All that is read for an answer, with one way to a thread and back."""
    setting = read_setting(update, services)
    response = ask(services.knowledge, asking.text, setting, last)
    return read_votes(services, asking, response, setting.words, number)


def _last(memory: Memory, message: Received) -> str:
    """The question that a follow-up would lean on: that of the message replied to, else the person's last."""
    chat, other = message.chat.id, message.reply_to_message
    behind = memory.behind.get((chat, other.message_id)) if other else None
    return behind or memory.last.get((chat, asker(message))) or ""


def _remember(memory: Memory, message: Received, answered: AnsweredQuestion, response: Response) -> None:
    chat = message.chat.id
    memory.answered[chat, message.message_id] = answered
    if response.asked:
        memory.last[chat, asker(message)] = response.asked
    for number in answered.messages:
        if response.asked:
            memory.behind[chat, number] = response.asked
