"""What is done in a group: its administrators change its settings and may keep the asking to themselves; what is a
person's own is shown in private alone."""

from __future__ import annotations

from functools import wraps

from telegram import Chat, ChatMember, Update
from telegram import Message as Received
from telegram.error import TelegramError

from bot.chat.commands import BROWSED
from bot.pages.personal import only_private
from bot.state.storage.audit import Actor, AuditChange
from bot.telegram.gate.addressing import call_of, question_of
from bot.telegram.transport.sending import acknowledge, send, words_for
from bot.telegram.transport.services import Context, Handle, services_of

SETTING = "setting:"  # in the audit, before the name of a setting
# Commands that bring what documents say.
ASKING = ("ask", *(command for command in BROWSED if command not in ("scope", "place")))


async def may_change_chat(update: Update, context: Context) -> bool:
    """Whether this person may: in private each, in a group its administrators and those of the bot."""
    user, chat = update.effective_user, update.effective_chat
    if chat is None or user is None:
        return False
    if chat.type == Chat.PRIVATE or services_of(context).access.is_admin(user.id):
        return True
    message = update.message or update.edited_message
    if message and message.sender_chat:
        return message.sender_chat.id == chat.id  # an administrator who writes in the name of the group
    try:
        member = await context.bot.get_chat_member(chat.id, user.id)
    except TelegramError:
        return False
    return member.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


def change_in(chat: Chat, actor: Actor, name: str, before: str, after: str) -> AuditChange | None:
    """What the audit records of a setting of a group; what people set for themselves concerns nobody else."""
    if chat.type == Chat.PRIVATE:
        return None
    return actor.change(SETTING + name, f"{chat.title}（{chat.id}）", before, after)


async def may_ask_here(update: Update, context: Context) -> bool:
    """Whether this person may ask in this chat: a group may let its administrators alone."""
    chat = update.effective_chat
    if chat is None or chat.type == Chat.PRIVATE:
        return True
    if services_of(context).state.preferences.of(chat.id).askers == "everyone":
        return True
    return await may_change_chat(update, context)


def asks(update: Update) -> bool:
    """Whether a message asks something: a question, its correction, a command that looks around; reading on is free."""
    message = update.message or update.edited_message
    if message is None:
        return False
    call = call_of(message)
    return call.name in ASKING if call else question_of(message) is not None


def in_private(handle: Handle) -> Handle:
    """Lets the presses of a private chat alone through to a handler of buttons that no group is shown."""

    @wraps(handle)
    async def guarded(update: Update, context: Context) -> None:
        chat, query = update.effective_chat, update.callback_query
        if chat and chat.type == Chat.PRIVATE:
            await handle(update, context)
        elif query:
            await acknowledge(query, words_for(update).only_private, alert=True)

    return guarded


async def is_private(update: Update, context: Context, message: Received, payload: str) -> bool:
    """Whether nobody else reads along; a group is told where to go, by a link that starts with the payload."""
    if message.chat.type == Chat.PRIVATE:
        return True
    await send(context.bot, message, only_private(context.bot.username, payload, words_for(update)))
    return False
