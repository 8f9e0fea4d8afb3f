"""Tables that an editor sends: a filled-in ledger, else one of the teaching."""

from __future__ import annotations

from telegram import Update

from bot.access.roles import Role
from bot.chat.response import Response
from bot.concurrency import in_thread
from bot.editing.workspace import EditorWorkspace
from bot.errors import TableUnreadable, explain
from bot.ledger import updates
from bot.ledger.sheet import sheet_rows
from bot.ledger.updates import KIND, UNDO
from bot.rendering.message import Message, say
from bot.state.editing.confirmations import Payload
from bot.teaching.changes import propose_table
from bot.teaching.csv_table import LARGEST
from bot.telegram.admin.documents import at_length, reported
from bot.telegram.delivery.downloads import download
from bot.telegram.gate.permissions import Confirmed, requires, workspace_of
from bot.telegram.transport.sending import send, words_for
from bot.telegram.transport.services import Context

__all__ = ["CONFIRMED", "KIND", "UNDO", "UNDONE", "take_table"]


@requires(Role.EDITOR)
async def take_table(update: Update, context: Context) -> None:
    """Tells what a table would change and which rows cannot be used, and asks whether to go on."""
    message = update.message
    if message is None or message.document is None:
        return
    words = words_for(update)
    if (message.document.file_size or 0) > LARGEST:
        await send(context.bot, message, say(explain(TableUnreadable("large"), words)))
        return
    content, workspace = await download(message.document), workspace_of(update, context)
    response = await at_length(lambda: reported(words, lambda: _proposed(workspace, content)))
    await send(context.bot, message, response.messages)


async def confirm(update: Update, context: Context, payload: Payload) -> Message:
    """Makes the changes of a ledger that were confirmed."""
    return await in_thread(updates.make, workspace_of(update, context), payload)


async def undo(update: Update, context: Context, payload: Payload) -> Message:
    """Takes back the changes of a ledger."""
    return await in_thread(updates.undo, workspace_of(update, context), payload)


CONFIRMED, UNDONE = Confirmed(Role.EDITOR, confirm), Confirmed(Role.EDITOR, undo)


def _proposed(workspace: EditorWorkspace, content: bytes) -> Response:
    rows = sheet_rows(content)
    return propose_table(workspace, content) if rows is None else updates.propose(workspace, rows)
