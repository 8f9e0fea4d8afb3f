"""A table of lessons and synonyms that an editor sends: checked first, used when they confirm."""

from __future__ import annotations

from collections.abc import Iterator

from telegram import Update

from bot.border import in_thread
from bot.desk import Desk, propose
from bot.exchange import Response, told
from bot.handlers.requiring import actor_of, requires
from bot.handlers.sending import send, words_for
from bot.messages.teaching import TeachingWords
from bot.replies import say
from bot.roles import Role
from bot.services import Context, services
from bot.teaching_table import LARGEST, BadRow, Import, TableUnreadable, imported

BAD_TOLD = 10  # rows


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
    file = await message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    desk = Desk(known.knowledge, known.state, actor_of(update), words)
    response = await in_thread(_checked, desk, content)
    await send(context.bot, message, response.messages)


def report_lines(found: Import, says: TeachingWords) -> Iterator[str]:
    """What a table would change, and each row of it that cannot be used."""
    made = found.revision
    yield says.import_rows.format(
        lessons=len(made.lessons), synonyms=len(made.synonyms), edits=len(made.edits)
    )
    if found.bad:
        yield says.import_bad.format(count=len(found.bad))
        yield from (bad_row_line(row, says) for row in found.bad[:BAD_TOLD])
    if len(found.bad) > BAD_TOLD:
        yield says.import_more.format(count=len(found.bad) - BAD_TOLD)


def bad_row_line(row: BadRow, says: TeachingWords) -> str:
    """A row that cannot be used, and why."""
    return f"{row.number}: {says.bad_rows[row.reason]}（{row.text}）"


def _checked(desk: Desk, content: bytes) -> Response:
    try:
        found = imported(content, desk.knowledge)
    except TableUnreadable as error:
        return told(desk.says.bad_tables[error.reason])
    report = "\n".join(report_lines(found, desk.says))
    if not found.revision:
        return told(f"{report}\n{desk.says.import_nothing}")
    return propose(desk, "import", found.revision, report)
