"""What happens to the bot in groups: it is added, or the group becomes a supergroup."""

from __future__ import annotations

import logging

from telegram import Chat, ChatMember, ChatMemberUpdated, Update
from telegram.constants import ParseMode

from bot.concurrency import in_thread
from bot.rendering.message import say
from bot.telegram.transport.sending import words_for
from bot.telegram.transport.services import Context, Services, services_of

GROUPS = (Chat.GROUP, Chat.SUPERGROUP)
OUTSIDE = (ChatMember.LEFT, ChatMember.BANNED)
INSIDE = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)

log = logging.getLogger(__name__)


async def greet(update: Update, context: Context) -> None:
    """Says once, when it is added to a group, how to ask there; reminders rest while it is out of a chat."""
    change, words = update.my_chat_member, words_for(update)
    if change is None:
        return
    resumed = await _follow(change, services_of(context))
    if change.chat.type in GROUPS and _is_added(change):
        note = "\n\n" + words.reminders.resumed_on_return.format(count=resumed) if resumed else ""
        (greeting,) = say(words.group_greeting + note)
        await context.bot.send_message(change.chat.id, greeting.html, parse_mode=ParseMode.HTML)


async def move(update: Update, context: Context) -> None:
    """Lets the settings of a group follow it when it becomes a supergroup, which has another id."""
    message, services = update.message, services_of(context)
    if message is None:
        return
    old, new = message.migrate_from_chat_id or message.chat.id, message.migrate_to_chat_id or message.chat.id
    known = new in services.state.moved_chats.before
    await in_thread(services.state.migrate_chat, old, new)
    if old in services.access.rules.allowed_chats and not known:
        log.warning(
            "群 %d 升级成了 %d，请改 telegram.allowed_chats（the group has another id now）", old, new
        )


async def _follow(change: ChatMemberUpdated, known: Services) -> int:
    """Stops the reminders of a chat that the bot has left or that blocks it, else resumes them; says how many."""
    subscriptions, status = known.state.subscriptions, change.new_chat_member.status
    if status in OUTSIDE:
        await in_thread(subscriptions.left, change.chat.id)
        return 0
    if status not in INSIDE:
        return 0
    await in_thread(known.state.scheduled.returned, change.chat.id)
    return await in_thread(subscriptions.returned, change.chat.id)


def _is_added(change: ChatMemberUpdated) -> bool:
    return change.old_chat_member.status in OUTSIDE and change.new_chat_member.status in INSIDE
