"""What somebody types in private while they are in the middle of something: it goes on, instead of a question."""

from __future__ import annotations

from telegram import Update
from telegram.ext import ApplicationHandlerStop

from bot.access.roles import Role
from bot.chat.response import Response
from bot.concurrency import in_thread
from bot.documents.dialogue import continue_document
from bot.state.editing.dialogues import Dialogue
from bot.teaching.dialogue import continue_teaching
from bot.telegram.admin.documents import at_length, reported
from bot.telegram.gate.addressing import call_of
from bot.telegram.gate.permissions import workspace_of
from bot.telegram.transport.sending import send
from bot.telegram.transport.services import Context, services_of

TYPED = ("draft", "describe")  # the steps about documents that wait for words
SENT = "replace"  # the step that waits for a file


async def carry_on(update: Update, context: Context) -> None:
    """Takes what an editor types as part of what they are in the middle of, if they are."""
    message, services = update.message, services_of(context)
    user = update.effective_user
    if message is None or user is None or not message.text or call_of(message):
        return
    if not services.access.may(user.id, Role.EDITOR):
        return
    dialogue = await in_thread(services.state.dialogues.of, user.id)
    if dialogue is None or dialogue.payload["step"] == SENT:
        return
    response = await _continued(update, context, dialogue, " ".join(message.text.split()))
    await send(context.bot, message, response.messages)
    raise ApplicationHandlerStop


async def _continued(update: Update, context: Context, dialogue: Dialogue, typed: str) -> Response:
    workspace = workspace_of(update, context)
    if dialogue.payload["step"] in TYPED:
        return await at_length(
            lambda: reported(workspace.words, lambda: continue_document(workspace, dialogue, typed))
        )
    return await in_thread(continue_teaching, workspace, dialogue, typed)
