"""The update that the running code works for: what it changes is noted with it, and made only while it is held."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Handled:
    """An update under way.

    `holder` is the number of the program's line to the database under which it is held; None where it is not written
    down, or has come to its end: what still works for it then changes things in its own right.
    """

    number: int
    holder: int | None = None


HANDLED: ContextVar[Handled | None] = ContextVar("handled", default=None)
"""The update that is being handled, also in the threads that work for it."""


def handled_number() -> int | None:
    """The number of the update that is being handled."""
    handled = HANDLED.get()
    return handled.number if handled else None
