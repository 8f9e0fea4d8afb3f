"""Sending a reply where it was asked for: in a group as a reply to the asker, in the same topic."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from telegram import (
    Bot,
    CallbackQuery,
    Chat,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MaybeInaccessibleMessage,
    ReplyParameters,
    Update,
)
from telegram import Message as Received
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.chat.response import Attachment
from bot.concurrency import in_thread
from bot.messages import Messages, in_language
from bot.rendering.message import Button, Message, Row

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
UNCHANGED = "message is not modified"

CHOSEN_LANGUAGE: ContextVar[str | None] = ContextVar("chosen_language", default=None)
"""What the person of the update that is handled has chosen by /language; the guard notes it."""


def words_for(update: Update) -> Messages:
    """The sentences in the language that the person who wrote has chosen, else in that of their Telegram."""
    user = update.effective_user
    return in_language(CHOSEN_LANGUAGE.get() or (user.language_code if user else None))


async def send(bot: Bot, to: MaybeInaccessibleMessage, messages: Sequence[Message]) -> tuple[int, ...]:
    """Sends the messages to the chat of `to`, in a group the first as a reply to it; gives their numbers."""
    numbers: list[int] = []
    for message in messages:
        sent = await bot.send_message(
            to.chat.id,
            message.html,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            api_kwargs=_markup(message.buttons),
            **_place(to, quoted=not numbers),
        )
        numbers.append(sent.message_id)
    return tuple(numbers)


async def post(bot: Bot, chat: int, message: Message) -> None:
    """Sends a message to a chat that has not asked for it."""
    await bot.send_message(
        chat,
        message.html,
        parse_mode=ParseMode.HTML,
        link_preview_options=NO_PREVIEW,
        reply_markup=keyboard(message.buttons),
    )


async def send_file(bot: Bot, to: MaybeInaccessibleMessage, path: Path, caption: str) -> None:
    """Sends a file to the chat of `to`."""
    await send_content(bot, to, path.name, await in_thread(path.read_bytes), caption)


async def send_picture(bot: Bot, to: MaybeInaccessibleMessage, picture: bytes, caption: Message) -> None:
    """Sends a picture with words and buttons under it to the chat of `to`."""
    await bot.send_photo(
        to.chat.id,
        picture,
        caption.html,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(caption.buttons),
        **_place(to, quoted=True),
    )


async def send_content(
    bot: Bot, to: MaybeInaccessibleMessage, name: str, content: bytes, caption: str
) -> None:
    """Sends a file of this name and content to the chat of `to`."""
    await bot.send_document(to.chat.id, content, caption, filename=name, **_place(to, quoted=True))


async def enclose(bot: Bot, to: MaybeInaccessibleMessage, enclosures: Sequence[Attachment]) -> None:
    """Sends files that were made for an answer to the chat of `to`: pictures to be seen, the others as files."""
    for attachment in enclosures:
        place: dict[str, Any] = {"reply_markup": keyboard(attachment.buttons), **_place(to, quoted=True)}
        if attachment.picture:
            await bot.send_photo(
                to.chat.id, attachment.content, attachment.caption, filename=attachment.name, **place
            )
        else:
            await bot.send_document(
                to.chat.id, attachment.content, attachment.caption, filename=attachment.name, **place
            )


async def change(bot: Bot, chat_id: int, number: int, message: Message) -> bool:
    """Puts a message in the place of one of the bot's; says whether that was possible."""
    try:
        await bot.edit_message_text(
            message.html,
            chat_id,
            number,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=keyboard(message.buttons),
        )
    except BadRequest as error:
        return UNCHANGED in str(error).lower()
    return True


async def replace_or_send(bot: Bot, place: MaybeInaccessibleMessage, message: Message) -> None:
    """Puts a message in the place of one of the bot's, or sends it anew where that one cannot be changed."""
    if not await change(bot, place.chat.id, place.message_id, message):
        await send(bot, place, (message,))


async def replace_all(
    bot: Bot, to: Received, numbers: Sequence[int], messages: Sequence[Message]
) -> tuple[int, ...]:
    """Puts messages in the place of earlier ones of the bot; from the first that cannot be changed on (somebody has
    deleted it) they are sent anew. Gives their numbers."""
    unchanged = 0
    for number, message in zip(numbers, messages, strict=False):
        if not await change(bot, to.chat.id, number, message):
            break
        unchanged += 1
    if numbers[unchanged:]:
        with contextlib.suppress(BadRequest):
            await bot.delete_messages(to.chat.id, numbers[unchanged:])
    return (*numbers[:unchanged], *await send(bot, to, messages[unchanged:]))


async def acknowledge(query: CallbackQuery, text: str | None = None, alert: bool = False) -> None:
    """Ends the waiting sign on a pressed button; a press that is too old for that is handled all the same."""
    with contextlib.suppress(BadRequest):
        await query.answer(text, show_alert=alert)


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup | None:
    """The buttons as Telegram takes them."""
    keys = [[inline_button(button) for button in row] for row in rows]
    return InlineKeyboardMarkup(keys) if keys else None


def _markup(rows: Sequence[Row]) -> dict[str, str] | None:
    """The buttons as Telegram takes them, in its own words: PTB's objects of a dozen buttons take as long as a request."""
    keys = [[_key(button) for button in row] for row in rows]
    return {"reply_markup": json.dumps({"inline_keyboard": keys}, ensure_ascii=False)} if keys else None


def _key(button: Button) -> dict[str, object]:
    if button.copy:
        return {"text": button.label, "copy_text": {"text": button.copy}}
    return {"text": button.label, **({"url": button.url} if button.url else {"callback_data": button.data})}


def inline_button(button: Button) -> InlineKeyboardButton:
    """A button as Telegram takes it."""
    if button.copy:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data)


def _place(to: MaybeInaccessibleMessage, quoted: bool) -> dict[str, Any]:
    """The topic, and in a group the reply. Outside of topics a message's thread id must not be sent back."""
    topic = to.message_thread_id if isinstance(to, Received) and to.is_topic_message else None
    reply = _reply_to(to) if quoted and to.chat.type != Chat.PRIVATE else None
    return {"message_thread_id": topic, "reply_parameters": reply}


def _reply_to(message: MaybeInaccessibleMessage) -> ReplyParameters:
    """Bots are not told of deleted messages: the reply is sent even if the question is gone."""
    return ReplyParameters(message.message_id, allow_sending_without_reply=True)
