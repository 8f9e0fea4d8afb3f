"""A chat says where it is at home: stored where its person may change what holds for the chat."""

from __future__ import annotations

from telegram import Update

from bot.concurrency import in_thread
from bot.state.chats.homes import Home
from bot.state.storage.audit import Actor
from bot.telegram.gate.group_rights import change_in, may_change_chat
from bot.telegram.transport.services import Context, services_of


async def settle(update: Update, context: Context, home: Home) -> bool:
    """Stores where the chat of an update is at home; whether its person may say so."""
    chat, user, state = update.effective_chat, update.effective_user, services_of(context).state
    if chat is None or user is None or not await may_change_chat(update, context):
        return False
    before = await in_thread(state.homes.of, chat.id)
    change = change_in(chat, Actor(user.id, user.full_name), "home", str(before), str(home))
    await in_thread(state.homes.set, chat.id, home, change)
    return True
