"""A table of lessons and synonyms that an editor sends: checked first, used when they confirm."""

from __future__ import annotations

from telegram import Update

from bot.access.roles import Role
from bot.chat.response import Response, told
from bot.concurrency import in_thread
from bot.errors import TableUnreadable
from bot.rendering.answers import say
from bot.teaching.changes import Desk, propose
from bot.teaching.csv_table import LARGEST, imported
from bot.teaching.table_report import report_lines
from bot.telegram.delivery.downloads import download
from bot.telegram.gate.permissions import actor_of, requires
from bot.telegram.transport.sending import send, words_for
from bot.telegram.transport.services import Context, services


@requires(Role.EDITOR)
async def take_table(update: Update, context: Context) -> None:
    """Tells what a table would change and which rows cannot be used, and asks whether to go on."""
    message, known = update.message, services(context)
    if message is None or message.document is None:
        return
    words = words_for(update)
    if (message.document.file_size or 0) > LARGEST:
        await send(context.bot, message, say(words.teaching.bad_tables["large"]))
        return
    content = await download(message.document)
    desk = Desk(known.knowledge, known.state, actor_of(update), words)
    response = await in_thread(_checked, desk, content)
    await send(context.bot, message, response.messages)


def _checked(desk: Desk, content: bytes) -> Response:
    try:
        found = imported(content, desk.knowledge)
    except TableUnreadable as error:
        return told(desk.says.bad_tables[error.reason])
    report = "\n".join(report_lines(found, desk.says))
    if not found.revision:
        return told(f"{report}\n{desk.says.import_nothing}")
    return propose(desk, "import", found.revision, report)
