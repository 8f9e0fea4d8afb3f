"""Posting a message for a subscription, and what a failure says of whether it arrived."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import httpx
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.rendering.message import Message
from bot.state.chats.subscriptions import Subscription
from bot.telegram.transport.sending import NO_PREVIEW, keyboard

Post = Callable[[Subscription, Message, bool], Awaitable[None]]
"""Sends a message to where a subscription is at home; the last argument: without a sound."""

# Nothing had left for Telegram yet.
NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


def poster(bot: Bot) -> Post:
    """Posts through a bot."""

    async def post(subscription: Subscription, message: Message, silent: bool) -> None:
        await bot.send_message(
            subscription.chat,
            message.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard(message.buttons),
            message_thread_id=subscription.topic,
            disable_notification=silent,
        )

    return post


def surely_not_sent(error: TelegramError) -> bool:
    """Whether a failure means that the message did not arrive: Telegram refused it, or was not reached at all."""
    cause = error.__cause__
    if isinstance(cause, httpx.HTTPError):
        return isinstance(cause, NOT_SENT)
    # The library has a class for each refusal, and NetworkError itself for an answer such as 502.
    return not isinstance(error, TimedOut) and not (
        isinstance(error, NetworkError) and "Unknown error" in str(error)
    )
