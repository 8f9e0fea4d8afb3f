"""The line to Telegram: when it last answered, said once when it is lost and once when it is back.

PTB retries a timed-out poll at DEBUG for ever, and a refused token ends its polling task without a word; the
watchdog sees both.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.request import HTTPXRequest

from bot.errors import PollingDied, TokenRefused

PATIENCE = 90.0  # seconds without an answer until something is done
INTERVAL = 15.0  # seconds between two looks

log = logging.getLogger(__name__)


class PollLine:
    """What is known of the polling."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._answered = clock()
        self._lost = False

    @property
    def silence(self) -> float:
        """Seconds since Telegram last answered a poll."""
        return self._clock() - self._answered

    def answered(self, good: bool) -> None:
        """Telegram answered; `good` when it was no error."""
        self._answered = self._clock()
        if good and self._lost:
            self._lost = False
            log.info("已重新连上 Telegram（connected again）")

    def failed(self, error: TelegramError | str) -> None:
        """A poll failed; only the first of a row is worth a line."""
        if not self._lost:
            self._lost = True
            log.warning("Telegram 连接中断，继续重试（connection lost, retrying）：%s", error)


class PollRequest(HTTPXRequest):
    """The connections of the polling; every answer is noted on the line."""

    def __init__(self, line: PollLine, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._line = line

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Sends a request."""
        code, payload = await super().do_request(*args, **kwargs)
        self._line.answered(good=code == 200)
        return code, payload


class Watchdog:
    """Starts the polling again when Telegram answers other requests but no poll; gives up when that fails."""

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
            if self._line.silence < self._patience:
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
