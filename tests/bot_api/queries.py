"""Methods that answer a pressed button or an inline query."""

from __future__ import annotations

from typing import Any

from .errors import Json, Violation
from .keyboards import inline_markup
from .kinds import Kind, boolean, fields, integer, json_object, list_of, sized, text, unsupported
from .links import check_link, check_start_payload
from .method import Arguments, Method
from .sending import link_preview_options
from .texts import entity_list, inline_text, parse_mode
from .world import World

INLINE_RESULTS = 50
OFFSET_BYTES = 64
RESULT_ID_BYTES = 64


def answer_callback_query(world: World, args: Arguments) -> bool:
    """Stop the clock on a pressed button, with or without a word to the member."""
    world.answer_query(world.callbacks, args["callback_query_id"], args)
    return True


def answer_inline_query(world: World, args: Arguments) -> bool:
    """Show results above the member's input field."""
    ids = [result["id"] for result in args["results"]]
    if doubled := {one for one in ids if ids.count(one) > 1}:
        raise Violation(f"RESULT_ID_DUPLICATE: {min(doubled)!r}")
    if len(args.get("next_offset", "").encode()) > OFFSET_BYTES:
        raise Violation(f"NEXT_OFFSET_INVALID: more than {OFFSET_BYTES} bytes")
    world.answer_query(world.inlines, args["inline_query_id"], args)
    return True


def inline_result(name: str, raw: Any) -> Json:
    """One result; articles are all that this fake knows."""
    del name
    if not isinstance(raw, dict) or raw.get("type") != "article":
        raise Violation(f"can't parse inline query result: only articles are supported by this fake: {raw!r}")
    result = fields("inline query result", raw, _ARTICLE, _ARTICLE_OPTIONS)
    if not 1 <= len(result["id"].encode()) <= RESULT_ID_BYTES:
        raise Violation(f"RESULT_ID_INVALID: an id has 1-{RESULT_ID_BYTES} bytes")
    return result


def _content(name: str, raw: Any) -> Json:
    content: Json = _text_content(name, raw)
    return {**content, "formatted": inline_text(content)}


def _results_button(name: str, raw: Any) -> Json:
    optional: dict[str, Kind] = {"start_parameter": text, "web_app": unsupported}
    button: Json = json_object({"text": sized(1, 64)}, optional)(name, raw)
    if "start_parameter" not in button:
        raise Violation("can't parse inline query results button: one optional field expected")
    check_start_payload(button["start_parameter"])
    return button


def _link(name: str, raw: Any) -> str:
    check_link(text(name, raw), name)
    return str(raw)


_text_content = json_object(
    {"message_text": text},
    {"parse_mode": parse_mode, "entities": entity_list, "link_preview_options": link_preview_options},
)
_ARTICLE: dict[str, Kind] = {
    "type": text,
    "id": text,
    "title": sized(1, 512),
    "input_message_content": _content,
}
_ARTICLE_OPTIONS: dict[str, Kind] = {
    "reply_markup": inline_markup,
    "url": _link,
    "description": text,
    "thumbnail_url": _link,
    "thumbnail_width": integer,
    "thumbnail_height": integer,
}

METHODS = {
    "answerCallbackQuery": Method(
        answer_callback_query,
        {"callback_query_id": text},
        {
            "text": sized(0, 200, "MESSAGE_TOO_LONG: the answer to a button has at most 200 characters"),
            "show_alert": boolean,
            "url": _link,
            "cache_time": integer,
        },
    ),
    "answerInlineQuery": Method(
        answer_inline_query,
        {"inline_query_id": text, "results": list_of(inline_result, INLINE_RESULTS)},
        {
            "cache_time": integer,
            "is_personal": boolean,
            "next_offset": text,
            "button": _results_button,
        },
    ),
}
