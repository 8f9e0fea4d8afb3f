"""The bot while it runs: from the connection to Telegram to a clean stop."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
from collections.abc import Coroutine
from typing import Any

from telegram.error import NetworkError

from bot.access.roles import Role
from bot.config.config import Config
from bot.telegram.application import UPDATES, App, build, connections
from bot.telegram.delivery.durable_queue import DurableQueue
from bot.telegram.delivery.update_processor import ChatByChat
from bot.telegram.tasks.erasure import keep_erasing, keep_scrubbing
from bot.telegram.tasks.initial_load import initial_load
from bot.telegram.tasks.load_faults import keep_telling_faults
from bot.telegram.tasks.reminder_delivery import Delivery
from bot.telegram.tasks.reminder_posting import poster
from bot.telegram.tasks.reminders import ReminderTask
from bot.telegram.tasks.scheduled.delivery import ScheduledDelivery
from bot.telegram.tasks.scheduled.kinds import kinds_of
from bot.telegram.tasks.scheduled.looking import keep_looking_for_news
from bot.telegram.tasks.state_watch import keep_looking
from bot.telegram.tasks.taking_over import keep_taking_over
from bot.telegram.tasks.teaching_sync import keep_hearing
from bot.telegram.transport.menus import announce, show_site
from bot.telegram.transport.polling import PollLine
from bot.telegram.transport.services import Services
from bot.telegram.transport.start_errors import start_errors
from bot.telegram.transport.update_source import Polling, UpdateSource, Webhook

FIRST_TRIES = (1.0, 2.0, 4.0)  # seconds to wait after each failed try to connect
STOP_SECONDS = 5.0  # for each step of a clean stop

log = logging.getLogger(__name__)


class TelegramServer:
    """The application and its line to Telegram, while they run.

    `line` is what is known of Telegram; `webhook` takes the updates that it brings, None where they are fetched.
    """

    def __init__(self, config: Config, services: Services) -> None:
        self.line = PollLine()
        requests = connections(config, self.line)
        self._reloader = services.reloader
        self._services, self._state = services, services.state
        self._access = services.access
        self._knowledge = services.knowledge
        self._beside: list[asyncio.Task[None]] = []
        self._reminding: list[asyncio.Task[None]] = []
        self._application = build(config.telegram, services, requests, self.line)
        url, self.webhook = config.telegram.webhook_url, None
        if url:
            self.webhook = Webhook(self._application, url, self.line, UPDATES)
        self._source: UpdateSource = self.webhook or Polling(
            self._application, requests[1], self.line, UPDATES
        )
        processor, queue = self._application.update_processor, self._application.update_queue
        assert isinstance(processor, ChatByChat) and isinstance(queue, DurableQueue)
        self._processor, self._queue = processor, queue
        if self.webhook and self._state.is_shared:
            queue.refuse_unwritten()
        self._site = services.site.url if services.site else ""
        post, now = poster(self._application.bot), services.clock.now
        self._reminders = [
            ReminderTask(Delivery(services.sources(), post), now, self._state.term),
            ReminderTask(
                ScheduledDelivery(services.sources(), kinds_of(services), post), now, self._state.term
            ),
        ]

    @property
    def is_running(self) -> bool:
        """Whether updates are handled."""
        return self._application.running

    @property
    def waiting(self) -> int:
        """How many updates are queued or being handled."""
        return self._queue.qsize() + self._processor.in_hand

    async def run(self) -> None:
        """Serves until the task is cancelled or nothing helps."""
        _cancel_on_signals()
        asyncio.get_running_loop().set_exception_handler(_log_lost_error)
        for task in (
            keep_erasing(self._state),
            keep_scrubbing(self._state),
            keep_hearing(self._state, self._knowledge.teach, lambda: self._knowledge.teaching),
        ):
            self._beside.append(asyncio.create_task(task))
        try:
            with start_errors():
                await _connect(self._application)
            faults = keep_telling_faults(self._application.bot, self._state, self._admins)
            self._beside.append(asyncio.create_task(faults))
            await announce(self._application.bot, self._access.roles.everyone())
            await show_site(self._application.bot, self._site)
            await self._go_on()
            await self._source.start(len(FIRST_TRIES))
            await self._application.start()
            source, is_catching_up = self._knowledge.source, self._queue.is_catching_up
            self._reloader.start(initial_load(self._application.bot, self._state, source, is_catching_up))
            self._reminding = [asyncio.create_task(task.run(), name="reminding") for task in self._reminders]
            look = keep_looking(self._application.bot, self._state, self._access.roles.everyone)
            self._beside.append(asyncio.create_task(look))
            self._beside.append(asyncio.create_task(keep_looking_for_news(self._services)))
            over = keep_taking_over(self._queue, self._application.bot, self._state)
            self._beside.append(asyncio.create_task(over))
            log.info("健答 @%s 已上线（running）", self._application.bot.username)
            await self._source.watch()
        finally:
            await self._stop()

    def _admins(self) -> list[int]:
        return [person for person, role in self._access.roles.everyone().items() if role >= Role.ADMIN]

    async def _go_on(self) -> None:
        """Begins with what the program before did not finish."""
        if left := await self._queue.restore(self._application.bot, self._state):
            log.info(
                "上次还有 %d 条消息没有答完，现在继续（messages of the last run are answered now）", left
            )

    async def _stop(self) -> None:
        for beside in self._beside:
            beside.cancel()
        for task in self._reminders:
            task.end()
        for running in self._reminding:
            await _in_time(_ended(running), "reminders that are being sent")
        await self._reloader.stop()
        await self._source.stop()
        self._processor.end()
        if self._application.running:
            await _in_time(self._application.stop(), "replies that are under way")
        await self._processor.break_off()
        await self._application.shutdown()
        await self._application.bot.shutdown()
        log.info("健答已停止（stopped）")


def _log_lost_error(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """An error that nobody awaits; asyncio's own words for it would quote it."""
    log.error("%s", str(context["message"]).split("\n")[0], exc_info=context.get("exception"))


def _cancel_on_signals() -> None:
    """SIGTERM and Ctrl-C cancel the running task, and so lead to a clean stop."""
    task = asyncio.current_task()
    assert task
    with contextlib.suppress(NotImplementedError):  # Windows
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)


async def _connect(application: App) -> None:
    """Connects, with a few tries: the network may come up later than the bot."""
    for wait in FIRST_TRIES:
        with contextlib.suppress(NetworkError):
            await application.initialize()
            return
        await asyncio.sleep(wait)
    await application.initialize()


async def _ended(task: asyncio.Task[None]) -> None:
    await task


async def _in_time(step: Coroutine[object, object, None], what: str) -> None:
    try:
        await asyncio.wait_for(step, STOP_SECONDS)
    except TimeoutError:
        log.warning("没有等到结束（not waited for any longer）：%s", what)
