"""The menu of commands: everybody sees those that they may use."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from telegram import Bot, BotCommand, BotCommandScope, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest, TelegramError

from bot.access.roles import Role
from bot.chat.commands import commands_for
from bot.messages import CHINESE, ENGLISH, Messages

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


async def _fill(bot: Bot, scope: BotCommandScope, role: Role | None) -> None:
    """In Chinese, and for those whose Telegram is English."""
    await bot.set_my_commands(_menu(CHINESE, role), scope)
    await bot.set_my_commands(_menu(ENGLISH, role), scope, language_code="en")


def _menu(words: Messages, role: Role | None) -> list[BotCommand]:
    return [BotCommand(name, words.commands[name]) for name in commands_for(role)]


def _warn(error: TelegramError) -> None:
    log.warning("命令菜单没有设置成功（the menu of commands was not set）：%s", error)
