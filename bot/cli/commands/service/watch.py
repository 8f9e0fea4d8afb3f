"""`jianda load --watch`: the folder is looked at every few seconds, and loaded when it has changed and come to rest."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.corpus.scan import fingerprint

POLL_SECONDS = 2.0

Fingerprint = frozenset[object]


def watch(
    corpus: Path, load: Callable[[], None], stop: threading.Event, seconds: float = POLL_SECONDS
) -> None:
    """Loads whenever the folder has changed since the last load and stayed so for one look, until `stop` is set.

    A file that is still being copied changes from look to look, so it is read once it is whole.
    """
    loaded: Fingerprint | None = None
    before = fingerprint(corpus)
    while not stop.is_set():
        now = fingerprint(corpus)
        if now == before and now != loaded:
            loaded = now
            load()
        before = now
        stop.wait(seconds)


@contextmanager
def stopped_by_signals() -> Iterator[threading.Event]:
    """An event that Ctrl-C and SIGTERM set."""
    stop = threading.Event()
    old = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in old:
        signal.signal(number, lambda *_: stop.set())
    try:
        yield stop
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)
