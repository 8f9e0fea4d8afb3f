"""The journal of the updates under way, for the event loop: what is written before an answer is sent, and after.

A state file that cannot be written is a line in the log: people are answered all the same.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from telegram import Update

from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.messages import Messages, language_of
from bot.state import State
from bot.state.chats.unsure import Kind, UnsureAnswer
from bot.state.usage.inbox import UNKNOWN, Waiting

P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)


class Journal:
    """What is under way. Arguments: the state, and a clock of seconds since 1970."""

    def __init__(self, state: State, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._inbox, self._unsure = state.inbox, state.unsure
        self._in_hand: set[int] = set()

    async def take(self, update: Update, asked_at: float) -> bool:
        """Writes an update down that has arrived; says whether it is to be handled: not twice, nor once answered."""
        chat, user, number = update.effective_chat, update.effective_user, update.update_id
        places = (chat.id if chat else None, user.id if user else None)
        waiting = Waiting(number, *places, asked_at, update.to_json())
        unanswered = await self._written(self._inbox.put, waiting)
        return unanswered is not False and self.take_in_hand(number)

    def take_in_hand(self, number: int) -> bool:
        """Notes that an update is about to be handled; False when it is already."""
        is_in_hand = number in self._in_hand
        self._in_hand.add(number)
        return not is_in_hand

    def is_in_hand(self, number: int) -> bool:
        """Whether an update is still to be handled to its end."""
        return number in self._in_hand

    async def begin(self, number: int) -> Waiting | None:
        """An update that is handled from now on, None when it is not written down."""
        return await self._written(self._inbox.begin, number)

    async def finish(self, number: int) -> None:
        """The update is answered, or given up."""
        await self._written(self._inbox.finish, number)
        self._in_hand.discard(number)

    async def left(self) -> list[Waiting]:
        """What the program before did not finish."""
        return await self._written(self._inbox.left) or []

    async def claim(self, number: int, chat: int) -> None:
        """A part of the answer is on its way."""
        await self._written(self._inbox.claim, number, chat)

    async def release(self, number: int) -> None:
        """It has surely not arrived."""
        await self._written(self._inbox.release, number)

    async def sent(self, number: int, message: int = UNKNOWN) -> None:
        """It is the message of this number, or may not have arrived."""
        await self._written(self._inbox.sent, number, message)

    def unsure_of(self, chat: int) -> UnsureAnswer | None:
        """What a chat has yet to be told of."""
        return self._unsure.of(chat)

    async def note_unsure(self, chat: int, words: Messages, kind: Kind = "answer") -> None:
        """A chat may lack an answer, which the next message to it says."""
        answer = UnsureAnswer(kind, language_of(words))
        await self._written(self._unsure.note, chat, answer)

    async def told(self, chat: int) -> None:
        """The chat was told."""
        await self._written(self._unsure.told, chat)

    async def _written(self, write: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            return await in_thread(write, *args, **kwargs)
        except StateError as error:
            log.warning("%s", explain(error))
            return None
