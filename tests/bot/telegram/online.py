"""A bot over the small knowledge base that polls and sends over HTTP, in this process."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from bot.access.access import Access
from bot.access.rate_limits import RateLimits
from bot.clock import Clock
from bot.config.config import Config, Storage, Telegram
from bot.config.secrets import DatabaseUrl, Secret
from bot.documents.reloader import Reloader
from bot.state import State
from bot.telegram.application import UPDATES, App, build, connections
from bot.telegram.delivery.durable_queue import DurableQueue
from bot.telegram.delivery.update_processor import ChatByChat
from bot.telegram.transport import retrying
from bot.telegram.transport.polling import PollLine
from bot.telegram.transport.services import Services
from tests.bot.sample import REPORT, Knowledge
from tests.bot_api import BotApi, Chat, Sent, User

SECONDS = 60.0  # a busy machine is no failure


class Online:
    """The bot as it runs: `queue` and `processor` are those of its application."""

    def __init__(self, api: BotApi, folder: Path, base_url: str, knowledge: Knowledge, **rules: Any) -> None:
        self.api, self.knowledge = api, knowledge
        rules = {"limit_per_minute": 0, "token": Secret(api.token), "base_url": base_url, **rules}
        url = rules.pop("storage", DatabaseUrl())
        config = Config(telegram=Telegram(**rules), state=folder / "state.db", storage=Storage(url))
        self.state = State(config.state_place, retention_days=180, clock=time.time)
        self.line = PollLine()
        services = Services(
            knowledge,  # type: ignore[arg-type]
            Access(config.telegram, self.state.appointments.roles, self.state.moved_chats.before),
            Reloader(lambda progress: REPORT, folder / "jianda.db"),
            self.state,
            Clock(dt.UTC),
            limits=RateLimits(config.telegram, shared=self.state.answer_counts.window if url else None),
        )
        self.application: App = build(config.telegram, services, connections(config, self.line), self.line)
        queue, processor = self.application.update_queue, self.application.update_processor
        assert isinstance(queue, DurableQueue) and isinstance(processor, ChatByChat)
        self.queue, self.processor = queue, processor

    async def start(self) -> int:
        """Goes online; gives the number of updates that the run before has left."""
        await self.application.initialize()
        left = await self.queue.restore(self.application.bot, self.state)
        assert self.application.updater
        await self.application.updater.start_polling(
            timeout=2, allowed_updates=UPDATES, error_callback=self.line.failed
        )
        await self.application.start()
        return left

    async def stop(self) -> None:
        """Stops cleanly."""
        assert self.application.updater
        await self.application.updater.stop()
        self.processor.end()
        with suppress(TimeoutError):
            await asyncio.wait_for(self.application.stop(), 2)
        await self.processor.break_off()
        await self.application.shutdown()
        self.state.close()

    async def sent_to(self, chat: Chat, count: int = 1) -> list[Sent]:
        """The messages of the bot in a chat, once there are so many."""
        return await asyncio.to_thread(self.api.wait_for, lambda: self._sent(chat, count), SECONDS)

    async def idle(self) -> None:
        """Waits until nothing is under way."""
        await until(lambda: not (self.state.inbox.left() or self.processor._handlings))

    def _sent(self, chat: Chat, count: int) -> list[Sent]:
        sent = self.api.sent(chat)
        return sent if len(sent) >= count else []


async def until(true: Callable[[], object]) -> None:
    """Waits until something is true."""
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end, "it does not become true"
        await asyncio.sleep(0.01)


@asynccontextmanager
async def online(
    api: BotApi, folder: Path, base_url: str, knowledge: Knowledge | None = None, **rules: Any
) -> AsyncIterator[Online]:
    """A bot that is online for the length of the block."""
    bot = Online(api, folder, base_url, knowledge or Knowledge(), **rules)
    await bot.start()
    try:
        yield bot
    finally:
        await bot.stop()


def people(api: BotApi, count: int) -> list[tuple[User, Chat]]:
    """So many people with their private chats."""
    users = [api.user() for _ in range(count)]
    return [(user, api.private(user)) for user in users]


def hurry(monkeypatch: Any) -> None:
    """Lets the bot try again at once."""
    monkeypatch.setattr(retrying, "FIRST", 0.01)
    logging.getLogger("httpx").setLevel(logging.WARNING)
