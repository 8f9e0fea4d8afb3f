"""A knowledge base that is read from a server: the newest generation, which each replica hears of."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psycopg
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Identifier

from knowledge.errors import DatabaseTooNew, DatabaseUnusable
from knowledge.store.postgresql.address import DatabaseAddress
from knowledge.store.postgresql.connection import connected
from knowledge.store.postgresql.durable_line import DurableLine, Line
from knowledge.store.postgresql.faults import is_line_lost, server_errors
from knowledge.store.postgresql.generations import Generation, Generations, readable_layout
from knowledge.store.postgresql.publishing import publish
from knowledge.store.reader import Store
from knowledge.store.source import FileSource, Identity, LoadChanges

log = logging.getLogger(__name__)

LOOK = 1.0  # seconds between two looks, whether or not anything was heard
# Statements are short: compiling one takes longer than carrying it out.
_SETTINGS = "SET jit = off; SET default_transaction_read_only = on"


@dataclass(frozen=True, slots=True)
class _Watch:
    """A line that hears of each new generation."""

    line: Line
    generations: Generations


class GenerationSource:
    """The newest generation on a server; a file for as long as none was ever published there."""

    is_at_hand = False

    def __init__(self, address: DatabaseAddress, file: Path) -> None:
        self._address, self._file = address, FileSource(file)
        self._lock = threading.Lock()
        self._watch: _Watch | None = None
        self._looked = -math.inf
        self._current: Generation | None = None

    def identity(self) -> Identity:
        """The number of the generation, negative so that it is no file's."""
        current = self._newest()
        return _identity(current) if current else self._file.identity()

    def opened(self) -> tuple[Identity, Store]:
        """The newest generation, over a line of its own. Raises DatabaseTooNew, DatabaseUnusable, or what a file raises."""
        current = self._newest()
        if current is None:
            return self._file.opened()
        line = DurableLine(partial(self._line, current))
        version = line.ask("SHOW server_version").fetchall()[0][0]
        return _identity(current), Store(line, f"PostgreSQL {version} #{current.number}")

    def is_published(self) -> bool:
        """Whether there is a generation. Raises DatabaseTooNew or DatabaseUnusable."""
        return self._newest() is not None

    def publish(self, file: Path, changes: LoadChanges | None = None) -> int | None:
        """Publishes a file as the next generation, by `publishing.publish`.

        Where nothing was ever published and nobody allows it, each machine goes on with its own file.
        """
        try:
            return publish(file, self._address, changes)
        except DatabaseUnusable as error:
            if error.detail != "forbidden" or self._newest():
                raise
            log.warning("not published: %s", error)
            return None

    def close(self) -> None:
        """Closes the line on which new generations are heard of."""
        with self._lock:
            if self._watch:
                self._watch.line.close()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turns what the server says, or the file, into KnowledgeError."""
        with server_errors(self._address, DatabaseUnusable), self._file.faults():
            yield

    def _newest(self) -> Generation | None:
        """The newest generation as far as it is known: while another thread looks, or the line is lost, the one before."""
        if not self._lock.acquire(blocking=self._current is None):
            return self._current
        try:
            with server_errors(self._address, DatabaseUnusable):
                return self._looked_up()
        finally:
            self._lock.release()

    def _looked_up(self) -> Generation | None:
        try:
            if self._is_old():
                self._current = self._find(self._generations())
                self._looked = time.monotonic()
        except psycopg.Error as error:
            if self._watch:
                self._watch.line.close()
            if self._current is None or not is_line_lost(error):
                raise
            self._looked = time.monotonic()
        return self._current

    def _is_old(self) -> bool:
        """Whether it is time to look, or something was heard on a line that stands."""
        if self._watch is None or time.monotonic() - self._looked > LOOK:
            return True
        return not self._watch.line.closed and any(True for _ in self._watch.line.notifies(timeout=0))

    def _generations(self) -> Generations:
        if self._watch is None or self._watch.line.closed:
            line = connected(self._address, tuple_row)
            self._watch = _Watch(line, Generations(line))
            self._watch.generations.listen()
        return self._watch.generations

    def _find(self, generations: Generations) -> Generation | None:
        if not generations.exist():
            return None
        if newest := generations.newest():
            return newest
        other, readable = generations.newest_layout(), readable_layout()
        if other is None:
            return None
        if other > readable:
            raise DatabaseTooNew(
                str(self._address), *(".".join(map(str, layout)) for layout in (other, readable))
            )
        raise DatabaseUnusable(str(self._address), "outdated")

    def _line(self, generation: Generation) -> Line:
        """A line on which the tables of a generation are those that are named, and which keeps it from being dropped."""
        line = connected(self._address, tuple_row)
        try:
            generations = Generations(line)
            line.execute("SELECT pg_advisory_lock_shared(hashtextextended(%s, 0))", [generation.schema])
            if not generations.holds(generation):
                raise DatabaseUnusable(str(self._address), "dropped")
            line.execute(_SETTINGS, prepare=False)
            line.execute(SQL("SET search_path = {}").format(Identifier(generation.schema)))
        except BaseException:
            line.close()
            raise
        return line


def _identity(generation: Generation) -> Identity:
    return (-generation.number, 0)
