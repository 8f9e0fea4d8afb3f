"""The libraries of a database on a server: an optional extra, imported once they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.config.secrets import DatabaseUrl
from bot.errors import StateUnusable


@contextmanager
def driver_of(url: DatabaseUrl) -> Iterator[None]:
    """Turns an import that fails into StateUnusable, which says what to install."""
    try:
        yield
    except ImportError as error:
        raise StateUnusable(str(url), "driver") from error
