"""Posting a message for a subscription."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.rendering.message import Message
from bot.state.chats.subscriptions import Subscription
from bot.telegram.delivery.rate_limiter import LEFT_TO_CALLER
from bot.telegram.transport.sending import NO_PREVIEW, keyboard

Post = Callable[[Subscription, Message, bool], Awaitable[None]]
"""Sends a message to where a subscription is at home; the last argument: without a sound."""


def poster(bot: ExtBot[Any]) -> Post:
    """Posts through a bot; what fails is tried again by the delivery, which knows of quiet hours and pauses."""

    async def post(subscription: Subscription, message: Message, silent: bool) -> None:
        await bot.send_message(
            subscription.chat,
            message.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard(message.buttons),
            message_thread_id=subscription.topic,
            disable_notification=silent,
            rate_limit_args=LEFT_TO_CALLER,
        )

    return post
