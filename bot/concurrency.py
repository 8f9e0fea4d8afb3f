"""The border between the event loop and the knowledge base, which works in threads."""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import threading
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Runs a short piece of work in a thread of the pool and waits for it."""
    return await asyncio.to_thread(function, *args, **kwargs)


async def in_background(function: Callable[[], T]) -> T:
    """Runs a long piece of work in a thread of its own, which does not hold up the end of the program."""
    loop = asyncio.get_running_loop()
    result: asyncio.Future[T] = loop.create_future()

    def work() -> None:
        try:
            _settle(loop, result.set_result, function())
        except Exception as error:
            _settle(loop, result.set_exception, error)

    context = contextvars.copy_context()
    threading.Thread(target=context.run, args=(work,), name="background", daemon=True).start()
    return await result


class InTurn:
    """Long pieces of work of one kind, one after the other, so that they leave the machine to others."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def run(self, function: Callable[[], T]) -> T:
        """Waits for its turn, runs the work in a thread of its own and waits for it."""
        async with self._turn:
            return await in_background(function)


def _settle(loop: asyncio.AbstractEventLoop, settle: Callable[[T], None], value: T) -> None:
    """Hands the result over to the loop, which may be gone or may wait for it no longer."""

    def hand_over() -> None:
        with contextlib.suppress(asyncio.InvalidStateError):
            settle(value)

    with contextlib.suppress(RuntimeError):  # the loop is closed
        loop.call_soon_threadsafe(hand_over)
