"""Posting a message that nobody waits for: a reminder, what was scheduled."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Protocol

from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.rendering.message import Message
from bot.telegram.delivery.rate_limiter import LEFT_TO_CALLER
from bot.telegram.transport.sending import NO_PREVIEW, keyboard


class Addressee(Protocol):
    """Where a message goes: a chat, in a forum one topic of it."""

    @property
    def chat(self) -> int:
        """The number of the chat."""

    @property
    def topic(self) -> int | None:
        """The number of the topic, None for the chat itself."""


Post = Callable[[Addressee, Message, bool], Awaitable[None]]
"""Sends a message to a place; the last argument: without a sound."""


def poster(bot: ExtBot[Any]) -> Post:
    """Posts through a bot; what fails is tried again by the delivery, which knows of quiet hours and pauses."""

    async def post(place: Addressee, message: Message, silent: bool) -> None:
        await bot.send_message(
            place.chat,
            message.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard(message.buttons),
            message_thread_id=place.topic,
            disable_notification=silent,
            rate_limit_args=LEFT_TO_CALLER,
        )

    return post
