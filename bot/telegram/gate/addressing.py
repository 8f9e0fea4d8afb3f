"""Which messages are meant for the bot, and what they ask: commands however typed, replies to it, mentions of it."""

from __future__ import annotations

import re

from telegram import Chat, Message, Update
from telegram.ext import filters

from bot.chat.commands import Call, is_slashed, parse


def typed_text(message: Message) -> str:
    """What a person typed: the text of a message, or what stands under its picture or file."""
    return message.text or message.caption or ""


def call_of(message: Message) -> Call | None:
    """The command that a message calls, None when it calls none of ours."""
    private = message.chat.type == Chat.PRIVATE
    return parse(typed_text(message), message.get_bot().username, bare_words=private)


def question_of(message: Message) -> str | None:
    """What a message asks: all of it in private, what stands after /ask or beside a mention; None if not the bot."""
    call = call_of(message)
    if call:
        return (call.rest or _replied_to(message)) if call.name == "ask" else None
    text = typed_text(message)
    if is_slashed(text):
        return None
    if message.chat.type == Chat.PRIVATE:
        return text
    return _mentioning(message) if is_addressed(message) else None


def is_addressed(message: Message) -> bool:
    """Whether a message of a group that is no command speaks to the bot."""
    if is_slashed(typed_text(message)):
        return False
    return replies_to_bot(message) or _mentions(message)


def becomes_question(message: Message) -> bool:
    """Whether an edited message of a group speaks to the bot by a mention or /ask, which may have been added just now."""
    if message.chat.type == Chat.PRIVATE:
        return False
    call = call_of(message)
    return call.name == "ask" if call else not is_slashed(typed_text(message)) and _mentions(message)


def replies_to_bot(message: Message) -> bool:
    """Whether it is a reply to a message of the bot; in a topic each is one to the message that opened it."""
    other = message.reply_to_message
    if other is None or other.from_user is None or other.forum_topic_created:
        return False
    return other.from_user.id == message.get_bot().id


def is_of_a_person(message: Message) -> bool:
    """Whether a person wrote it: not another bot, a channel, or the bot itself through inline mode."""
    if message.is_automatic_forward or message.via_bot:
        return False
    return bool(message.sender_chat) or (message.from_user is not None and not message.from_user.is_bot)


def asker(message: Message) -> int:
    """Who wrote a message; administrators without a name are the group itself."""
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else message.chat.id


def _mentioning(message: Message) -> str:
    """The question beside a mention; a mention alone points at the message that it replies to."""
    text = " ".join(_mention(message).sub(" ", typed_text(message)).split(" ")).strip()
    return text or ("" if replies_to_bot(message) else _replied_to(message))


def _mentions(message: Message) -> bool:
    return _mention(message).search(typed_text(message)) is not None


def _mention(message: Message) -> re.Pattern[str]:
    name = re.escape(message.get_bot().username)
    return re.compile(rf"[@＠]{name}(?![A-Za-z0-9_])[，,：: ]*", re.IGNORECASE)


def _replied_to(message: Message) -> str:
    """The part of the other message that was quoted, else all of it."""
    if message.quote:
        return message.quote.text
    other = message.reply_to_message
    return typed_text(other) if other else ""


class _Called(filters.UpdateFilter):
    """One filter instead of three joined: each update is held against some thirty of them, twice."""

    def __init__(self, command: str) -> None:
        super().__init__(name=f"called({command})")
        self._command = command

    def filter(self, update: Update) -> bool:
        call = call_of(update.message) if update.message else None
        return call is not None and call.name == self._command


class _Slashed(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return is_slashed(typed_text(message))


class _Replying(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return replies_to_bot(message) and is_addressed(message) and call_of(message) is None


class _Addressed(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return is_addressed(message)


TYPED = filters.TEXT | filters.CAPTION
NEW = filters.UpdateType.MESSAGE  # an edited message would be answered a second time
PRIVATE = NEW & filters.ChatType.PRIVATE
UNKNOWN_COMMAND = PRIVATE & _Slashed()
QUESTION = PRIVATE & filters.TEXT
CAPTION = (
    PRIVATE & filters.CAPTION & ~(filters.Document.ALL | filters.PHOTO)
)  # that of a file is read where files are
GROUP_QUESTION = NEW & filters.ChatType.GROUPS & TYPED & _Addressed()
REPLY = NEW & filters.TEXT & _Replying()
EDITED = filters.UpdateType.EDITED_MESSAGE & TYPED
TABLE = PRIVATE & (
    filters.Document.FileExtension("csv")
    | filters.Document.FileExtension("xlsx")
    | filters.Document.FileExtension("xls")
    | filters.Document.FileExtension("et")
)
DOCUMENT = PRIVATE & (filters.Document.ALL | filters.PHOTO)
OTHER = PRIVATE & ~filters.StatusUpdate.ALL


def called(command: str) -> filters.BaseFilter:
    """New messages that call this command."""
    return _Called(command)
