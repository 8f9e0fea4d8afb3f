"""What is shown in a private chat alone."""

from __future__ import annotations

from telegram import Chat, Update
from telegram import Message as Received

from bot.pages.personal import only_private
from bot.telegram.transport.sending import send, words_for
from bot.telegram.transport.services import Context


async def is_private(update: Update, context: Context, message: Received, payload: str) -> bool:
    """Whether nobody else reads along; a group is told where to go, by a link that starts with the payload."""
    if message.chat.type == Chat.PRIVATE:
        return True
    await send(context.bot, message, only_private(context.bot.username, payload, words_for(update)))
    return False
