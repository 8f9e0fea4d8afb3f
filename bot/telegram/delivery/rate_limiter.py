"""The pace of sending: Telegram's rates, its orders to wait obeyed a chat at a time, and what failed tried again."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import itertools
import math
from collections.abc import Callable, Coroutine, Hashable
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter

from bot.metrics import RETRIES
from bot.telegram.delivery.at_most_once import ENDPOINTS, AtMostOnce
from bot.telegram.delivery.handling import waiting
from bot.telegram.delivery.measuring import measured
from bot.telegram.delivery.notices import Notices, put_before
from bot.telegram.transport.failures import is_passing, surely_not_sent
from bot.telegram.transport.retrying import MARGIN, PATIENCE, repeated, seconds_of

REPEATS = 15  # a second, so that those who write now get the other half of Telegram's rate
LEFT_TO_CALLER = (
    -1
)  # as `rate_limit_args`, of which PTB drops 0: what fails is not tried again, the caller knows better when
# What may be done twice, since it comes to the same.
IDEMPOTENT = frozenset(
    {
        "answerCallbackQuery",
        "answerInlineQuery",
        "deleteMessage",
        "deleteMessages",
        "editMessageReplyMarkup",
        "editMessageText",
        "getChat",
        "getChatMember",
        "getFile",
    }
)
UNCOUNTED = frozenset({"getChat", "getChatMember"})  # have a chat, but put nothing into it
PLACE = ("chat_id", "message_thread_id", "reply_parameters")  # of a message

Request = Callable[..., Coroutine[Any, Any, Any]]
Attempt = Callable[[], Coroutine[Any, Any, Any]]
Data = dict[str, Any]


class PatientRateLimiter(AIORateLimiter):
    """Keeps the rates as the library does, and repeats what Telegram did not take; messages are sent at most once.

    Told to wait in one chat, it goes on in the others; the library's own retries halt all requests of the bot, to
    every chat: they are left at none.
    """

    def __init__(self, once: AtMostOnce, notices: Notices) -> None:
        super().__init__()
        self._once, self._notices = once, notices
        self._held: dict[Hashable, float] = {}
        self._repeats = AsyncLimiter(REPEATS, 1)

    async def process_request(
        self,
        callback: Request,
        args: Any,
        kwargs: Data,
        endpoint: str,
        data: Data,
        rate_limit_args: int | None,
    ) -> Any:
        """Sends a request in its time, and again for PATIENCE seconds while Telegram does not take it."""
        request = measured(functools.partial(callback, **kwargs))
        left_to_caller = rate_limit_args == LEFT_TO_CALLER
        with waiting():
            if endpoint in ENDPOINTS:
                return await self._message(request, endpoint, data, left_to_caller)
            repeats = endpoint in IDEMPOTENT and not left_to_caller
            counted = {} if endpoint in UNCOUNTED else data
            attempt = functools.partial(request, endpoint, data)
            return await self._patiently(attempt, counted, is_passing if repeats else _asks_to_wait)

    async def _message(self, request: Request, endpoint: str, data: Data, left_to_caller: bool) -> Any:
        """Sends a message, with what is to be said before it."""
        chat = data["chat_id"]
        if (sent := self._once.sent_before(chat)) is not None:
            return sent
        notice = self._notices.of(chat)
        if notice and not put_before(notice, data):
            await self._notice(request, data, notice)
            notice = ""
        attempt = functools.partial(request, endpoint, data)
        if left_to_caller:
            sent = await self._patiently(attempt, data, _asks_to_wait)
        else:
            sent = await self._patiently(functools.partial(self._once.send, chat, attempt), data, is_passing)
        if notice and sent["message_id"]:
            await self._notices.told(chat)
        return sent

    async def _notice(self, request: Request, data: Data, notice: str) -> None:
        """Sends what is to be said before a message that has no room for it; if that fails, the next one says it."""
        alone = {name: data[name] for name in PLACE if name in data} | {"text": notice}
        with contextlib.suppress(TelegramError):
            await self._patiently(functools.partial(request, "sendMessage", alone), data, _may_be_repeated)
            await self._notices.told(data["chat_id"])

    async def _patiently(
        self, request: Attempt, data: Data, worthwhile: Callable[[BaseException], bool]
    ) -> Any:
        """What a request brings, each attempt of it in its time."""
        tries = itertools.count()

        async def attempt() -> Any:
            await self._released(data.get("chat_id"))
            if next(tries):
                RETRIES.inc()
                await self._repeats.acquire()
            return await self._in_its_time(request, data)

        return await repeated(attempt, worthwhile)

    async def _in_its_time(self, request: Attempt, data: Data) -> Any:
        """Sends a request as soon as the rates allow it."""

        async def asked() -> Any:
            try:
                return await request()
            except RetryAfter as error:  # the library would log each
                return error

        answer = await super().process_request(asked, (), {}, "", data, None)
        if isinstance(answer, RetryAfter):
            self._hold(data.get("chat_id"), seconds_of(answer))
            raise answer
        return answer

    def _hold(self, chat: Hashable, seconds: float) -> None:
        """Notes that Telegram takes nothing to a chat for so long."""
        now = asyncio.get_running_loop().time()
        self._held = {other: end for other, end in self._held.items() if end > now}
        if chat is not None:
            self._held[chat] = now + seconds + MARGIN

    async def _released(self, chat: Hashable) -> None:
        """Waits until Telegram takes messages to a chat again; raises RetryAfter when that takes too long."""
        clock = asyncio.get_running_loop().time
        while (rest := self._held.get(chat, 0.0) - clock()) > 0:
            if rest > PATIENCE:
                raise RetryAfter(math.ceil(rest))
            await asyncio.sleep(rest)


def _asks_to_wait(error: BaseException) -> bool:
    return isinstance(error, RetryAfter)


def _may_be_repeated(error: BaseException) -> bool:
    return isinstance(error, TelegramError) and is_passing(error) and surely_not_sent(error)
