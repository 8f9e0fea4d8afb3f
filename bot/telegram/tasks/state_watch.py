"""Looking whether the state file is still there; the owners are told once when it is not, and what they may do."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Mapping

from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.access.roles import Role
from bot.callback_data.administration import PutStateBack
from bot.concurrency import in_thread
from bot.errors import StateGone, explain
from bot.messages import Messages, in_language
from bot.rendering.message import Button, Message, say
from bot.state import State
from bot.telegram.transport.sending import keyboard

INTERVAL = 5.0  # seconds between two looks

log = logging.getLogger(__name__)


async def keep_looking(
    bot: Bot, state: State, roles: Callable[[], Mapping[int, Role]], interval: float = INTERVAL
) -> None:
    """Looks until the task is cancelled. Arguments: who tells; the state; who has which role; seconds between two
    looks."""
    was_gone = False
    while True:
        is_gone = await in_thread(lambda: state.is_gone)
        if is_gone and not was_gone:
            log.error("%s", explain(StateGone(str(state.place))))
            await _tell(bot, state, [person for person, role in roles().items() if role is Role.OWNER])
        was_gone = is_gone
        await asyncio.sleep(interval)


async def _tell(bot: Bot, state: State, owners: list[int]) -> None:
    for owner in owners:
        message = notice(state, in_language(state.languages.of(owner)))
        with contextlib.suppress(TelegramError):
            await bot.send_message(
                owner, message.html, parse_mode=ParseMode.HTML, reply_markup=keyboard(message.buttons)
            )


def notice(state: State, words: Messages) -> Message:
    """That the state file is gone, with the two ways out."""
    buttons = (
        Button(words.state_file.restore, PutStateBack("restore").pack()),
        Button(words.state_file.anew, PutStateBack("anew").pack()),
    )
    return Message(say(words.state_file.gone.format(path=state.place))[0].html, (buttons,))
