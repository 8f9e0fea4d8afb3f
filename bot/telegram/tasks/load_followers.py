"""Who waits for a load: they are told of its end also when the program was killed in the middle of it."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.concurrency import in_thread
from bot.documents.load_report import full_report
from bot.errors import StateError, explain
from bot.messages import Messages, in_language, language_of
from bot.rendering.message import say
from bot.state import State
from bot.state.editing.confirmations import Pending
from bot.telegram.transport.sending import change
from knowledge.indexing.load_report import LoadReport

KIND = "load"  # of what waits
LIFETIME = 86_400  # seconds

log = logging.getLogger(__name__)


@contextlib.asynccontextmanager
async def remembered(
    state: State, person: int, place: tuple[int, int], words: Messages
) -> AsyncIterator[None]:
    """Remembers until the block has ended well that a message of a chat follows a load."""
    chat, message = place
    payload = {"chat": chat, "message": message, "language": language_of(words), "program": state.number}
    key = f"{KIND}:{chat}:{message}"
    try:
        await in_thread(state.pending.add, Pending(person, KIND, payload), LIFETIME, key)
    except StateError as error:  # the load goes on all the same
        log.warning("%s", explain(error))
    yield
    await in_thread(state.pending.take, key)


async def tell_followers(bot: Bot, state: State, report: LoadReport) -> None:
    """Tells those whose load never ended how the one after it did; another replica may still be at theirs."""
    living = await in_thread(state.living)
    for key, pending in (await in_thread(state.pending.of_kind, KIND)).items():
        if pending.payload.get("program") in living:
            continue
        chat, message = pending.payload["chat"], pending.payload["message"]
        message_with_report = say(full_report(report, in_language(pending.payload["language"])))[0]
        with contextlib.suppress(TelegramError):
            if not await change(bot, chat, message, message_with_report):
                await bot.send_message(chat, message_with_report.html, parse_mode=ParseMode.HTML)
        await in_thread(state.pending.take, key)
