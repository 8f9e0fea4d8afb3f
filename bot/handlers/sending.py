"""Sending a reply where it was asked for: in a group as a reply to the asker, in the same topic."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence

from telegram import (
    Bot,
    CallbackQuery,
    Chat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
    Update,
)
from telegram import Message as Received
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.messages import Messages, in_language
from bot.replies import Button, Message


def words_for(update: Update) -> Messages:
    """The sentences in the language of the person who wrote."""
    user = update.effective_user
    return in_language(user.language_code if user else None)


async def send(bot: Bot, to: Received, messages: Sequence[Message]) -> None:
    """Sends the messages to the chat of `to`; in a group the first is a reply to it."""
    quoted = _reply_to(to) if to.chat.type != Chat.PRIVATE else None
    for message in messages:
        await bot.send_message(
            to.chat.id,
            message.html,
            parse_mode=ParseMode.HTML,
            message_thread_id=_topic(to),
            reply_parameters=quoted,
            link_preview_options=LinkPreviewOptions(is_disabled=True),
            reply_markup=_keyboard(message.buttons),
        )
        quoted = None


async def acknowledge(query: CallbackQuery, text: str | None = None) -> None:
    """Ends the waiting sign on a pressed button; a press that is too old for that is handled all the same."""
    with contextlib.suppress(BadRequest):
        await query.answer(text)


def _reply_to(message: Received) -> ReplyParameters:
    """Bots are not told of deleted messages: the reply is sent even if the question is gone."""
    return ReplyParameters(message.message_id, allow_sending_without_reply=True)


def _topic(message: Received) -> int | None:
    """The forum topic; outside of topics the thread id of a message must not be sent back."""
    return message.message_thread_id if message.is_topic_message else None


def _keyboard(rows: Sequence[Sequence[Button]]) -> InlineKeyboardMarkup | None:
    keys = [[InlineKeyboardButton(button.label, callback_data=button.data) for button in row] for row in rows]
    return InlineKeyboardMarkup(keys) if keys else None
