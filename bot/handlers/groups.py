"""What happens to the bot in groups: it is added, or the group becomes a supergroup."""

from __future__ import annotations

import logging

from telegram import Chat, ChatMember, ChatMemberUpdated, Update
from telegram.constants import ParseMode

from bot.border import in_thread
from bot.handlers.sending import words_for
from bot.replies import say
from bot.services import Context, services

GROUPS = (Chat.GROUP, Chat.SUPERGROUP)
OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)
INSIDE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)

log = logging.getLogger(__name__)


async def greet(update: Update, context: Context) -> None:
    """Says once, when it is added to a group, how to ask there."""
    change = update.my_chat_member
    if change and change.chat.type in GROUPS and _is_added(change):
        (greeting,) = say(words_for(update).group_greeting)
        await context.bot.send_message(change.chat.id, greeting.html, parse_mode=ParseMode.HTML)


async def move(update: Update, context: Context) -> None:
    """Lets the settings of a group follow it when it becomes a supergroup, which has another id."""
    message, known = update.message, services(context)
    if message is None:
        return
    old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
    await in_thread(known.state.migrate_chat, old, new)
    if known.access.follow(old, new):
        log.warning(
            "群 %d 升级成了 %d，请改 telegram.allowed_chats（the group has another id now）", old, new
        )


def _is_added(change: ChatMemberUpdated) -> bool:
    return change.old_chat_member.status in OUTSIDE and change.new_chat_member.status in INSIDE
