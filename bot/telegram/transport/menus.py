"""The menu of commands: everybody sees those that they may use; and the way into the reading room beside it."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButtonCommands,
    MenuButtonWebApp,
    WebAppInfo,
)
from telegram.error import BadRequest, TelegramError

from bot.access.roles import Role
from bot.chat.commands import commands_for
from bot.messages import CHINESE, ENGLISH, Messages

_ENTRANCE = "/enter"  # of the reading room, for Mini Apps

log = logging.getLogger(__name__)


async def announce(bot: Bot, roles: Mapping[int, Role]) -> None:
    """Fills the menu of everybody, and those of the people who have a role."""
    try:
        await _fill(bot, BotCommandScopeDefault(), None)
    except TelegramError as error:
        _warn(error)
    for person, role in roles.items():
        await announce_to(bot, person, role)


async def announce_to(bot: Bot, person: int, role: Role | None) -> None:
    """Fills the menu of a person, unless Telegram knows of no chat with them yet; without a role it is everybody's."""
    try:
        await _fill(bot, BotCommandScopeChat(person), role)
    except BadRequest as error:
        log.debug("no menu for %s yet: %s", person, error)
    except TelegramError as error:
        _warn(error)


async def show_site(bot: Bot, url: str) -> None:
    """Puts the reading room beside the input field of private chats, as a Mini App, which Telegram opens by https alone;
    takes it away again where it is no longer to be had. What somebody else has put there stays."""
    app = MenuButtonWebApp(CHINESE.web.enter, WebAppInfo(f"{url}{_ENTRANCE}"))
    try:
        present = await bot.get_chat_menu_button()
        is_ours = isinstance(present, MenuButtonWebApp) and present.web_app.url.endswith(_ENTRANCE)
        if url.startswith("https:") and present != app:
            await bot.set_chat_menu_button(menu_button=app)
        elif not url.startswith("https:") and is_ours:
            await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    except TelegramError as error:
        _warn(error)


async def _fill(bot: Bot, scope: BotCommandScope, role: Role | None) -> None:
    """In Chinese, and for those whose Telegram is English."""
    await bot.set_my_commands(_menu(CHINESE, role), scope)
    await bot.set_my_commands(_menu(ENGLISH, role), scope, language_code="en")


def _menu(words: Messages, role: Role | None) -> list[BotCommand]:
    return [BotCommand(name, words.commands[name]) for name in commands_for(role)]


def _warn(error: TelegramError) -> None:
    log.warning("命令菜单没有设置成功（the menu of commands was not set）：%s", error)
