"""Methods that put a message of the bot into a chat."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .errors import BadRequest, Json
from .files import attachment_of
from .formatted import Formatted
from .keyboards import check_chat_allows, reply_markup
from .kinds import Kind, anything, boolean, chat, file, integer, json_object, one_of, text, unsupported
from .links import check_link
from .method import Arguments, Method
from .replies import Place, checked_thread, place_of, reply_parameters
from .schema import chat_json, message_json, user_json
from .state import Attachment, Message, Room
from .texts import caption, entity_list, message_text, parse_mode
from .world import World

CHAT_ACTIONS = (
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
)


def link_preview_options(name: str, raw: Any) -> Json:
    """How the preview of a link is drawn."""
    options: Json = _preview(name, raw)
    if "url" in options:
        check_link(options["url"], "link preview URL")
    return options


_preview = json_object(
    {},
    {
        "is_disabled": boolean,
        "url": text,
        "prefer_small_media": boolean,
        "prefer_large_media": boolean,
        "show_above_text": boolean,
    },
)


def send_message(world: World, args: Arguments) -> Json:
    """Put a text into a chat."""
    body = message_text(args)
    return _deliver(world, world.writable_room(args["chat_id"]), args, body)


def send_document(world: World, args: Arguments) -> Json:
    """Put a file into a chat."""
    body = caption(args)
    attachment = attachment_of(world, "document", args["document"])
    return _deliver(world, world.writable_room(args["chat_id"]), args, body, attachment)


def send_photo(world: World, args: Arguments) -> Json:
    """Put a picture into a chat."""
    body = caption(args)
    attachment = attachment_of(world, "photo", args["photo"])
    return _deliver(world, world.writable_room(args["chat_id"]), args, body, attachment)


def copy_message(world: World, args: Arguments) -> Json:
    """Put the content of a message into a chat, without saying where it came from."""
    room = world.writable_room(args["chat_id"])
    original = _original(world, args, "copy")
    if "caption" in args and original.attachment is None:
        raise BadRequest("message can't be copied with a caption: it has no file")
    body = caption(args) if "caption" in args else original.body
    sent = _deliver(world, room, args, body, original.attachment)
    return {"message_id": sent["message_id"]}


def forward_message(world: World, args: Arguments) -> Json:
    """Put a message into a chat, saying where it came from."""
    room = world.writable_room(args["chat_id"])
    original = _original(world, args, "forward")
    return _deliver(world, room, args, original.body, original.attachment, _origin(original))


def send_chat_action(world: World, args: Arguments) -> bool:
    """Say that the bot is about to send something."""
    checked_thread(world.writable_room(args["chat_id"]), args)
    return True


def _deliver(
    world: World,
    room: Room,
    args: Arguments,
    body: Formatted,
    attachment: Attachment | None = None,
    forwarded: Json | None = None,
) -> Json:
    place = place_of(world, room, args)
    check_chat_allows(args.get("reply_markup"), room.chat.type)
    world.limits.count(room.chat, world.clock())
    message = _new_message(world, room, place, args)
    message = replace(message, body=body, attachment=attachment, forwarded=forwarded)
    return message_json(world.store(message), room)


def _new_message(world: World, room: Room, place: Place, args: Arguments) -> Message:
    is_channel = room.chat.type == "channel"
    return Message(
        chat=room.chat,
        message_id=room.next_message_id(),
        date=world.now(),
        sender=None if is_channel else world.bot,
        sender_chat=room.chat if is_channel else None,
        markup=args.get("reply_markup"),
        reply_to=place.reply_to,
        quote=place.quote,
        thread=place.thread,
        by_bot=True,
    )


def _original(world: World, args: Arguments, purpose: str) -> Message:
    room = world.readable_room(args["from_chat_id"])
    message = world.message(room, args["message_id"], purpose)
    if message.service:
        raise BadRequest(f"service messages can't be used to {purpose}")
    return message


def _origin(message: Message) -> Json:
    if message.chat.type == "channel":
        origin = {"type": "channel", "chat": chat_json(message.chat), "message_id": message.message_id}
    elif message.sender_chat:
        origin = {"type": "chat", "sender_chat": chat_json(message.sender_chat)}
    else:
        # Only posts of channels and anonymous admins have no sender of their own.
        assert message.sender is not None
        origin = {"type": "user", "sender_user": user_json(message.sender)}
    return {**origin, "date": message.date}


_PLACE: dict[str, Kind] = {
    "message_thread_id": integer,
    "disable_notification": boolean,
    "protect_content": boolean,
    "message_effect_id": text,
    "direct_messages_topic_id": unsupported,
    "suggested_post_parameters": unsupported,
}
_SEND: dict[str, Kind] = {
    **_PLACE,
    "reply_parameters": reply_parameters,
    "reply_markup": reply_markup,
    "allow_paid_broadcast": boolean,
}
_BUSINESS: dict[str, Kind] = {"business_connection_id": unsupported}
_CAPTION: dict[str, Kind] = {"caption": text, "parse_mode": parse_mode, "caption_entities": entity_list}
_FROM: dict[str, Kind] = {"chat_id": chat, "from_chat_id": chat, "message_id": integer}

METHODS = {
    "sendMessage": Method(
        send_message,
        {"chat_id": chat, "text": text},
        {
            **_SEND,
            **_BUSINESS,
            "parse_mode": parse_mode,
            "entities": entity_list,
            "link_preview_options": link_preview_options,
        },
    ),
    "sendDocument": Method(
        send_document,
        {"chat_id": chat, "document": file},
        {**_SEND, **_BUSINESS, **_CAPTION, "thumbnail": file, "disable_content_type_detection": boolean},
    ),
    "sendPhoto": Method(
        send_photo,
        {"chat_id": chat, "photo": file},
        {**_SEND, **_BUSINESS, **_CAPTION, "has_spoiler": boolean, "show_caption_above_media": boolean},
    ),
    "copyMessage": Method(
        copy_message,
        _FROM,
        {**_SEND, **_CAPTION, "show_caption_above_media": boolean, "video_start_timestamp": anything},
    ),
    "forwardMessage": Method(forward_message, _FROM, {**_PLACE, "video_start_timestamp": anything}),
    "sendChatAction": Method(
        send_chat_action,
        {"chat_id": chat, "action": one_of(*CHAT_ACTIONS)},
        {"message_thread_id": integer, **_BUSINESS},
    ),
}
