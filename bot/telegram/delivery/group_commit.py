"""Group commit: all that waits to be written is written in one transaction, by one thread."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.concurrency import in_thread
from bot.state.storage.database import Together

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Change:
    write: Callable[[], Any]
    synced: bool
    result: asyncio.Future[Any]


class GroupCommit:
    """Writes changes in the order in which they came; while one commit waits for the disk, the next changes gather.

    Arguments: what makes one transaction of the changes in a block, told whether it must outlive a loss of power. A
    change may be made twice: those of a transaction that fails are made again, each alone.
    """

    def __init__(self, together: Together) -> None:
        self._together = together
        self._waiting: list[_Change] = []
        self._writing: asyncio.Task[None] | None = None

    def begin(self, write: Callable[[], T], synced: bool) -> asyncio.Future[T]:
        """Has something written, without waiting for it; gives what it gives, or its error."""
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()
        self._waiting.append(_Change(write, synced, result))
        if self._writing is None or self._writing.done():
            # Not in the context of the first: what others have written is none of its update's.
            self._writing = loop.create_task(self._write(), context=contextvars.Context())
        return result

    async def settled(self) -> None:
        """Waits until all is written."""
        if self._writing:
            await asyncio.shield(self._writing)

    async def _write(self) -> None:
        while self._waiting:
            changes, self._waiting = self._waiting, []
            try:
                outcomes = await in_thread(_outcomes, self._together, changes)
            except Exception as error:  # there is no thread for it
                outcomes = [_Outcome(error=error)] * len(changes)
            for change, outcome in zip(changes, outcomes, strict=True):
                if not change.result.done():  # nobody waits for it any more
                    _settle(change.result, outcome)


@dataclass(frozen=True, slots=True)
class _Outcome:
    value: object = None
    error: Exception | None = None


def _outcomes(together: Together, changes: Sequence[_Change]) -> list[_Outcome]:
    """What the changes give, made in one transaction if that can be."""
    if len(changes) > 1:
        with contextlib.suppress(Exception), together(any(change.synced for change in changes)):
            return [_Outcome(change.write()) for change in changes]
    return [_alone(together, change) for change in changes]


def _alone(together: Together, change: _Change) -> _Outcome:
    try:
        with together(change.synced):
            return _Outcome(change.write())
    except Exception as error:
        return _Outcome(error=error)


def _settle(result: asyncio.Future[Any], outcome: _Outcome) -> None:
    if outcome.error:
        result.set_exception(outcome.error)
    else:
        result.set_result(outcome.value)
