"""The lines over which the threads of a program read one generation."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import psycopg
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

from knowledge.store.postgresql.faults import is_line_lost
from knowledge.store.postgresql.statements import translated

MOST_LINES = 8  # of one program; its other threads wait
PATIENCE = 2.0  # seconds in which a line that was lost may be had again

Line = psycopg.Connection[tuple[Any, ...]]


@dataclass(slots=True)
class FetchedRows:
    """What a SELECT has found, read whole."""

    description: Sequence[tuple[str]]
    rows: list[tuple[Any, ...]]
    place: int = 0

    def fetchone(self) -> tuple[Any, ...] | None:
        """The next row, None after the last."""
        self.place += 1
        return self.rows[self.place - 1] if self.place <= len(self.rows) else None

    def fetchall(self) -> list[tuple[Any, ...]]:
        """The rows that are left."""
        return list(self)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The rows that are left, one after the other."""
        while (row := self.fetchone()) is not None:
            yield row


@dataclass(slots=True)
class Lines:
    """Lines that are made when they are needed and used by one thread at a time; `connect` makes one.

    A generation does not change, so what was asked over a line that is lost is asked again over another.
    """

    connect: Callable[[], Line]
    _idle: list[Line] = field(default_factory=list)
    _free: threading.BoundedSemaphore = field(default_factory=lambda: threading.BoundedSemaphore(MOST_LINES))
    _is_closed: bool = False

    def execute(self, sql: str, parameters: Sequence[Any] | None = None) -> FetchedRows:
        """The rows that a SELECT of the store finds."""
        return self.ask(*translated(sql, parameters or ()))

    def ask(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> FetchedRows:
        """The rows that a SELECT finds which is written for psycopg."""
        try:
            return self._ask(sql, values)
        except psycopg.Error as error:
            if not is_line_lost(error):
                raise
        retrying = Retrying(
            retry=retry_if_exception(is_line_lost),
            stop=stop_after_delay(PATIENCE),
            wait=wait_random_exponential(0.1, max=0.5),
            reraise=True,
        )
        return retrying(self._ask, sql, values)

    def retire(self) -> None:
        """Closes the lines that nobody uses, and each of the others once it is not used any more."""
        self._is_closed = True
        while self._idle:
            self._idle.pop().close()

    def close(self) -> None:
        """Nothing: the lines are not this reader's alone."""

    def _ask(self, sql: str, values: Sequence[object] | Mapping[str, object]) -> FetchedRows:
        with self._line() as line:
            cursor = line.execute(sql, values, binary=True)
            return FetchedRows([(column.name,) for column in cursor.description or ()], cursor.fetchall())

    @contextmanager
    def _line(self) -> Iterator[Line]:
        with self._free:
            try:
                line = self._idle.pop()
            except IndexError:
                line = self.connect()
            try:
                yield line
            finally:
                self._put_back(line)

    def _put_back(self, line: Line) -> None:
        if line.closed or line.broken or self._is_closed:
            line.close()
        else:
            self._idle.append(line)
