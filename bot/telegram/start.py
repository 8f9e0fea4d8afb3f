"""/start, /help, and what the bot says to what it does not understand."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from types import MappingProxyType

from telegram import Chat, Update
from telegram import Message as Received

from bot.access.roles import Role
from bot.chat.commands import commands_for
from bot.concurrency import in_thread
from bot.home.pages import greeting_rows
from bot.messages import help_text
from bot.rendering.message import Message, say
from bot.telegram.admin import audit, documents, roles, statistics, teaching
from bot.telegram.gate.addressing import call_of, question_of
from bot.telegram.handlers import personal, privacy, questions
from bot.telegram.transport.menus import announce_to
from bot.telegram.transport.sending import send, words_for
from bot.telegram.transport.services import Context, Handle, services_of

# What a link t.me/<bot>?start=… can ask for; groups are sent here for what is a person's own.
LINKED: Mapping[str, Callable[[Update, Context], Awaitable[None]]] = MappingProxyType(
    {
        "recent": personal.recent,
        "favorites": personal.favourites,
        "forget": privacy.ask_to_forget,
        "roles": roles.tell,
        "audit": audit.tell,
        "stats": statistics.tell,
        "unanswered": teaching.list_unanswered,
        "synonym": teaching.synonym,
        "pairs": teaching.list_pairs,
        "undo": documents.undo,
    }
)


async def greet(update: Update, context: Context) -> None:
    """Says who the bot is and how to ask, or does what the link asks by which the person came."""
    call = call_of(update.message) if update.message else None
    if call and call.rest in LINKED:
        await LINKED[call.rest](update, context)
        return
    await _tell(update, context, words_for(update).greeting)
    await _ask_where(update, context)
    user = update.effective_user
    role = services_of(context).access.roles.of(user.id) if user else None
    if user and role:
        await announce_to(context.bot, user.id, role)


async def _ask_where(update: Update, context: Context) -> None:
    """Offers the places of the documents to whoever has said nowhere to be at home, in private."""
    message, services, words = update.message, services_of(context), words_for(update)
    if message is None or message.chat.type != Chat.PRIVATE:
        return
    rows = await in_thread(greeting_rows, services.knowledge, words)
    if rows and not await in_thread(services.state.homes.of, message.chat.id):
        await send(context.bot, message, (Message(words.home.greeting, rows),))


def unless_asked(take: Handle) -> Handle:
    """Takes the words under a file for a question, unless an editor sends it, whose files are read."""

    @wraps(take)
    async def guarded(update: Update, context: Context) -> None:
        user, message = update.effective_user, update.message
        is_editor = services_of(context).access.may(user.id if user else None, Role.EDITOR)
        asked = message is not None and not is_editor and question_of(message)
        await (questions.ask_plainly if asked else take)(update, context)

    return guarded


async def explain_usage(update: Update, context: Context) -> None:
    """Tells the commands that this person may use."""
    user = update.effective_user
    role = services_of(context).access.roles.of(user.id if user else None)
    await _tell(update, context, help_text(words_for(update), commands_for(role)))


async def unknown_command(update: Update, context: Context) -> None:
    """Says that there is no such command."""
    await _tell(update, context, words_for(update).unknown_command)


async def only_text(update: Update, context: Context) -> None:
    """Says that pictures, voice and files are not read."""
    await _tell(update, context, words_for(update).only_text)


async def _tell(update: Update, context: Context, text: str) -> None:
    message: Received | None = update.message
    if message:
        await send(context.bot, message, say(text))
