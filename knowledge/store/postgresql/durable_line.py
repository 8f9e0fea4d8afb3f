"""A line over which one generation is read, which is made anew when it is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

from knowledge.store.postgresql.faults import is_line_lost
from knowledge.store.postgresql.statements import translated

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


class DurableLine:
    """The line of one store; `connect` makes one.

    A generation does not change, so what was asked over a line that is lost is asked again over another.
    """

    def __init__(self, connect: Callable[[], Line]) -> None:
        self._connect = connect
        self._line: Line | None = None

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

    def close(self) -> None:
        """Closes the line, and lets the generation go."""
        if self._line:
            self._line.close()

    def _ask(self, sql: str, values: Sequence[object] | Mapping[str, object]) -> FetchedRows:
        if self._line is None or self._line.closed:
            self._line = self._connect()
        try:
            cursor = self._line.execute(sql, values, binary=True)
        except psycopg.Error as error:
            if is_line_lost(error):
                self._line.close()
            raise
        return FetchedRows([(column.name,) for column in cursor.description or ()], cursor.fetchall())
