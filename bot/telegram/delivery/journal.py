"""The journal of the updates under way, for the event loop: what is written before an answer is sent, and after.

A state file that cannot be written is a line in the log: people are answered all the same.
"""

from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Callable
from typing import TypeVar, cast

from telegram import Update

from bot.concurrency import in_thread
from bot.errors import StateError, explain
from bot.messages import Messages, language_of
from bot.state import State
from bot.state.chats.unsure import Kind, UnsureAnswer
from bot.state.usage.inbox import Waiting
from bot.telegram.delivery.group_commit import GroupCommit
from bot.telegram.delivery.handling import current
from bot.telegram.transport.services import Context

JOURNAL = "journal"  # of the data of the application
T = TypeVar("T")

LOOK, LOOKS = 0.1, 600  # seconds between two looks whether it is a chat's turn, and how many there are
MOST_TRIES = 5  # times that an update is begun before the asker is told that the database is out of reach

log = logging.getLogger(__name__)


class Journal:
    """What is under way. Arguments: the state, and a clock of seconds since 1970.

    `refuses_unwritten`: an update that cannot be written down is not taken, since it is brought again, to another
    replica perhaps, which could not know that it was answered.
    """

    def __init__(self, state: State, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._inbox, self._unsure = state.inbox, state.unsure
        self._is_shared = state.is_shared
        self._commits = GroupCommit(state.together) if state.together else None
        self.refuses_unwritten = False
        self._in_hand: set[int] = set()
        self._written_down: set[int] = set()  # of these; another replica may take them over
        self._not_given_back: set[int] = set()  # of what was postponed, since the database was out of reach

    async def take(self, update: Update, content: str, asked_at: float) -> bool:
        """Writes an update down that has arrived, as JSON; says whether it is to be handled: not twice, nor once answered.

        Raises StateError where it cannot be written down and `refuses_unwritten`.
        """
        chat, user, number = update.effective_chat, update.effective_user, update.update_id
        places = (chat.id if chat else None, user.id if user else None)
        waiting = Waiting(number, *places, asked_at, content)
        if self.refuses_unwritten:
            return await in_thread(self._inbox.put, waiting) and self.take_in_hand(number)
        unanswered = await self._written(self._inbox.put, waiting, synced=True)
        return unanswered is not False and self.take_in_hand(number, is_written_down=bool(unanswered))

    def take_in_hand(self, number: int, is_written_down: bool = True) -> bool:
        """Notes that an update is about to be handled; False when it is already."""
        is_in_hand = number in self._in_hand
        self._in_hand.add(number)
        if is_written_down:
            self._written_down.add(number)
        return not is_in_hand

    def is_in_hand(self, number: int) -> bool:
        """Whether an update is still to be handled to its end."""
        return number in self._in_hand

    async def begin(self, number: int) -> Waiting | None:
        """An update that is handled from now on, None when it is not written down.

        Raises CancelledError where another replica has taken it over, or may have.
        """
        waiting = await self._written(self._inbox.begin, number)
        self._leave_to_others(number, bool(waiting))
        return waiting

    async def finish(self, number: int) -> None:
        """The update is answered, or given up."""
        await self._written(self._inbox.finish, number)
        self._drop(number)

    async def postpone(self, number: int) -> bool:
        """Leaves an update that the database kept from its answer to whichever replica takes over next.

        False where the asker is to be told instead: it has changed something, was tried often enough, or nobody would.
        """
        if not self._is_shared or number not in self._written_down:
            return False
        is_given_back = await self._written(self._inbox.give_back, number, MOST_TRIES)
        if is_given_back is None:
            self._not_given_back.add(number)
        if is_given_back is not False:
            self._drop(number)
        return is_given_back is not False

    async def turn(self, number: int, chat: int | None) -> None:
        """Waits while other replicas have something in hand that came from the chat before; not for ever."""
        for _ in range(LOOKS if self._is_shared else 0):
            if chat is None or not await self._written(self._inbox.has_earlier, number, chat):
                return
            await asyncio.sleep(LOOK)

    async def take_over(self) -> list[Waiting]:
        """What programs that are gone did not finish, and is not in hand here all the same."""
        staying = await self._give_back()
        left = await self._written(self._inbox.take_over) or []
        if staying:
            left += [
                waiting for waiting in await self._written(self._inbox.left) or [] if waiting.id in staying
            ]
        return [waiting for waiting in left if waiting.id not in self._in_hand]

    async def _give_back(self) -> set[int]:
        """Gives back what could not be when it was postponed; tells what must stay here, and so is to be ended here."""
        staying = set()
        for number in self._not_given_back - self._in_hand:
            is_given_back = await self._written(self._inbox.give_back, number, MOST_TRIES)
            if is_given_back is not None:
                self._not_given_back.discard(number)
            if is_given_back is False:
                staying.add(number)
        return staying

    async def claim(self, number: int, chat: int) -> None:
        """A part of the answer is on its way.

        Raises CancelledError where another replica has taken the update over, or may have: that one answers it.
        """
        is_held = await self._written(self._inbox.claim, number, chat, synced=True)
        self._leave_to_others(number, bool(is_held))

    async def release(self, number: int) -> None:
        """It has surely not arrived."""
        await self._written(self._inbox.release, number)

    async def sent(self, number: int, message: int) -> None:
        """It is the message of this number, or may not have arrived."""
        await self.note(functools.partial(self._inbox.sent, number, message))

    async def note(self, write: Callable[[], object]) -> None:
        """Writes what nothing waits for before the update is finished; where changes gather, not even this waits."""
        if self._commits and current():
            self._commits.begin(write, synced=False).add_done_callback(_tell_failure)
        else:
            await self._written(write)

    async def settled(self) -> None:
        """Waits until all is written."""
        if self._commits:
            await self._commits.settled()

    def unsure_of(self, chat: int) -> UnsureAnswer | None:
        """What a chat has yet to be told of."""
        return self._unsure.of(chat)

    async def note_unsure(self, chat: int, words: Messages, kind: Kind = "answer") -> None:
        """A chat may lack an answer, which the next message to it says."""
        answer = UnsureAnswer(kind, language_of(words))
        await self._written(self._unsure.note, chat, answer, synced=True)

    async def told(self, chat: int) -> None:
        """The chat was told."""
        await self._written(self._unsure.told, chat, synced=True)

    def _leave_to_others(self, number: int, is_held: bool) -> None:
        """Breaks off an update that is not held here any more."""
        if self._is_shared and number in self._written_down and not is_held:
            log.warning("更新 %d 由别的副本接着答（another replica goes on with an update）", number)
            self._drop(number)
            raise asyncio.CancelledError

    def _drop(self, number: int) -> None:
        self._in_hand.discard(number)
        self._written_down.discard(number)

    async def _written(self, write: Callable[..., T], *values: object, synced: bool = False) -> T | None:
        """What a change of the state gives; None where it could not be written. Of what changes together, `synced` alone
        outlives a loss of power; else the change itself says."""
        try:
            if self._commits:
                return await self._commits.begin(functools.partial(write, *values), synced)
            return await in_thread(write, *values)
        except StateError as error:
            log.warning("%s", explain(error))
            return None


def _tell_failure(written: asyncio.Future[object]) -> None:
    error = None if written.cancelled() else written.exception()
    if isinstance(error, StateError):
        log.warning("%s", explain(error))
    elif error:
        log.error("a note could not be written", exc_info=error)


def journal_of(context: Context) -> Journal:
    """The journal of the running application."""
    return cast(Journal, context.bot_data[JOURNAL])
