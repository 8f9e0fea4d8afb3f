"""Keyboards under messages, checked as Telegram checks them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .characters import cleaned, is_blank
from .errors import Json, Violation
from .kinds import Kind, boolean, decoded, fields, json_object, sized, text, unsupported
from .links import check_link

BUTTONS = 100
BUTTONS_IN_ROW = 8
CALLBACK_BYTES = 64


@dataclass(frozen=True)
class Button:
    """A button as the member sees it, and what it does: `action` is the field of the Bot API."""

    text: str
    action: str
    value: str = ""


Rows = tuple[tuple[Button, ...], ...]


def reply_markup(name: str, raw: Any) -> Json:
    """Any markup a new message may carry."""
    value = decoded(name, raw)
    if not isinstance(value, dict):
        raise Violation("object expected as reply markup")
    found = [kind for kind in _MARKUPS if kind in value]
    if len(found) != 1:
        raise Violation(f"reply markup must be exactly one of {', '.join(_MARKUPS)}")
    markup: Json = _MARKUPS[found[0]](name, value)
    return markup


def inline_markup(name: str, raw: Any) -> Json:
    """The only markup an edited message or an inline result may carry."""
    markup = reply_markup(name, raw)
    if "inline_keyboard" not in markup:
        raise Violation("inline keyboard expected")
    return markup


def rows_of(markup: Json | None) -> Rows:
    """The buttons a member sees under the message."""
    shown = markup or {}
    rows = shown.get("inline_keyboard") or shown.get("keyboard") or []
    return tuple(tuple(_button_of(button) for button in row) for row in rows)


def check_chat_allows(markup: Json | None, chat_type: str) -> None:
    """Refuse buttons that do not work in that type of chat."""
    for button in (button for row in rows_of(markup) for button in row):
        if chat_type == "channel" and button.action.startswith("switch_inline_query"):
            raise Violation(f"can't use {button.action} button in a channel chat")
        if chat_type != "private" and button.action.startswith(("request_", "web_app")):
            raise Violation(f"{button.action} can be used in private chats only")


def _button_of(button: Json | str) -> Button:
    if isinstance(button, str):
        return Button(button, "text", button)
    action = next((name for name in button if name in _ACTIONS or name.startswith("request_")), "text")
    value = button.get(action, "")
    return Button(button["text"], action, str(value["text"] if action == "copy_text" else value))


def _inline_keyboard(name: str, raw: Any) -> Json:
    markup = fields(name, raw, {"inline_keyboard": _rows(_inline_button)}, {})
    if sum(len(row) for row in markup["inline_keyboard"]) > BUTTONS:
        raise Violation(f"reply markup is too long: more than {BUTTONS} buttons")
    return markup


def _rows(button: Kind) -> Kind:
    def rows(name: str, raw: Any) -> list[list[Any]]:
        if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
            raise Violation(f'field "{name}" must be an Array of Arrays')
        return [_row(button, name, row) for row in raw]

    return rows


def _row(button: Kind, name: str, row: list[Any]) -> list[Any]:
    if not row:
        raise Violation(f'field "{name}" has an empty row')
    if len(row) > BUTTONS_IN_ROW:
        raise Violation(f'field "{name}" has a row of more than {BUTTONS_IN_ROW} buttons, Telegram breaks it')
    return [button(name, item) for item in row]


def _inline_button(name: str, raw: Any) -> Json:
    button: Json = json_object({"text": _label}, {**_ACTIONS, **_STYLE})("inline keyboard button", raw)
    actions = [field for field in button if field in _ACTIONS]
    if len(actions) != 1:
        shown = ", ".join(actions) or "none"
        raise Violation(f"can't parse inline keyboard button: exactly one action expected, found {shown}")
    return button


def _keyboard_button(name: str, raw: Any) -> Json | str:
    return _label(name, raw) if isinstance(raw, str) else json_object({"text": _label}, _REQUESTS)(name, raw)


def _label(name: str, raw: Any) -> str:
    label = cleaned(text(name, raw))
    if is_blank(label):
        raise Violation("keyboard button text must be non-empty")
    return label


def _url(name: str, raw: Any) -> str:
    check_link(text(name, raw), "inline keyboard button URL")
    return str(raw)


def _callback_data(name: str, raw: Any) -> str:
    size = len(text(name, raw).encode())
    if not 1 <= size <= CALLBACK_BYTES:
        raise Violation(f"BUTTON_DATA_INVALID: callback_data must have 1-{CALLBACK_BYTES} bytes, has {size}")
    return str(raw)


_copied = sized(1, 256, "BUTTON_COPY_TEXT_INVALID: copy_text must have 1-256 characters")
_copy_text = json_object({"text": _copied})

_ACTIONS: dict[str, Kind] = {
    "url": _url,
    "callback_data": _callback_data,
    "copy_text": _copy_text,
    "switch_inline_query": sized(0, 256),
    "switch_inline_query_current_chat": sized(0, 256),
    "switch_inline_query_chosen_chat": json_object(
        {},
        {
            "query": sized(0, 256),
            "allow_user_chats": boolean,
            "allow_bot_chats": boolean,
            "allow_group_chats": boolean,
            "allow_channel_chats": boolean,
        },
    ),
    "web_app": json_object({"url": _url}),
    "login_url": unsupported,
    "callback_game": unsupported,
    "pay": unsupported,
}
_STYLE: dict[str, Kind] = {"style": text, "icon_custom_emoji_id": text}
_REQUESTS: dict[str, Kind] = {
    **_STYLE,
    "request_contact": boolean,
    "request_location": boolean,
    "web_app": json_object({"url": _url}),
    "request_poll": unsupported,
    "request_users": unsupported,
    "request_chat": unsupported,
    "request_managed_bot": unsupported,
}
_PLACEHOLDER: dict[str, Kind] = {"selective": boolean, "input_field_placeholder": sized(1, 64)}


def _true(name: str, raw: Any) -> bool:
    if boolean(name, raw) is not True:
        raise Violation(f'field "{name}" must be True')
    return True


_MARKUPS: dict[str, Kind] = {
    "inline_keyboard": _inline_keyboard,
    "keyboard": json_object(
        {"keyboard": _rows(_keyboard_button)},
        {
            **_PLACEHOLDER,
            "is_persistent": boolean,
            "resize_keyboard": boolean,
            "one_time_keyboard": boolean,
        },
    ),
    "remove_keyboard": json_object({"remove_keyboard": _true}, {"selective": boolean}),
    "force_reply": json_object({"force_reply": _true}, _PLACEHOLDER),
}
