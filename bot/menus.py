"""The menu of commands: everybody sees those that they may use."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, TelegramError

from bot.commands import commands_for
from bot.messages import CHINESE, ENGLISH, Messages

log = logging.getLogger(__name__)


async def announce(bot: Bot, admins: Iterable[int]) -> None:
    """Fills the menu of everybody, and those of the administrators."""
    try:
        await _fill(bot, BotCommandScopeDefault(), admin=False)
    except TelegramError as error:
        _warn(error)
    for admin in admins:
        await announce_to_admin(bot, admin)


async def announce_to_admin(bot: Bot, admin: int) -> None:
    """Fills the menu of an administrator, unless Telegram knows of no chat with them yet."""
    try:
        await _fill(bot, BotCommandScopeChat(admin), admin=True)
    except BadRequest as error:
        log.debug("no menu for the administrator %s yet: %s", admin, error)
    except TelegramError as error:
        _warn(error)


async def _fill(bot: Bot, scope: BotCommandScope, admin: bool) -> None:
    """In Chinese, and for those whose Telegram is English."""
    await bot.set_my_commands(_menu(CHINESE, admin), scope)
    await bot.set_my_commands(_menu(ENGLISH, admin), scope, language_code="en")


def _menu(words: Messages, admin: bool) -> list[BotCommand]:
    return [BotCommand(name, words.commands[name]) for name in commands_for(admin)]


def _warn(error: TelegramError) -> None:
    log.warning("命令菜单没有设置成功（the menu of commands was not set）：%s", error)
