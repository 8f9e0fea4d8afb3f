"""Where updates come from: fetched by polls, or brought to a webhook by Telegram."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import logging
from collections.abc import Sequence
from typing import Any, Protocol

from telegram.error import InvalidToken, TelegramError
from telegram.ext import Application
from telegram.request import BaseRequest

from bot.errors import TokenRefused
from bot.telegram.transport.polling import PollLine, Watchdog
from bot.telegram.transport.start_errors import start_errors
from bot.telegram.transport.update_batch import read_batch

POLL_SECONDS = 20  # how long Telegram may keep a poll waiting for news
STOP_SECONDS = 5.0  # for the last poll to end
FOR_EVER = -1
LOOK_SECONDS = 60.0  # between two looks at the webhook
CONNECTIONS = 40  # that Telegram may hold to the webhook at once

App = Application[Any, Any, Any, Any, Any, Any]

log = logging.getLogger(__name__)


class UpdateSource(Protocol):
    """Brings updates into the queue of the application."""

    async def start(self, retries: int) -> None:
        """Begins; so many tries. Raises TokenRefused or TelegramUnreachable."""

    async def watch(self) -> None:
        """Looks after it until the task is cancelled. Raises TokenRefused or PollingDied when nothing helps."""

    async def stop(self) -> None:
        """Ends; what Telegram has not been told to be taken comes again at the next start."""


class Polling:
    """Fetches updates. Arguments: the application, the connections of its polls, what is known of them, the kinds."""

    def __init__(self, application: App, request: BaseRequest, line: PollLine, kinds: Sequence[str]) -> None:
        self._application, self._request, self._line, self._kinds = application, request, line, kinds

    async def start(self, retries: int) -> None:
        """Begins to poll, which ends a webhook."""
        assert self._application.updater
        with start_errors():
            await self._application.updater.start_polling(
                timeout=POLL_SECONDS,
                bootstrap_retries=retries,
                allowed_updates=self._kinds,
                error_callback=self._line.failed,
            )

    async def watch(self) -> None:
        """Starts the polling again when it has died in silence."""
        await Watchdog(self._line, self._application.bot.get_me, self._start_again).watch()

    async def stop(self) -> None:
        """Stops the polling, which may have ended by an error of its own."""
        updater = self._application.updater
        if updater and updater.running:
            with contextlib.suppress(TelegramError, TimeoutError):
                await asyncio.wait_for(updater.stop(), STOP_SECONDS)

    async def _start_again(self) -> None:
        """Polls on new connections."""
        await self.stop()
        await self._request.shutdown()
        await self._request.initialize()
        await self.start(FOR_EVER)


class Webhook:
    """Takes updates that Telegram brings. Arguments: the application, the URL, what is known of the line, the kinds.

    `secret` comes with every update in a header; it is made from the token, so that it is nowhere stored.
    """

    def __init__(self, application: App, url: str, line: PollLine, kinds: Sequence[str]) -> None:
        self._application, self._url, self._line, self._kinds = application, url, line, kinds
        self.secret = webhook_secret(application.bot.token)
        self._trouble = ""

    def is_secret(self, text: str) -> bool:
        """Whether a text is the secret, in a time that does not tell how much of it is right."""
        return hmac.compare_digest(text.encode(), self.secret.encode())

    async def receive(self, payload: bytes) -> None:
        """Takes an update in; when this returns, it is written down. Raises UnreadableAnswer when it is no update."""
        batch = read_batch(b'{"ok":true,"result":[' + payload + b"]}", self._application.bot)
        for skipped in batch.skipped:
            log.warning(
                "跳过一条读不懂的更新 %s：%s（an update that cannot be read was skipped）",
                skipped.id,
                skipped.reason,
            )
        self._line.fetched(len(batch.updates))
        for update, _ in batch.readable:
            await self._application.update_queue.put(update)

    async def start(self, retries: int) -> None:
        """Tells Telegram where updates go."""
        with start_errors():
            await self._set()

    async def watch(self) -> None:
        """Looks whether Telegram still brings the updates here."""
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            await self.look()

    async def look(self) -> None:
        """Sets the webhook again where something else has taken it away, and logs anew what Telegram cannot do."""
        try:
            info = await self._application.bot.get_webhook_info()
            self._line.answered(good=True)
            if info.url != self._url:
                log.warning("网络钩子被改走了，重新设置（the webhook was taken away; it is set again）")
                await self._set()
        except InvalidToken as error:
            raise TokenRefused from error
        except TelegramError as error:
            self._line.failed(error)
            return
        if (trouble := info.last_error_message or "") != self._trouble:
            self._trouble = trouble
            if trouble:
                log.warning("Telegram 送不到更新（Telegram cannot bring updates）：%s", trouble)

    async def stop(self) -> None:
        """Leaves the webhook: Telegram keeps the updates until the bot is back."""

    async def _set(self) -> None:
        await self._application.bot.set_webhook(
            self._url, secret_token=self.secret, allowed_updates=self._kinds, max_connections=CONNECTIONS
        )


def webhook_secret(token: str) -> str:
    """The secret of a bot's webhook: nobody who does not know the token can make it."""
    return hmac.new(token.encode(), b"jianda webhook", hashlib.sha256).hexdigest()
