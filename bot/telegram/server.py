"""`jianda run`: from the start to a clean stop."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import signal
from collections.abc import Coroutine, Iterator
from typing import Any

from telegram.error import BadRequest, InvalidToken, NetworkError, TelegramError

from bot.access.access import Access
from bot.access.rate_limits import RateLimits
from bot.config.config import Config
from bot.documents.reloader import Reloader
from bot.errors import TelegramUnreachable, TokenMissing, TokenRefused, explain
from bot.opening import open_both
from bot.pages.status import setup_warnings
from bot.state.chats.schedule import Schedule
from bot.state.storage.run_lock import only_run
from bot.telegram.application import UPDATES, App, build, connections
from bot.telegram.delivery.durable_queue import DurableQueue
from bot.telegram.delivery.update_processor import ChatByChat
from bot.telegram.logging import set_up_logging
from bot.telegram.tasks.erasure import keep_erasing, keep_scrubbing
from bot.telegram.tasks.initial_load import initial_load
from bot.telegram.tasks.reminder_delivery import Delivery
from bot.telegram.tasks.reminder_posting import poster
from bot.telegram.tasks.reminders import ReminderTask
from bot.telegram.tasks.state_watch import keep_looking
from bot.telegram.tasks.teaching_sync import keep_hearing
from bot.telegram.transport.menus import announce
from bot.telegram.transport.polling import PollLine, Watchdog
from bot.telegram.transport.services import Services
from knowledge.corpus.changes import recover
from knowledge.indexing.indexer import Progress, load
from knowledge.indexing.load_report import LoadReport
from loaders.isolation.scratch import remove_abandoned
from loaders.notes import NotedError

POLL_SECONDS = 20  # how long Telegram may keep a poll waiting for news
FIRST_TRIES = (1.0, 2.0, 4.0)  # seconds to wait after each failed try to connect
FOR_EVER = -1
STOP_SECONDS = 5.0  # for each step of a clean stop

log = logging.getLogger(__name__)


def serve(config: Config) -> None:
    """Runs the bot until SIGTERM or Ctrl-C."""
    if not config.telegram.token:
        raise TokenMissing
    set_up_logging(config)
    for warning in setup_warnings(config):
        log.warning(warning)
    with only_run(config.state):
        _take_back_what_was_begun(config)
        _serve(config)


def _serve(config: Config) -> None:
    with open_both(config) as (knowledge, state):
        services = Services(
            knowledge,
            Access(config.telegram, state.appointments.roles, state.moved_chats.before),
            Reloader(functools.partial(_load, config), config.database),
            state,
            config.clock,
            config.corpus,
            config.telegram.send_files,
            limits=RateLimits(config.telegram),
            usual=Schedule(at=config.reminder_time),
        )
        with contextlib.suppress(asyncio.CancelledError):
            asyncio.run(_Server(config, services).run())


def _load(config: Config, progress: Progress) -> LoadReport:
    return load(config.corpus, config.database, progress=progress, now=config.clock.now())


def _take_back_what_was_begun(config: Config) -> None:
    """Takes back a change of the corpus that a crash has left half done (a folder that cannot be written has none), and
    removes the copies of trials that it left."""
    remove_abandoned()
    try:
        recover(config.corpus)
    except (NotedError, OSError) as error:
        log.warning("%s", explain(error))


class _Server:
    """The application and its line to Telegram, while they run."""

    def __init__(self, config: Config, services: Services) -> None:
        self._line = PollLine()
        requests = connections(config, self._line)
        self._poll_request = requests[1]
        self._reloader = services.reloader
        self._state = services.state
        self._access = services.access
        self._knowledge = services.knowledge
        self._beside: list[asyncio.Task[None]] = []
        self._reminding: asyncio.Task[None] | None = None
        self._application = build(config.telegram, services, requests, self._line)
        processor, queue = self._application.update_processor, self._application.update_queue
        assert isinstance(processor, ChatByChat) and isinstance(queue, DurableQueue)
        self._processor, self._queue = processor, queue
        delivery = Delivery(services.sources(), poster(self._application.bot))
        self._reminders = ReminderTask(services.state, delivery, services.clock.now)

    async def run(self) -> None:
        """Serves until the task is cancelled or nothing helps."""
        _cancel_on_signals()
        asyncio.get_running_loop().set_exception_handler(_log_lost_error)
        for task in (
            keep_erasing(self._state),
            keep_scrubbing(self._state),
            keep_hearing(self._state, self._knowledge.teach),
        ):
            self._beside.append(asyncio.create_task(task))
        try:
            with _telegram_errors():
                await _connect(self._application)
            await announce(self._application.bot, self._access.roles.everyone())
            await self._go_on()
            await self._poll(len(FIRST_TRIES))
            await self._application.start()
            self._reloader.start(initial_load(self._application.bot, self._state, self._queue.is_catching_up))
            self._reminding = asyncio.create_task(self._reminders.run(), name="reminding")
            look = keep_looking(self._application.bot, self._state, self._access.roles.everyone)
            self._beside.append(asyncio.create_task(look))
            log.info("健答 @%s 已上线（running）", self._application.bot.username)
            await Watchdog(self._line, self._application.bot.get_me, self._poll_again).watch()
        finally:
            await self._stop()

    async def _go_on(self) -> None:
        """Begins with what the program before did not finish."""
        if left := await self._queue.restore(self._application.bot, self._state):
            log.info(
                "上次还有 %d 条消息没有答完，现在继续（messages of the last run are answered now）", left
            )

    async def _poll(self, retries: int) -> None:
        assert self._application.updater
        with _telegram_errors():
            await self._application.updater.start_polling(
                timeout=POLL_SECONDS,
                bootstrap_retries=retries,
                allowed_updates=UPDATES,
                error_callback=self._line.failed,
            )

    async def _poll_again(self) -> None:
        """Starts the polling anew, on new connections."""
        await _stop_polling(self._application)
        await self._poll_request.shutdown()
        await self._poll_request.initialize()
        await self._poll(FOR_EVER)

    async def _stop(self) -> None:
        for task in self._beside:
            task.cancel()
        self._reminders.end()
        if self._reminding:
            await _in_time(_ended(self._reminding), "reminders that are being sent")
        await self._reloader.stop()
        await _stop_polling(self._application)
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


@contextlib.contextmanager
def _telegram_errors() -> Iterator[None]:
    """What Telegram refuses at the start, as errors of ours."""
    try:
        yield
    except InvalidToken as error:
        raise TokenRefused from error
    except TelegramError as error:
        if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
            raise TelegramUnreachable from error
        raise TelegramUnreachable("refused", words=str(error)) from error


async def _stop_polling(application: App) -> None:
    """Stops the polling, which may have ended by an error of its own."""
    updater = application.updater
    if updater and updater.running:
        with contextlib.suppress(TelegramError):
            await _in_time(updater.stop(), "the last poll")


async def _ended(task: asyncio.Task[None]) -> None:
    await task


async def _in_time(step: Coroutine[object, object, None], what: str) -> None:
    try:
        await asyncio.wait_for(step, STOP_SECONDS)
    except TimeoutError:
        log.warning("没有等到结束（not waited for any longer）：%s", what)
