"""/audit: what was changed, by whom and when."""

from __future__ import annotations

from telegram import Update

from bot.access.roles import Role
from bot.callback_data.administration import ListAudit
from bot.concurrency import in_thread
from bot.pages.audit import audit_page
from bot.rendering.message import Message
from bot.telegram.gate.group_rights import in_private, is_private
from bot.telegram.gate.permissions import requires
from bot.telegram.transport.sending import acknowledge, replace_or_send, send, words_for
from bot.telegram.transport.services import Context, services


@requires(Role.ADMIN)
async def tell(update: Update, context: Context) -> None:
    """Shows the last changes."""
    message = update.message
    if message and await is_private(update, context, message, "audit"):
        await send(context.bot, message, (await _page(update, context, 0),))


@requires(Role.ADMIN)
@in_private
async def turn(update: Update, context: Context) -> None:
    """Shows another page of the changes."""
    query = update.callback_query
    if query and query.data:
        await acknowledge(query)
        page = await _page(update, context, ListAudit.unpack(query.data).page)
        if query.message:
            await replace_or_send(context.bot, query.message, page)


async def _page(update: Update, context: Context, number: int) -> Message:
    known = services(context)
    return await in_thread(audit_page, known.state.audit, number, words_for(update), known.clock.zone)
