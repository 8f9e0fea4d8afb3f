"""Which messages of a group Telegram lets a bot see."""

from __future__ import annotations

from .characters import utf16_slice
from .state import Message, Room
from .world import World


def reaches_bot(world: World, room: Room, message: Message) -> bool:
    """Privacy mode hides all but commands, replies to the bot and service messages; admins see all."""
    status = world.bot_status(room)
    if status in ("left", "kicked") or (message.sender and message.sender.is_bot and not message.sender_chat):
        return False
    if not room.chat.is_group or not world.privacy or status == "administrator":
        return True
    return bool(message.service) or _replies_to_bot(room, message) or _commands_bot(world, message)


def _replies_to_bot(room: Room, message: Message) -> bool:
    replied = room.messages.get(message.reply_to or 0)
    return replied is not None and replied.by_bot


def _commands_bot(world: World, message: Message) -> bool:
    for entity in message.body.entities:
        if entity.type == "bot_command" and entity.offset == 0:
            _, _, name = utf16_slice(message.text, 0, entity.length).partition("@")
            return name.lower() in ("", (world.bot.username or "").lower())
    return False
