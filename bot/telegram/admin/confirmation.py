"""The buttons of a confirmation: they obey the person who began it, once."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from types import MappingProxyType

from telegram import CallbackQuery, Update
from telegram.error import BadRequest

from bot.callback_data.administration import Confirm
from bot.concurrency import in_thread
from bot.messages import Messages
from bot.rendering.message import Message, say
from bot.state.editing.confirmations import Pending
from bot.telegram.admin import documents, ledger, roles, teaching
from bot.telegram.gate.group_rights import in_private
from bot.telegram.gate.permissions import Confirmed
from bot.telegram.transport.sending import acknowledge, replace_or_send, words_for
from bot.telegram.transport.services import Context, services_of

# What waits to be confirmed, by its kind.
CONFIRMED: Mapping[str, Confirmed] = MappingProxyType(
    {
        roles.KIND: roles.CONFIRMED,
        teaching.KIND: teaching.CONFIRMED,
        documents.KIND: documents.CONFIRMED,
        ledger.KIND: ledger.CONFIRMED,
        ledger.UNDO: ledger.UNDONE,
    }
)


@in_private
async def decide(update: Update, context: Context) -> None:
    """Does what waits under the button, or drops it."""
    query, words = update.callback_query, words_for(update)
    if query is None or query.data is None:
        return
    button = Confirm.unpack(query.data)
    waiting = await in_thread(services_of(context).state.pending.find, button.key)
    if waiting and waiting.person != query.from_user.id:
        await acknowledge(query, words.not_yours, alert=True)
    elif (
        waiting is None
        or (pending := await in_thread(services_of(context).state.pending.take, button.key)) is None
    ):
        await _end(query, words)
    else:
        await acknowledge(query)
        outcome = await _done(update, context, pending, words) if button.confirmed else words.confirm_dropped
        await _close(query, context, outcome)


async def _done(update: Update, context: Context, pending: Pending, words: Messages) -> str | Message:
    confirmed = CONFIRMED.get(pending.kind)
    if confirmed is None:  # another version of the program let it wait
        return words.confirm_ended
    if not services_of(context).access.may(pending.person, confirmed.needs):
        return words.not_admin
    return await confirmed.do(update, context, pending.payload)


async def _end(query: CallbackQuery, words: Messages) -> None:
    """Says that it was decided already or that its time is over; the buttons go, what is said above them stays."""
    await acknowledge(query, words.confirm_ended, alert=True)
    if place := query.message:
        with contextlib.suppress(BadRequest):  # no buttons any more
            await query.get_bot().edit_message_reply_markup(place.chat.id, place.message_id)


async def _close(query: CallbackQuery, context: Context, outcome: str | Message) -> None:
    """Puts what was done in the place of the question."""
    if query.message:
        message = outcome if isinstance(outcome, Message) else say(outcome)[0]
        await replace_or_send(context.bot, query.message, message)
