"""/reload and /status, for administrators alone."""

from __future__ import annotations

import logging
from collections import Counter
from functools import partial

from telegram import Update

from bot.border import in_thread
from bot.errors import StateError, explain
from bot.handlers.progress import CANCEL, follow
from bot.handlers.requiring import actor_of, requires
from bot.handlers.sending import acknowledge, send, words_for
from bot.replies import say
from bot.roles import Role
from bot.services import Context, services
from bot.state import State
from bot.state.audit import Actor
from bot.status import status_text
from knowledge.errors import KnowledgeError
from knowledge.outcomes import LoadReport

RELOADED = "reload"  # in the audit

log = logging.getLogger(__name__)


@requires(Role.ADMIN)
async def reload(update: Update, context: Context) -> None:
    """Starts a load in the background, which a message follows to its report."""
    message, words = update.message, words_for(update)
    if message is None:
        return
    record = partial(_record, services(context).state, actor_of(update))
    if not services(context).reloader.start(partial(follow, context.bot, message, words, record)):
        await send(context.bot, message, say(words.reload_running))


@requires(Role.ADMIN)
async def cancel(update: Update, context: Context) -> None:
    """Cancels the load under whose message the button stands."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None:
        return
    if services(context).reloader.cancel(query.data.removeprefix(CANCEL)):
        await acknowledge(query, words.reload_cancelling)
    else:
        await acknowledge(query, words.reload_ended, alert=True)


@requires(Role.ADMIN)
async def tell_status(update: Update, context: Context) -> None:
    """Tells what is loaded and what is wrong with it."""
    if update.message:
        await send(context.bot, update.message, say(await _status(context, update)))


async def _status(context: Context, update: Update) -> str:
    try:
        status = await in_thread(services(context).knowledge.status)
    except KnowledgeError as error:
        return explain(error)
    return status_text(status, words_for(update), services(context).time_zone)


def _record(state: State, actor: Actor, report: LoadReport) -> None:
    """Records what a load changed, if it changed anything."""
    counts = Counter(file.outcome for file in report.files)
    changed = {outcome: counts[outcome] for outcome in ("added", "changed", "removed") if counts[outcome]}
    if changed:
        after = ", ".join(f"{outcome} {number}" for outcome, number in changed.items())
        try:
            state.audit.add(actor.change(RELOADED, "corpus", after=after))
        except StateError as error:  # the load is done all the same
            log.warning("%s", explain(error))
