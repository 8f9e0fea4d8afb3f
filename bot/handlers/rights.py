"""Who may change the settings of a chat."""

from __future__ import annotations

from telegram import Chat, ChatMember, Update
from telegram.error import TelegramError

from bot.services import Context, services


async def may_change_chat(update: Update, context: Context) -> bool:
    """Whether this person may: in private each, in a group its administrators and those of the bot."""
    user, chat = update.effective_user, update.effective_chat
    if chat is None or user is None:
        return False
    if chat.type == Chat.PRIVATE or services(context).access.is_admin(user.id):
        return True
    try:
        member = await context.bot.get_chat_member(chat.id, user.id)
    except TelegramError:
        return False
    return member.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR)
