"""Methods about the bot itself: who it is, what it is called, its commands."""

from __future__ import annotations

import re
from typing import Any

from .errors import BadRequest, Json, Violation
from .kinds import Kind, chat, integer, json_object, list_of, one_of, sized, text
from .method import Answer, Arguments, Method
from .schema import bot_json
from .world import World

COMMANDS = 100
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
_SCOPES = (
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
)


def get_me(world: World, args: Arguments) -> Json:
    """Who the bot is."""
    del args
    return bot_json(world.bot, world.privacy)


def set_my_commands(world: World, args: Arguments) -> bool:
    """Replace the menu of commands of a scope and language."""
    if "chat_id" in args.get("scope", {}):
        _check_known(world, args["scope"]["chat_id"])
    world.profile[_menu(args)] = args["commands"]
    return True


def _check_known(world: World, chat_id: int | str) -> None:
    """Refuse a chat that the bot has never been in, as a private one before its Start."""
    room = world.known_room(chat_id)
    if world.bot.id not in room.members:
        raise BadRequest("chat not found")


def get_my_commands(world: World, args: Arguments) -> list[Json]:
    """The menu of commands of a scope and language."""
    commands: list[Json] = world.profile.get(_menu(args), [])
    return commands


def delete_my_commands(world: World, args: Arguments) -> bool:
    """Take a menu of commands away."""
    world.profile.pop(_menu(args), None)
    return True


def set_chat_menu_button(world: World, args: Arguments) -> bool:
    """Choose the button beside the input field."""
    world.profile["menu_button", str(args.get("chat_id", ""))] = args.get("menu_button", {"type": "default"})
    return True


def get_chat_menu_button(world: World, args: Arguments) -> Json:
    """The button beside the input field."""
    button: Json = world.profile.get(("menu_button", str(args.get("chat_id", ""))), {"type": "commands"})
    return button


def _setter(name: str) -> Answer:
    def set_text(world: World, args: Arguments) -> bool:
        world.profile[name, args.get("language_code", "")] = args.get(name, "")
        return True

    return set_text


def _getter(name: str) -> Answer:
    def get_text(world: World, args: Arguments) -> Json:
        return {name: world.profile.get((name, args.get("language_code", "")), "")}

    return get_text


def _menu(args: Arguments) -> tuple[str, ...]:
    scope: Json = args.get("scope", {"type": "default"})
    return "commands", *(str(scope[part]) for part in sorted(scope)), args.get("language_code", "")


def _command(name: str, raw: Any) -> str:
    # Telegram cuts a leading slash off; a bot that sends one did not mean to.
    if not _COMMAND.fullmatch(text(name, raw)):
        raise Violation(f"BOT_COMMAND_INVALID: {raw!r} must be 1-32 of a-z, 0-9 and _")
    return str(raw)


def _scope(name: str, raw: Any) -> Json:
    scope: Json = json_object({"type": one_of(*_SCOPES)}, {"chat_id": chat, "user_id": integer})(name, raw)
    wanted = {"chat": {"chat_id"}, "chat_administrators": {"chat_id"}, "chat_member": {"chat_id", "user_id"}}
    if scope.keys() - {"type"} != wanted.get(scope["type"], set()):
        raise Violation(f"can't parse BotCommandScope: wrong fields for {scope['type']}")
    return scope


def _language(name: str, raw: Any) -> str:
    if not _LANGUAGE.fullmatch(text(name, raw)):
        raise Violation(f"invalid language code specified: {raw!r}")
    return str(raw)


_description = sized(1, 256, "BOT_COMMAND_DESCRIPTION_INVALID: a description has 1-256 characters")
_commands = list_of(json_object({"command": _command, "description": _description}), COMMANDS)
_MENU: dict[str, Kind] = {"scope": _scope, "language_code": _language}
_LOCALE: dict[str, Kind] = {"language_code": _language}


def _https(name: str, raw: Any) -> str:
    if not text(name, raw).startswith("https://"):
        raise Violation(f"BUTTON_URL_INVALID: a Mini App is opened by https alone, not {raw!r}")
    return str(raw)


_web_app = {"text": sized(1, 64), "web_app": json_object({"url": _https})}
_button = json_object({"type": one_of("default", "commands", "web_app")}, _web_app)

METHODS = {
    "getMe": Method(get_me),
    "setMyCommands": Method(set_my_commands, {"commands": _commands}, _MENU),
    "getMyCommands": Method(get_my_commands, {}, _MENU),
    "deleteMyCommands": Method(delete_my_commands, {}, _MENU),
    "setMyName": Method(_setter("name"), {}, {"name": sized(0, 64), **_LOCALE}),
    "getMyName": Method(_getter("name"), {}, _LOCALE),
    "setMyDescription": Method(_setter("description"), {}, {"description": sized(0, 512), **_LOCALE}),
    "getMyDescription": Method(_getter("description"), {}, _LOCALE),
    "setMyShortDescription": Method(
        _setter("short_description"), {}, {"short_description": sized(0, 120), **_LOCALE}
    ),
    "getMyShortDescription": Method(_getter("short_description"), {}, _LOCALE),
    "setChatMenuButton": Method(set_chat_menu_button, {}, {"chat_id": integer, "menu_button": _button}),
    "getChatMenuButton": Method(get_chat_menu_button, {}, {"chat_id": integer}),
}
