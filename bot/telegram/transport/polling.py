"""The line to Telegram: when it last answered, said once when it is lost and once when it is back.

PTB retries a timed-out poll at DEBUG for ever, and a refused token ends its polling task without a word; the
watchdog sees both.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Any

from telegram import Bot, Update
from telegram.error import InvalidToken, TelegramError

from bot.errors import PollingDied, TokenRefused
from bot.telegram.transport.connections import Times, UnreadableAnswer, WatchedRequest
from bot.telegram.transport.update_batch import LARGEST, Batch, Json, read_batch

PATIENCE = 90.0  # seconds without an answer until something is done
INTERVAL = 15.0  # seconds between two looks
FULL = 100  # updates in an answer; Telegram may have more of them
PAUSE = 1.0  # seconds until the next poll when a batch cannot be told to be taken: it comes again at once

Take = Callable[[Sequence[tuple[Update, Json]]], Awaitable[None]]

log = logging.getLogger(__name__)


class PollLine:
    """What is known of the polling.

    `is_unreadable`: Telegram answers, but what it says cannot be read. `is_behind`: the updates of the last poll may
    have waited for long, since nobody asked for them.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._answered = clock()
        self._lost = False
        self._more = True  # updates that were there before the bot
        self.is_unreadable = False
        self.is_behind = True

    @property
    def silence(self) -> float:
        """Seconds since Telegram last answered a poll so that it could be understood."""
        return self._clock() - self._answered

    def answered(self, good: bool) -> None:
        """Telegram answered; `good` when it was no error."""
        self._answered = self._clock()
        self.is_unreadable = False
        if good and self._lost:
            self._lost = False
            log.info("已重新连上 Telegram（connected again）")

    def fetched(self, count: int) -> None:
        """A poll brought so many updates."""
        self.is_behind = self._more or self._lost or self.silence > PATIENCE
        self._more = self.is_behind and count >= FULL
        self.answered(good=True)

    def unreadable(self, error: UnreadableAnswer) -> None:
        """Telegram answered a poll, but nobody can read what."""
        if not self.is_unreadable:
            log.warning(
                "收到了 Telegram 的回答，但读不懂，继续重试（fetched but could not be read）：%s", error
            )
        self.is_unreadable = True

    def failed(self, error: TelegramError | str) -> None:
        """A poll failed; only the first of a row is worth a line."""
        if not self._lost and not isinstance(error, UnreadableAnswer):
            self._lost = True
            log.warning("Telegram 连接中断，继续重试（connection lost, retrying）：%s", error)


class PollRequest(WatchedRequest):
    """The connections of the polling; every answer is noted on the line, and every update that PTB could not read is
    taken out before it gets there."""

    def __init__(self, line: PollLine, times: Times | None = None, size: int = 1, proxy: str = "") -> None:
        super().__init__(times, size, proxy, largest=LARGEST)
        self._line = line
        self._bot: Bot | None = None
        self._take: Take | None = None

    def deliver(self, bot: Bot, take: Take) -> None:
        """Has updates taken as they come, all of a poll together. The library gets their ids alone, by which it asks for
        the next: it would read each again, and bring one after the other."""
        self._bot, self._take = bot, take

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Sends a request. Raises UnreadableAnswer when a poll was answered by anything but a list of updates."""
        code, payload = await super().do_request(*args, **kwargs)
        url = str(kwargs.get("url") or args[0])
        if code != HTTPStatus.OK or not url.endswith("/getUpdates"):
            self._line.answered(good=code == HTTPStatus.OK)
            return code, payload
        try:
            batch = read_batch(payload, self._bot)
        except UnreadableAnswer as error:
            self._line.unreadable(error)
            raise
        self._line.fetched(len(batch.updates))
        await _tell_skipped(batch)
        if self._take:
            await self._take(batch.readable)
            return code, batch.ids()
        return code, batch.payload()


async def _tell_skipped(batch: Batch) -> None:
    for skipped in batch.skipped:
        log.warning(
            "跳过一条读不懂的更新 %s：%s（an update that cannot be read was skipped）",
            skipped.id,
            skipped.reason,
        )
    if batch.skipped and not batch.updates:
        await asyncio.sleep(PAUSE)


class Watchdog:
    """Starts the polling again when Telegram answers other requests but no poll; gives up when that fails.

    Answers that cannot be read are none of its business: new connections would bring the same.
    """

    def __init__(
        self,
        line: PollLine,
        probe: Callable[[], Awaitable[object]],
        restart: Callable[[], Awaitable[None]],
        patience: float = PATIENCE,
        interval: float = INTERVAL,
    ) -> None:
        self._line, self._probe, self._restart = line, probe, restart
        self._patience, self._interval = patience, interval

    async def watch(self) -> None:
        """Watches until the task is cancelled; raises TokenRefused or PollingDied when nothing helps."""
        restarted = False
        while True:
            await asyncio.sleep(self._interval)
            if self._line.silence < self._patience or self._line.is_unreadable:
                restarted = False
            elif await self._reachable():
                if restarted:
                    raise PollingDied
                restarted = True
                await self._start_again()

    async def _reachable(self) -> bool:
        """Whether Telegram answers at all; if not, the network is lost and the polling goes on trying."""
        try:
            await self._probe()
        except InvalidToken as error:
            raise TokenRefused from error
        except TelegramError as error:
            self._line.failed(error)
            return False
        return True

    async def _start_again(self) -> None:
        log.warning("%.0f 秒没有收到轮询的回答，重新开始轮询（restarting the polling）", self._line.silence)
        await self._restart()
        await asyncio.sleep(self._patience)
