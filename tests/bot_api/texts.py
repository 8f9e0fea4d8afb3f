"""The text parameters of a call, read into what a member will see."""

from __future__ import annotations

from typing import Any

from .errors import Json, Violation
from .formatted import (
    CAPTION_LIMIT,
    MESSAGE_LIMIT,
    NO_TEXT,
    Formatted,
    check_nothing_crosses,
    check_source,
    given_entities,
    plain,
)
from .html_mode import parse_html
from .kinds import Kind, anything, integer, json_object, list_of, one_of, text

ENTITY_TYPES = (
    "mention",
    "hashtag",
    "cashtag",
    "bot_command",
    "url",
    "email",
    "phone_number",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
    "code",
    "pre",
    "text_link",
    "text_mention",
    "custom_emoji",
    "date_time",
)
_EXTRA: dict[str, Kind] = {
    "url": text,
    "user": anything,
    "language": text,
    "custom_emoji_id": text,
    "unix_time": integer,
    "date_time_format": text,
}
entity_list = list_of(
    json_object({"type": one_of(*ENTITY_TYPES), "offset": integer, "length": integer}, _EXTRA), limit=1000
)


def parse_mode(name: str, raw: Any) -> str:
    """HTML; the other modes of Telegram are refused, so that no bot uses them untested."""
    if raw == "HTML":
        return "HTML"
    if str(raw).lower() in ("markdown", "markdownv2", "html"):
        raise Violation(f"{name} {raw} is not supported by this fake; write HTML")
    raise Violation(f"unsupported {name}: {raw!r}")


def message_text(args: Json) -> Formatted:
    """The text of a message: not empty, at most 4096 units."""
    return _read(args, "text", "entities").checked(MESSAGE_LIMIT, "message is too long")


def caption(args: Json) -> Formatted:
    """The caption of a file: may be absent, at most 1024 units."""
    if "caption" not in args:
        return NO_TEXT
    return _read(args, "caption", "caption_entities").checked(CAPTION_LIMIT, "message caption is too long")


def inline_text(content: Json) -> Formatted:
    """The text of the message that an inline result sends."""
    return _read(content, "message_text", "entities").checked(MESSAGE_LIMIT, "MESSAGE_TOO_LONG")


def quoted_text(reply: Json) -> Formatted | None:
    """The quote in a reply."""
    if not reply.get("quote"):
        return None
    named = {**reply, "parse_mode": reply.get("quote_parse_mode")}
    return _read(named, "quote", "quote_entities").checked(CAPTION_LIMIT, "quote is too long")


def _read(args: Json, text_name: str, entities_name: str) -> Formatted:
    source = check_source(args[text_name])
    if args.get("parse_mode"):
        return parse_html(source)
    if not args.get(entities_name):
        return plain(source)
    formatted = given_entities(source, args[entities_name])
    check_nothing_crosses(formatted.entities)
    return formatted
