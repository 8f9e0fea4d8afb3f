"""Which messages are meant for the bot: a filter for each command, however it is typed."""

from __future__ import annotations

from telegram import Chat, Message
from telegram.ext import filters

from bot.commands import Call, is_slashed, parse


def call_of(message: Message) -> Call | None:
    """The command that a message calls, None when it calls none of ours."""
    private = message.chat.type == Chat.PRIVATE
    return parse(message.text or "", message.get_bot().username, bare_words=private)


class _Called(filters.MessageFilter):
    def __init__(self, command: str) -> None:
        super().__init__(name=f"called({command})")
        self._command = command

    def filter(self, message: Message) -> bool:
        call = call_of(message)
        return call is not None and call.name == self._command


class _Slashed(filters.MessageFilter):
    def filter(self, message: Message) -> bool:
        return is_slashed(message.text or "")


NEW = filters.UpdateType.MESSAGE  # an edited message would be answered a second time
PRIVATE = NEW & filters.ChatType.PRIVATE
UNKNOWN_COMMAND = PRIVATE & _Slashed()
QUESTION = PRIVATE & filters.TEXT
OTHER = PRIVATE & ~filters.StatusUpdate.ALL


def called(command: str) -> filters.BaseFilter:
    """New messages that call this command."""
    return NEW & filters.TEXT & _Called(command)
