"""An update on its way through the handlers: its answer so far, and whether it works, waits or sends."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Literal

from telegram import Update

from bot.telegram.delivery.places import Places

Step = Literal["working", "waiting", "sending", "done"]

CURRENT: ContextVar[Handling | None] = ContextVar("handling", default=None)
"""The update that the running task handles."""


@dataclass(slots=True, eq=False)
class Handling:
    """An update that is handled by a task.

    `postpone` leaves the update of a number to a later time and says whether it could: see `Journal.postpone`.
    `sent` are the numbers of the messages that an earlier run of the program has sent: they are not sent again.
    `asked_at` is when the update came, in seconds since 1970; None once that was told, or where it is not known.
    `is_postponed`: it was left to a later time, and so has not come to its end.
    """

    update: Update
    task: asyncio.Task[object]
    places: Places
    postpone: Callable[[int], Awaitable[bool]]
    sent: deque[int] = field(default_factory=deque)
    asked_at: float | None = None
    step: Step = "waiting"
    is_postponed: bool = False
    _waits: int = 0

    @property
    def number(self) -> int:
        """The id of the update."""
        return self.update.update_id

    async def is_left_for_later(self) -> bool:
        """Leaves the update to a later time; says whether that could be done."""
        self.is_postponed = await self.postpone(self.number)
        return self.is_postponed

    @contextlib.contextmanager
    def working(self) -> Iterator[None]:
        """Works in the place that was taken for it, and gives that back in the end."""
        self.step = "working"
        try:
            yield
        finally:
            self.step = "done"
            if not self._waits:
                self.places.give()

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Waits for Telegram without a working place."""
        self._waits += 1
        if self._waits == 1:
            self.step = "waiting"
            self.places.give()
        try:
            yield
        finally:
            self._waits -= 1
            if not self._waits and self.step != "done":
                self.places.take_again()
                self.step = "working"

    @contextlib.contextmanager
    def sending(self) -> Iterator[None]:
        """Sends, which is not broken off when the program is to end."""
        before, self.step = self.step, "sending"
        try:
            yield
        finally:
            self.step = before


def current() -> Handling | None:
    """The update that the running task handles; None outside of that, and for what goes on after its end."""
    handling = CURRENT.get()
    return handling if handling and handling.step != "done" else None


@contextlib.contextmanager
def waiting() -> Iterator[None]:
    """Lets the update that is handled wait for Telegram without a working place."""
    handling = current()
    with handling.waiting() if handling else contextlib.nullcontext():
        yield
