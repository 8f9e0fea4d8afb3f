"""A replica of the bot that does nothing but remind: a process of its own, whose messages are lines of a file."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.access.access import Access
from bot.config.config import Telegram
from bot.config.secrets import DatabaseUrl
from bot.reminders.sources import Sources
from bot.rendering.message import Message, say
from bot.scheduling.kinds import MessageKind
from bot.state import State
from bot.telegram.tasks.reminder_delivery import Delivery
from bot.telegram.tasks.reminders import ReminderTask
from bot.telegram.tasks.scheduled.delivery import ScheduledDelivery
from tests.bot.reminders.due import due
from tests.bot.sample import Knowledge

ZONE = ZoneInfo("Asia/Shanghai")
DEADLINES = [due(7), due(7, "印发清单"), due(7, "村卫生室达标")]
TELEGRAM = 0.001  # seconds that a message is on its way, before it arrives and after


class Chats:
    """All chats: what arrives in them is a line each, `chat kind told-or-noticed number`, also when several processes write."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    async def post(self, whose, message, silent) -> None:
        """Takes a message of a subscription or of the scheduled ones."""
        kind = type(whose).__name__ + (" noticed" if silent else " told")
        await asyncio.sleep(TELEGRAM)
        os.write(self._file, f"{whose.chat} {kind} {whose.id}\n".encode())
        await asyncio.sleep(TELEGRAM)


def _text(message, setting) -> Message:
    return say(str(message.content["text"]))[0]


def remind(url: DatabaseUrl, path: Path, now: dt.datetime) -> None:
    """Reminds until it is killed."""
    state = State(url, clock=now.timestamp)
    knowledge = Knowledge()
    knowledge.due = list(DEADLINES)
    sources = Sources(knowledge, state, Access(Telegram()), lambda chat, moment: False, ZONE)  # type: ignore[arg-type]
    chats = Chats(path)
    tasks = [
        ReminderTask(Delivery(sources, chats.post), lambda: now, state.term, pause=0.02),
        ReminderTask(
            ScheduledDelivery(sources, {"own": MessageKind(_text, _text, heeds_quiet=False)}, chats.post),
            lambda: now,
            state.term,
            pause=0.02,
        ),
    ]

    async def run() -> None:
        await asyncio.gather(*(task.run() for task in tasks))

    asyncio.run(run())
