"""Methods that change or remove a message, or react to one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .errors import BadRequest, Json, Violation
from .formatted import Formatted
from .keyboards import check_chat_allows, inline_markup
from .kinds import Kind, boolean, chat, integer, json_object, list_of, one_of, text, unsupported
from .method import Arguments, Method
from .schema import message_json
from .sending import link_preview_options
from .state import Message, Room
from .texts import caption, entity_list, message_text, parse_mode
from .world import World

DELETE_SECONDS = 48 * 3600
# The reactions a bot may give; premium and custom ones are not for it.
_REACTIONS = """
👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡
🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈
😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿
🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
"""
REACTIONS = tuple(_REACTIONS.split())

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, args: Arguments) -> Json:
    """Replace the text and the keyboard."""
    body = message_text(args)
    room, message = _editable(world, args)
    if message.attachment:
        raise BadRequest("there is no text in the message to edit")
    return _edited(world, room, message, args, body)


def edit_message_caption(world: World, args: Arguments) -> Json:
    """Replace the caption and the keyboard."""
    body = caption(args)
    room, message = _editable(world, args)
    if message.attachment is None:
        raise BadRequest("there is no caption in the message to edit")
    return _edited(world, room, message, args, body)


def edit_message_reply_markup(world: World, args: Arguments) -> Json:
    """Replace the keyboard, or take it away."""
    room, message = _editable(world, args)
    return _edited(world, room, message, args, message.body)


def delete_message(world: World, args: Arguments) -> bool:
    """Remove a message."""
    room = world.writable_room(args["chat_id"])
    message = world.message(room, args["message_id"], "delete")
    if not _may_delete(world, room, message):
        raise BadRequest("message can't be deleted")
    del room.messages[message.message_id]
    return True


def delete_messages(world: World, args: Arguments) -> bool:
    """Remove those of the messages that can be removed."""
    room = world.writable_room(args["chat_id"])
    for message_id in args["message_ids"]:
        message = room.messages.get(message_id)
        if message and _may_delete(world, room, message):
            del room.messages[message_id]
    return True


def set_message_reaction(world: World, args: Arguments) -> bool:
    """Put a reaction of the bot on a message, or take it away."""
    room = world.readable_room(args["chat_id"])
    message = world.message(room, args["message_id"], "react")
    reactions: list[Json] = args.get("reaction", [])
    if len(reactions) > 1:
        raise Violation("REACTIONS_TOO_MANY: a bot may give one reaction")
    room.reactions[message.message_id] = reactions
    return True


def _editable(world: World, args: Arguments) -> tuple[Room, Message]:
    if "inline_message_id" in args:
        raise BadRequest("MESSAGE_ID_INVALID: this fake keeps no inline messages")
    for name in ("chat_id", "message_id"):
        if name not in args:
            raise Violation(f"{name.removesuffix('_id')} identifier is not specified")
    room = world.writable_room(args["chat_id"])
    message = world.message(room, args["message_id"], "edit")
    if not message.by_bot or message.forwarded:
        raise BadRequest("message can't be edited")
    return room, message


def _edited(world: World, room: Room, message: Message, args: Arguments, body: Formatted) -> Json:
    markup = args.get("reply_markup")
    check_chat_allows(markup, room.chat.type)
    if _keyboard(message.markup) == _keyboard(markup) and message.body.same_as(body):
        raise BadRequest(_NOT_MODIFIED)
    changed = replace(message, body=body, markup=markup, edit_date=world.now())
    return message_json(world.store(changed), room)


def _keyboard(markup: Json | None) -> list[object]:
    """The inline keyboard as Telegram compares it: an empty one is none."""
    return list((markup or {}).get("inline_keyboard", []))


def _may_delete(world: World, room: Room, message: Message) -> bool:
    if world.now() - message.date > DELETE_SECONDS:
        return False
    may_all = room.chat.type == "private" or world.bot_status(room) == "administrator"
    return may_all or message.by_bot


def _emoji(name: str, raw: Any) -> str:
    # The variation selector that some libraries add is no part of the reaction's name.
    emoji = text(name, raw).replace("\ufe0f", "")
    if emoji not in REACTIONS:
        raise Violation(f"REACTION_INVALID: {raw!r}")
    return emoji


_WHERE: dict[str, Kind] = {
    "chat_id": chat,
    "message_id": integer,
    "inline_message_id": text,
    "business_connection_id": unsupported,
    "reply_markup": inline_markup,
}
_MESSAGE: dict[str, Kind] = {"chat_id": chat, "message_id": integer}
_reaction = json_object({"type": one_of("emoji"), "emoji": _emoji})

METHODS = {
    "editMessageText": Method(
        edit_message_text,
        {"text": text},
        {
            **_WHERE,
            "parse_mode": parse_mode,
            "entities": entity_list,
            "link_preview_options": link_preview_options,
        },
    ),
    "editMessageCaption": Method(
        edit_message_caption,
        {},
        {
            **_WHERE,
            "caption": text,
            "parse_mode": parse_mode,
            "caption_entities": entity_list,
            "show_caption_above_media": boolean,
        },
    ),
    "editMessageReplyMarkup": Method(edit_message_reply_markup, {}, _WHERE),
    "deleteMessage": Method(delete_message, _MESSAGE),
    "deleteMessages": Method(delete_messages, {"chat_id": chat, "message_ids": list_of(integer)}),
    "setMessageReaction": Method(
        set_message_reaction, _MESSAGE, {"reaction": list_of(_reaction), "is_big": boolean}
    ),
}
