"""Objects of the Bot API in the form Telegram sends them, with every required field."""

from __future__ import annotations

from typing import Any

from .characters import utf16_length
from .errors import Json
from .formatted import Formatted
from .state import Attachment, Chat, Message, Room, User

_RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)
_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def user_json(user: User) -> Json:
    """A User."""
    known = {"last_name": user.last_name, "username": user.username, "language_code": user.language_code}
    return {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name, **_present(known)}


def bot_json(bot: User, privacy: bool) -> Json:
    """The User that getMe returns."""
    return {
        **user_json(bot),
        "can_join_groups": True,
        "can_read_all_group_messages": not privacy,
        "supports_inline_queries": True,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def chat_json(chat: Chat) -> Json:
    """A Chat."""
    known = {
        "title": chat.title,
        "username": chat.username,
        "first_name": chat.first_name,
        "last_name": chat.last_name,
        "is_forum": chat.is_forum or None,
    }
    return {"id": chat.id, "type": chat.type, **_present(known)}


def full_chat_json(chat: Chat) -> Json:
    """A ChatFullInfo."""
    full = {**chat_json(chat), "accent_color_id": 0, "max_reaction_count": 11}
    full["accepted_gift_types"] = dict.fromkeys(_GIFTS, False)
    if chat.is_group:
        full["permissions"] = dict.fromkeys(_PERMISSIONS, True)
    return full


def member_json(user: User, status: str, chat: Chat) -> Json:
    """A ChatMember."""
    member: Json = {"user": user_json(user), "status": status}
    if status == "creator":
        member["is_anonymous"] = False
    if status == "administrator":
        member |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_rights_in(chat), True)}
    if status == "kicked":
        member["until_date"] = 0
    return member


def message_json(message: Message, room: Room, *, with_reply: bool = True) -> Json:
    """A Message; the message it replies to comes along, without a further reply."""
    written: Json = {
        "message_id": message.message_id,
        "date": message.date,
        "chat": chat_json(message.chat),
        **_sender_json(message),
        **_thread_json(message),
        **_content_json(message),
        **_present({"edit_date": message.edit_date, "forward_origin": message.forwarded}),
        **(message.service or {}),
    }
    if with_reply:
        written |= _reply_json(message, room)
    if "inline_keyboard" in (message.markup or {}):
        written["reply_markup"] = message.markup
    return written


def attachment_json(attachment: Attachment) -> Any:
    """A Document, or the list of sizes of a photo."""
    file: Json = {
        "file_id": attachment.file_id,
        "file_unique_id": f"unique-{attachment.file_id}",
        "file_size": attachment.size,
    }
    if attachment.kind == "photo":
        return [{**file, "width": attachment.width, "height": attachment.height}]
    return {**file, "file_name": attachment.name, "mime_type": attachment.mime_type}


def _sender_json(message: Message) -> Json:
    sender = user_json(message.sender) if message.sender else None
    sender_chat = chat_json(message.sender_chat) if message.sender_chat else None
    return _present({"from": sender, "sender_chat": sender_chat})


def _thread_json(message: Message) -> Json:
    if message.thread is None:
        return {}
    # A reply in a plain supergroup has a thread number too, but is no topic message.
    is_topic = {"is_topic_message": True} if message.chat.is_forum else {}
    return {"message_thread_id": message.thread, **is_topic}


def _reply_json(message: Message, room: Room) -> Json:
    # A topic's message that replies to nothing still names the service message that opened the topic.
    implicit = message.thread if message.chat.is_forum else None
    replied = room.messages.get(message.reply_to or implicit or 0)
    if replied is None or replied.message_id == message.message_id:
        return {}
    reply: Json = {"reply_to_message": message_json(replied, room, with_reply=False)}
    if message.quote:
        position = utf16_length(replied.text[: replied.text.find(message.quote.text)])
        reply["quote"] = {"text": message.quote.text, "position": position, "is_manual": True}
    return reply


def _content_json(message: Message) -> Json:
    if message.attachment is None:
        return _text_json(message.body, "text", "entities")
    caption = _text_json(message.body, "caption", "caption_entities")
    return {message.attachment.kind: attachment_json(message.attachment), **caption}


def _text_json(body: Formatted, text: str, entities: str) -> Json:
    if not body.text:
        return {}
    written = [entity.json() for entity in body.entities]
    return {text: body.text, **({entities: written} if written else {})}


def _rights_in(chat: Chat) -> tuple[str, ...]:
    if chat.type == "channel":
        return (*_RIGHTS, "can_post_messages", "can_edit_messages", "can_manage_direct_messages")
    topics = ("can_manage_topics",) if chat.type == "supergroup" else ()
    return (*_RIGHTS, "can_pin_messages", "can_manage_tags", *topics)


def _present(values: Json) -> Json:
    return {name: value for name, value in values.items() if value is not None}
