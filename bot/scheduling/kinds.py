"""How the scheduled messages of each kind are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.chat.context import ChatContext
from bot.rendering.message import Message
from bot.state.scheduling.messages import ScheduledMessage


@dataclass(frozen=True, slots=True)
class MessageKind:
    """A kind of scheduled messages.

    `write` makes the message, None where nothing is left to tell; `unsure` the notice in place of one of which nobody
    knows whether it arrived. One that does not heed quiet hours comes at the very time that somebody named.
    """

    write: Callable[[ScheduledMessage, ChatContext], Message | None]
    unsure: Callable[[ScheduledMessage, ChatContext], Message]
    heeds_quiet: bool = True
