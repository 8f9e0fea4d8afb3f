"""Messages are sent at most once: Telegram has no key by which it would drop the second of two equal ones."""

from __future__ import annotations

import contextlib
import functools
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

from telegram.error import TelegramError

from bot.messages import Messages, in_language
from bot.state.usage.inbox import UNKNOWN
from bot.telegram.delivery.handling import current
from bot.telegram.delivery.journal import Journal
from bot.telegram.transport.connections import LEAVING
from bot.telegram.transport.failures import surely_not_sent
from bot.telegram.transport.sending import words_for

ENDPOINTS = frozenset({"sendMessage", "sendPhoto", "sendDocument"})

Result = dict[str, Any]

log = logging.getLogger(__name__)

NO_DATE = 1  # when it was sent is not known; 0 would mark a message that cannot be seen


class AtMostOnce:
    """Sends the parts of an answer; each is claimed before it leaves, so that no crash sends it again."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def sent_before(self, chat: int) -> Result | None:
        """The next part of the answer, if an earlier run of the program has sent it."""
        handling = current()
        return _message(chat, handling.sent.popleft()) if handling and handling.sent else None

    async def send(self, chat: int, request: Callable[[], Awaitable[Result]]) -> Result:
        """The message that a request sends, with its number and chat alone; without a number where it may or may not have
        arrived.

        Raises the error of a request that has surely not arrived.
        """
        handling = current()
        if handling is None:
            return await self._sure(chat, request, in_language(None))
        with handling.sending(), _leaving(functools.partial(self._journal.claim, handling.number, chat)):
            try:
                sent = await self._sure(chat, request, words_for(handling.update))
            except TelegramError:
                await self._journal.release(handling.number)
                raise
            await self._journal.sent(handling.number, sent["message_id"])
        return sent

    async def _sure(self, chat: int, request: Callable[[], Awaitable[Result]], words: Messages) -> Result:
        """What a request sends; where that may have got lost, the chat will be told."""
        try:
            return _message(chat, _number_of(await request()))
        except TelegramError as error:
            if surely_not_sent(error):
                raise
            log.warning("一条回答可能没有送到（an answer may not have arrived）：%s", type(error).__name__)
            await self._journal.note_unsure(chat, words)
            return _message(chat, UNKNOWN)


@contextlib.contextmanager
def _leaving(claim: Callable[[], Awaitable[None]]) -> Iterator[None]:
    """Lets a request be claimed when it leaves; one that waits for a connection is not on its way yet."""
    token = LEAVING.set(claim)
    try:
        yield
    finally:
        LEAVING.reset(token)


def _number_of(sent: object) -> int:
    """The number of the message that was sent, as Telegram says; UNKNOWN where that cannot be read."""
    number = sent.get("message_id") if isinstance(sent, dict) else None
    return number if isinstance(number, int) else UNKNOWN


def _message(chat: int, number: int) -> Result:
    """The least that PTB takes for a message: to make all of it again of what was just sent costs as much as to send it."""
    kind = "private" if chat > 0 else "supergroup"
    return {"message_id": number, "date": NO_DATE, "chat": {"id": chat, "type": kind}}
