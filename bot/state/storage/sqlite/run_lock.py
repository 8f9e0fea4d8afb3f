"""One `run` on a state file: a second one would answer every message a second time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import StateInUse


@contextmanager
def only_run(state: Path) -> Iterator[None]:
    """Holds the state file for this process until the block ends, or the process does. Raises StateInUse."""
    state.parent.mkdir(parents=True, exist_ok=True)
    with open(state.with_name(f"{state.name}.run"), "w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StateInUse(state) from error
        yield
