"""The message that follows a load: how far it is, with a button to cancel it, and in the end the report."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from telegram import Bot, Chat
from telegram import Message as Received
from telegram.error import TelegramError

from bot.callback_data.administration import CancelLoad
from bot.concurrency import in_thread
from bot.documents.load_report import full_report, short_report
from bot.documents.reload_effect import ReloadRemark
from bot.documents.reloader import Run
from bot.errors import explain
from bot.messages import Messages
from bot.rendering.message import Button, Message, Rows, say
from bot.telegram.transport.sending import change, send, send_content
from knowledge.errors import KnowledgeError, LoadCancelled
from knowledge.indexing.load_report import LoadReport

PAUSE = 2.0  # seconds between two edits
GROUP_PAUSE = 10.0  # in a group, where a bot may send 20 messages a minute
FILE_NAME = "reload.txt"

Record = Callable[[LoadReport], ReloadRemark]
"""Writes down what a load changed, and gives what there is to say of it."""

Remember = Callable[[int], contextlib.AbstractAsyncContextManager[None]]
"""Remembers, until a load has ended, that a message follows it."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ending:
    """How a load ended, in words; a long report is a file beside them."""

    text: str
    file: str = ""
    buttons: Rows = ()


async def follow(
    bot: Bot, to: Received, words: Messages, record: Record, remember: Remember, run: Run
) -> None:
    """Awaits the load, and tells its progress and its end in one message; what it changed is recorded."""
    (number,) = await send(bot, to, (_progress(run, words),))
    async with remember(number):
        ending = asyncio.create_task(_ending(run, words, record))
        try:
            await _tell_progress(bot, to, number, run, words, ending)
        finally:
            ending.cancel()
        await _tell_ending(bot, to, number, ending.result())


async def _tell_progress(
    bot: Bot, to: Received, number: int, run: Run, words: Messages, ending: asyncio.Task[_Ending]
) -> None:
    """Edits the message whenever the load is further, until it ends; an edit that fails is left out."""
    last_shown, pause = run.progress, PAUSE if to.chat.type == Chat.PRIVATE else GROUP_PAUSE
    while not (await asyncio.wait({ending}, timeout=pause))[0]:
        if run.progress != last_shown:
            last_shown = run.progress
            with contextlib.suppress(TelegramError):
                await change(bot, to.chat.id, number, _progress(run, words))


async def _tell_ending(bot: Bot, to: Received, number: int, ending: _Ending) -> None:
    messages = say(ending.text)
    messages = (*messages[:-1], replace(messages[-1], buttons=ending.buttons))
    if not await change(bot, to.chat.id, number, messages[0]):
        await send(bot, to, messages)
    if ending.file:
        await send_content(bot, to, FILE_NAME, ending.file.encode(), "")


def _progress(run: Run, words: Messages) -> Message:
    done, total = run.progress
    text = words.loading.progress.format(done=done, total=total) if total else words.loading.started
    return replace(say(text)[0], buttons=((Button(words.loading.cancel, CancelLoad(run.key).pack()),),))


async def _ending(run: Run, words: Messages, record: Record) -> _Ending:
    try:
        report = await run.report()
        remark = await in_thread(record, report)
    except LoadCancelled:
        log.info("reload: cancelled")
        return _Ending(words.loading.cancelled)
    except (KnowledgeError, OSError) as error:
        log.warning("reload failed: %s", error)
        return _Ending(words.loading.failed.format(reason=explain(error, words)))
    except Exception:
        number = secrets.token_hex(3)
        log.exception("error %s in a reload", number)
        return _Ending(words.failed.format(id=number))
    log.info("reload: %d files in %.1f s", len(report.files), report.seconds)
    text, short = (
        "\n".join(filter(None, (written(report, words), remark.text)))
        for written in (full_report, short_report)
    )
    fits = len(say(text)) == 1
    return _Ending(text, "", remark.buttons) if fits else _Ending(short, text, remark.buttons)
