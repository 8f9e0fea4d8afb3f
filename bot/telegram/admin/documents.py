"""Documents by chat: a file that an editor sends, the buttons under it and under /documents, and /undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from telegram import Update

from bot.access.roles import Role
from bot.chat.response import Response, told
from bot.concurrency import in_background
from bot.documents import pages
from bot.documents.changes import FilingDesk, proposal_of
from bot.documents.pages import KIND, PRESSED
from bot.editing.confirmation import Confirmed
from bot.errors import BotError, explain
from bot.rendering.answers import say
from bot.state.editing.confirmations import Payload
from bot.telegram.delivery.downloads import download
from bot.telegram.delivery.handling import waiting
from bot.telegram.gate.permissions import actor_of, requires
from bot.telegram.gate.privately import is_private
from bot.telegram.transport.sending import acknowledge, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, services
from knowledge.errors import KnowledgeError

__all__ = ["CONFIRMED", "KIND", "PRESSED", "at_length", "desk_of", "press", "reported", "take_file", "undo"]

LARGEST = 20 * 2**20  # bytes of a file that Telegram lets a bot download
UNNAMED = "document"

T = TypeVar("T")
Page = Callable[[FilingDesk, str], Response]

PAGES: Mapping[str, Page] = MappingProxyType(
    {
        "f": pages.ask_field,
        "y": pages.go_on,
        "w": pages.go_replacing,
        "n": pages.drop,
        "m": pages.manage,
        "F": pages.ask_described,
        "x": pages.begin_replacing,
        "l": pages.read_again,
        "r": pages.remove,
        "e": pages.examples,
    }
)
TRIED = ("y", "r")  # what is tried on the questions first, which takes some seconds


async def take_file(update: Update, context: Context) -> None:
    """Tells how a file is read that an editor sends, and offers to add it; others are asked for words."""
    message, words, user = update.message, words_for(update), update.effective_user
    if message is None or message.document is None or user is None:
        return
    if not services(context).access.may(user.id, Role.EDITOR):
        await send(context.bot, message, say(words.only_text))
        return
    sent = message.document
    if (sent.file_size or 0) > LARGEST:
        await send(context.bot, message, say(words.filing.too_big))
        return
    content = await download(sent)
    desk = desk_of(update, context)
    name = sent.file_name or UNNAMED
    response = await at_length(lambda: reported(lambda: pages.sent(desk, name, content)))
    await send(context.bot, message, response.messages)


@requires(Role.EDITOR)
async def undo(update: Update, context: Context) -> None:
    """Asks whether to take back the last change of the documents."""
    message = update.message
    if message and await is_private(update, context, message, "undo"):
        desk = desk_of(update, context)
        response = await at_length(lambda: reported(lambda: pages.undo(desk)))
        await send(context.bot, message, response.messages)


@requires(Role.EDITOR)
async def press(update: Update, context: Context) -> None:
    """Brings what a button of an editor of documents offers."""
    query = update.callback_query
    if query is None or query.data is None or query.message is None:
        return
    letter, _, rest = query.data.removeprefix(PRESSED).partition(":")
    desk = desk_of(update, context)
    await acknowledge(query, desk.says.trying if letter in TRIED else None)
    response = await at_length(lambda: reported(lambda: PAGES[letter](desk, rest)))
    if response.in_place and len(response.messages) == 1:
        await replace_or_send(context.bot, query.message, response.messages[0])
    else:
        await send(context.bot, query.message, response.messages)


async def confirm(update: Update, context: Context, payload: Payload) -> str:
    """Makes the change that was confirmed."""
    desk = desk_of(update, context)
    try:
        return await at_length(lambda: pages.made(desk, proposal_of(payload), str(update.update_id)))
    except (KnowledgeError, BotError, OSError) as error:
        return explain(error)


CONFIRMED = Confirmed(Role.EDITOR, confirm)


def desk_of(update: Update, context: Context) -> FilingDesk:
    """The desk of who sent the update."""
    known = services(context)
    return FilingDesk(
        known.corpus,
        known.reloader.database,
        known.knowledge,
        known.state,
        actor_of(update),
        words_for(update),
    )


async def at_length(work: Callable[[], T]) -> T:
    """What a long piece of work brings; the update that asked for it leaves its place to others meanwhile."""
    with waiting():
        return await in_background(work)


def reported(work: Callable[[], Response]) -> Response:
    """What a piece of work brings, or in one line why it could not be done."""
    try:
        return work()
    except (KnowledgeError, BotError, OSError) as error:
        return told(explain(error))
