"""Which message a new one replies to, and in which topic it lands."""

from __future__ import annotations

from dataclasses import dataclass

from .errors import BadRequest, Json, Violation
from .formatted import Formatted
from .kinds import Kind, boolean, chat, integer, json_object, text, unsupported
from .state import GENERAL_TOPIC, Message, Room
from .texts import entity_list, parse_mode, quoted_text
from .world import World

_FIELDS: dict[str, Kind] = {
    "chat_id": chat,
    "allow_sending_without_reply": boolean,
    "quote": text,
    "quote_parse_mode": parse_mode,
    "quote_entities": entity_list,
    "quote_position": integer,
    "checklist_task_id": unsupported,
    "poll_option_id": unsupported,
}
reply_parameters = json_object({"message_id": integer}, _FIELDS)


@dataclass(frozen=True)
class Place:
    """Where in the chat a new message stands."""

    reply_to: int | None = None
    quote: Formatted | None = None
    thread: int | None = None


def place_of(world: World, room: Room, args: Json) -> Place:
    """Check the reply and the topic of a call together: a reply without a topic joins that of its message."""
    thread = checked_thread(room, args)
    replied = _replied(world, room, args.get("reply_parameters"))
    if replied is None:
        return Place(thread=thread)
    quote = _quote(args["reply_parameters"], replied)
    return Place(replied.message_id, quote, thread or thread_of_reply(room, replied))


def checked_thread(room: Room, args: Json) -> int | None:
    """The topic a call names: only a forum has any, and the general one goes unnamed."""
    thread: int | None = args.get("message_thread_id")
    if thread is None:
        return None
    if not room.chat.is_forum or thread == GENERAL_TOPIC:
        raise Violation(f"message thread not found: {thread} is no topic to name in this chat")
    if thread not in room.topics:
        raise BadRequest("message thread not found")
    return thread


def thread_of_reply(room: Room, replied: Message) -> int | None:
    """Where a reply belongs: in a forum's topic, or in a supergroup under the first message replied to."""
    if room.chat.is_forum:
        return replied.thread
    if room.chat.type == "supergroup":
        return replied.thread or replied.message_id
    return None


def _replied(world: World, room: Room, reply: Json | None) -> Message | None:
    if reply is None:
        return None
    if reply.get("chat_id", room.chat.id) not in (room.chat.id, f"@{room.chat.username}"):
        raise Violation("a reply to another chat is not supported by this fake")
    if reply.get("allow_sending_without_reply") and reply["message_id"] not in room.messages:
        return None
    return world.message(room, reply["message_id"], "be replied")


def _quote(reply: Json, replied: Message) -> Formatted | None:
    quote = quoted_text(reply)
    if quote and quote.text not in replied.text:
        raise BadRequest("QUOTE_TEXT_INVALID: the quote does not stand in the message")
    return quote
