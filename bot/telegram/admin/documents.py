"""Documents by chat: a file that an editor sends, the buttons under it and under /documents, and /undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from telegram import Document as TelegramDocument
from telegram import Message as Received
from telegram import PhotoSize, Update

from bot.access.roles import Role
from bot.callback_data import documents as buttons
from bot.callback_data.codec import CallbackData, unpacked
from bot.chat.response import Response, told
from bot.concurrency import in_background
from bot.documents import pages, proposals, upload
from bot.documents.changes import proposal_of
from bot.documents.proposals import KIND
from bot.editing.workspace import EditorWorkspace
from bot.errors import explain
from bot.messages import Messages
from bot.rendering.message import say
from bot.state.editing.confirmations import Payload
from bot.telegram.admin.recognition_progress import telling_pages
from bot.telegram.delivery.downloads import download
from bot.telegram.delivery.handling import waiting
from bot.telegram.gate.group_rights import in_private, is_private
from bot.telegram.gate.permissions import Confirmed, requires, workspace_of
from bot.telegram.transport.sending import acknowledge, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, services_of
from knowledge.indexing.recognition import PagesTold
from loaders.notes import NotedError

__all__ = ["CONFIRMED", "KIND", "PAGES", "at_length", "press", "reported", "take_file", "undo"]

LARGEST = 20 * 2**20  # bytes of a file that Telegram lets a bot download
UNNAMED = "document"

T = TypeVar("T")
Page = Callable[[EditorWorkspace, Any], Response]

PAGES: Mapping[type[CallbackData], Page] = MappingProxyType(
    {
        buttons.CorrectDraft: upload.ask_field,
        buttons.ProposeDraft: upload.propose,
        buttons.ReplaceByDraft: upload.replace_by,
        buttons.DropDraft: upload.drop,
        buttons.ManageDocument: pages.manage,
        buttons.CorrectDocument: pages.ask_described,
        buttons.ReplaceDocument: pages.begin_replacing,
        buttons.ReadDocumentAgain: pages.read_again,
        buttons.RemoveDocument: pages.remove,
        buttons.ShowExamples: pages.examples,
    }
)
TRIED = (
    buttons.ProposeDraft,
    buttons.RemoveDocument,
)  # tried on the questions first, which takes some seconds


async def take_file(update: Update, context: Context) -> None:
    """Tells how a file is read that an editor sends, and offers to add it; others are asked for words."""
    message, words, user = update.message, words_for(update), update.effective_user
    sent = _file_in(message) if message else None
    if message is None or sent is None or user is None:
        return
    if not services_of(context).access.may(user.id, Role.EDITOR):
        await send(context.bot, message, say(words.only_text))
        return
    if (sent.file.file_size or 0) > LARGEST:
        await send(context.bot, message, say(words.documents.too_big))
        return
    content = await download(sent.file)
    workspace = workspace_of(update, context)

    async def read(pages_told: PagesTold) -> Response:
        telling = replace(workspace, pages_told=pages_told)
        return await at_length(
            lambda: reported(words, lambda: upload.receive_file(telling, sent.name, content))
        )

    response = await telling_pages(context.bot, message, words, read)
    await send(context.bot, message, response.messages)


@dataclass(frozen=True, slots=True)
class _Sent:
    """A file that somebody sent, and its name; a photograph has none, so it is called by its time."""

    file: TelegramDocument | PhotoSize
    name: str


def _file_in(message: Received) -> _Sent | None:
    if message.document:
        return _Sent(message.document, message.document.file_name or UNNAMED)
    if message.photo:
        largest = message.photo[-1]
        return _Sent(largest, f"photo-{message.date:%Y%m%d-%H%M%S}.jpg")
    return None


@requires(Role.EDITOR)
async def undo(update: Update, context: Context) -> None:
    """Asks whether to take back the last change of the documents."""
    message = update.message
    if message and await is_private(update, context, message, "undo"):
        workspace = workspace_of(update, context)
        response = await at_length(lambda: reported(workspace.words, lambda: proposals.undo(workspace)))
        await send(context.bot, message, response.messages)


@requires(Role.EDITOR)
@in_private
async def press(update: Update, context: Context) -> None:
    """Brings what a button of an editor of documents offers."""
    query = update.callback_query
    if query is None or query.data is None or query.message is None:
        return
    workspace, button = workspace_of(update, context), unpacked(query.data, PAGES)
    if button is None:
        return
    page = PAGES[type(button)]
    await acknowledge(query, workspace.words.documents.trying if isinstance(button, TRIED) else None)
    response = await at_length(lambda: reported(workspace.words, lambda: page(workspace, button)))
    if response.in_place and len(response.messages) == 1:
        await replace_or_send(context.bot, query.message, response.messages[0])
    else:
        await send(context.bot, query.message, response.messages)


async def confirm(update: Update, context: Context, payload: Payload) -> str:
    """Makes the change that was confirmed."""
    workspace = workspace_of(update, context)
    try:
        return await at_length(
            lambda: proposals.make_change(workspace, proposal_of(payload), str(update.update_id))
        )
    except (NotedError, OSError) as error:
        return explain(error, workspace.words)


CONFIRMED = Confirmed(Role.EDITOR, confirm)


async def at_length(work: Callable[[], T]) -> T:
    """What a long piece of work brings; the update that asked for it leaves its place to others meanwhile."""
    with waiting():
        return await in_background(work)


def reported(words: Messages, work: Callable[[], Response]) -> Response:
    """What a piece of work brings, or in one line why it could not be done."""
    try:
        return work()
    except (NotedError, OSError) as error:
        return told(explain(error, words))
