"""/reload: an administrator has the corpus loaded again."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Awaitable, Callable

from telegram import Update

from bot.errors import explain
from bot.handlers.sending import send, words_for
from bot.load_report import full_report
from bot.messages import Messages
from bot.replies import say
from bot.services import Context, services
from knowledge.errors import KnowledgeError
from knowledge.indexer import LoadReport

log = logging.getLogger(__name__)


async def reload(update: Update, context: Context) -> None:
    """Starts a load in the background; it ends with a report. Refused to others."""
    message, user, words = update.message, update.effective_user, words_for(update)
    if message is None:
        return

    async def tell(text: str) -> None:
        await send(context.bot, message, say(text))

    async def job(load: Callable[[], Awaitable[LoadReport]]) -> None:
        await tell(words.reload_started)
        await tell(await _report(load, words))

    if not services(context).access.is_admin(user.id if user else None):
        await tell(words.not_admin)
    elif not services(context).reloader.start(job):
        await tell(words.reload_running)


async def _report(load: Callable[[], Awaitable[LoadReport]], words: Messages) -> str:
    """How the load ended, in words."""
    try:
        report = await load()
    except (KnowledgeError, OSError) as error:
        log.warning("reload failed: %s", error)
        return words.reload_failed.format(reason=explain(error))
    except Exception:
        number = secrets.token_hex(3)
        log.exception("error %s in a reload", number)
        return words.failed.format(id=number)
    log.info("reload: %d files in %.1f s", len(report.files), report.seconds)
    return full_report(report, words)
