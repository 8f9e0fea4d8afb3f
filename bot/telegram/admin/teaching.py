"""/unanswered, /synonym and /pairs, and their buttons."""

from __future__ import annotations

from telegram import MaybeInaccessibleMessage, Update

from bot.access.roles import Role
from bot.callback_data import teaching as buttons
from bot.callback_data.codec import unpacked
from bot.chat.response import Response, told
from bot.concurrency import in_thread
from bot.state.editing.confirmations import Payload
from bot.teaching import synonyms, unanswered
from bot.teaching.changes import KIND, make
from bot.teaching.csv_table import FILE_NAME, exported
from bot.teaching.pages import PAGES, Page
from bot.teaching.pairs import pages
from bot.telegram.gate.addressing import call_of
from bot.telegram.gate.group_rights import in_private, is_private
from bot.telegram.gate.permissions import Confirmed, requires, workspace_of
from bot.telegram.transport.sending import acknowledge, replace_or_send, send, send_content
from bot.telegram.transport.services import Context

__all__ = [
    "CONFIRMED",
    "KIND",
    "PAGES",
    "list_pairs",
    "list_unanswered",
    "press",
    "synonym",
]


@requires(Role.EDITOR)
async def list_unanswered(update: Update, context: Context) -> None:
    """Lists the questions without a good answer."""
    await _open(update, context, "unanswered", unanswered.unanswered_page, buttons.ListUnanswered())


@requires(Role.EDITOR)
async def list_pairs(update: Update, context: Context) -> None:
    """Lists the topics whose pairs can be edited, or the pairs of the topic that is named after the command."""
    await _open(update, context, "pairs", pages.pairs_about, _typed_after(update, "pairs"))


@requires(Role.EDITOR)
async def synonym(update: Update, context: Context) -> None:
    """Lists the synonyms, or with one after the command asks whether it shall be added."""
    typed = _typed_after(update, "synonym")
    page: Page = synonyms.add_synonym if typed else synonyms.synonyms_page
    await _open(update, context, "synonym", page, typed or buttons.ListSynonyms())


@requires(Role.EDITOR)
@in_private
async def press(update: Update, context: Context) -> None:
    """Brings what a button of an editor offers."""
    query = update.callback_query
    if query is None or query.data is None or query.message is None:
        return
    await acknowledge(query)
    workspace = workspace_of(update, context)
    if buttons.ExportTeaching.fits(query.data):
        content = await in_thread(exported, workspace.knowledge.teaching)
        await send_content(context.bot, query.message, FILE_NAME, content, workspace.words.teaching.exported)
        return
    button = unpacked(query.data, PAGES)
    if button is None:
        response = told(workspace.words.button_old)
    else:
        response = await in_thread(PAGES[type(button)], workspace, button)
    await _answer(query.message, context, response)


async def confirm(update: Update, context: Context, payload: Payload) -> str:
    """Makes the change that was confirmed."""
    return await in_thread(make, workspace_of(update, context), payload)


CONFIRMED = Confirmed(Role.EDITOR, confirm)


def _typed_after(update: Update, name: str) -> str:
    """What was typed after a command."""
    call = call_of(update.message) if update.message else None
    return call.rest if call and call.name == name else ""


async def _open(update: Update, context: Context, payload: str, page: Page, asked: object) -> None:
    message = update.message
    if message and await is_private(update, context, message, payload):
        workspace = workspace_of(update, context)
        await in_thread(workspace.state.dialogues.end, workspace.editor.id)
        response = await in_thread(page, workspace, asked)
        await send(context.bot, message, response.messages)


async def _answer(place: MaybeInaccessibleMessage, context: Context, response: Response) -> None:
    """Puts the page in the place of the one before; what only needs saying is said below it."""
    if response.in_place and len(response.messages) == 1:
        await replace_or_send(context.bot, place, response.messages[0])
    else:
        await send(context.bot, place, response.messages)
