"""The same error again and again is counted in the log instead of repeated."""

from __future__ import annotations

import logging
import re
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

WINDOW = 600.0  # seconds after which the same error is written out anew
MOST = 256  # different errors that are remembered
SHOWN = 120  # characters of an error whose count is told
_NUMBER = re.compile(r"\b(?:0x[0-9a-f]+|[0-9]+(?:\.[0-9]+)?)\b")

Key = tuple[object, ...]


@dataclass(slots=True)
class _Written:
    """An error that was written at a time, and how often it came again since."""

    name: str
    level: int
    text: str
    at: float
    again: int = 0


class CountingHandler(logging.Handler):
    """Hands records on to other handlers, the same warning or error once in WINDOW with the count of the others."""

    def __init__(self, *handlers: logging.Handler, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._handlers, self._clock = handlers, clock
        self._written: OrderedDict[Key, _Written] = OrderedDict()  # the one written first stands first

    def emit(self, record: logging.LogRecord) -> None:
        """Writes a record, or counts it."""
        self._tell_counts(until=self._clock() - WINDOW)
        if record.levelno >= logging.WARNING:
            key = _key(record)
            if written := self._written.get(key):
                written.again += 1
                return
            text = record.getMessage()[:SHOWN]
            self._written[key] = _Written(record.name, record.levelno, text, self._clock())
        self._hand_on(record)

    def flush(self) -> None:
        """Tells the counts that are still to be told."""
        self._tell_counts(until=self._clock())

    def close(self) -> None:
        """Tells the counts and closes the other handlers."""
        self.flush()
        for handler in self._handlers:
            handler.close()
        super().close()

    def _tell_counts(self, until: float) -> None:
        """Tells how often errors came again that were written up to a time, or whose place others need."""
        while self._written:
            first = next(iter(self._written.values()))
            if first.at > until and len(self._written) < MOST:
                return
            self._written.popitem(last=False)
            if first.again:
                text = f"… 又出现 {first.again} 次（repeated）：{first.text}"
                self._hand_on(logging.LogRecord(first.name, first.level, "", 0, text, (), None))

    def _hand_on(self, record: logging.LogRecord) -> None:
        for handler in self._handlers:
            handler.handle(record)


def _key(record: logging.LogRecord) -> Key:
    """What makes two records the same: where they come from and what they say, but for the numbers in their texts.

    A number that is an argument of its own counts: it names an update or a chat.
    """
    args = record.args if isinstance(record.args, tuple) else (record.args,)
    arguments = (arg if isinstance(arg, int) else _NUMBER.sub("#", str(arg)) for arg in args)
    kind = record.exc_info[0] if record.exc_info else None
    return (record.name, record.levelno, _NUMBER.sub("#", str(record.msg)), *arguments, kind)
