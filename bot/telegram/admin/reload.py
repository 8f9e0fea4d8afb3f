"""/reload and /status, for administrators alone."""

from __future__ import annotations

import logging
from collections import Counter
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path

from telegram import Message as Received
from telegram import Update

from bot.access.roles import Role
from bot.callback_data.administration import CancelLoad
from bot.concurrency import in_thread
from bot.documents.reload_effect import NO_REMARK, ReloadRemark, as_before, reload_remark
from bot.documents.reloader import Run
from bot.errors import StateError, explain
from bot.messages import Messages
from bot.pages.status import status_text
from bot.rendering.message import say
from bot.state.storage.audit import Actor
from bot.telegram.admin.load_progress import follow
from bot.telegram.gate.permissions import actor_of, requires
from bot.telegram.tasks.load_followers import remembered
from bot.telegram.transport.sending import acknowledge, send, words_for
from bot.telegram.transport.services import Context, Services, services_of
from knowledge.errors import KnowledgeError
from knowledge.indexing.load_report import LoadReport

RELOADED = "reload"  # in the audit

log = logging.getLogger(__name__)


@requires(Role.ADMIN)
async def reload(update: Update, context: Context) -> None:
    """Starts a load in the background, which a message follows to its report."""
    message, words = update.message, words_for(update)
    if message is None:
        return
    if not services_of(context).reloader.start(
        partial(_load, services_of(context), message, actor_of(update), words)
    ):
        await send(context.bot, message, say(words.loading.running))


@requires(Role.ADMIN)
async def cancel(update: Update, context: Context) -> None:
    """Cancels the load under whose message the button stands."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None:
        return
    if services_of(context).reloader.cancel(CancelLoad.unpack(query.data).key):
        await acknowledge(query, words.loading.cancelling)
    else:
        await acknowledge(query, words.loading.ended, alert=True)


@requires(Role.ADMIN)
async def tell_status(update: Update, context: Context) -> None:
    """Tells what is loaded and what is wrong with it."""
    if update.message:
        await send(context.bot, update.message, say(await _status(context, update)))


async def _status(context: Context, update: Update) -> str:
    try:
        status = await in_thread(services_of(context).knowledge.status)
    except KnowledgeError as error:
        return explain(error, words_for(update))
    return status_text(status, words_for(update), services_of(context).clock.zone)


async def _load(services: Services, message: Received, actor: Actor, words: Messages, run: Run) -> None:
    """Follows a load to its end, with the database as it was beside it."""

    def remember(number: int) -> AbstractAsyncContextManager[None]:
        return remembered(services.state, actor.id, (message.chat.id, number), words)

    with as_before(services.reloader.database) as before:
        record = partial(_record, services, actor, words, before)
        await follow(message.get_bot(), message, words, record, remember, run)


def _record(
    services: Services, actor: Actor, words: Messages, before: Path | None, report: LoadReport
) -> ReloadRemark:
    """Records what a load changed, if it changed anything, and tells what that did to the questions."""
    counts = Counter(file.outcome for file in report.files)
    changed = {outcome: counts[outcome] for outcome in ("added", "changed", "removed") if counts[outcome]}
    if changed:
        after = ", ".join(f"{outcome} {number}" for outcome, number in changed.items())
        try:
            services.state.audit.add(actor.change(RELOADED, "corpus", after=after))
        except StateError as error:  # the load is done all the same
            log.warning("%s", explain(error))
    if not changed or before is None:
        return NO_REMARK
    return reload_remark(before, services.knowledge, services.state, actor.id, words)
