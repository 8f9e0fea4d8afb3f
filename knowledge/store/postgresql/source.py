"""A knowledge base that is read from a server: the newest generation, which each replica hears of."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Identifier

from knowledge.errors import DatabaseTooNew, DatabaseUnusable
from knowledge.store import migrations
from knowledge.store.postgresql.address import DatabaseAddress
from knowledge.store.postgresql.connection import connected
from knowledge.store.postgresql.faults import is_line_lost, server_errors
from knowledge.store.postgresql.generations import Generation, Generations
from knowledge.store.postgresql.lines import Line, Lines
from knowledge.store.postgresql.publishing import publish
from knowledge.store.reader import Store
from knowledge.store.source import FileSource, Identity, LoadChanges

log = logging.getLogger(__name__)

LOOK = 1.0  # seconds between two looks, whether or not anything was heard
# Statements are short: compiling one takes longer than carrying it out.
_SETTINGS = "SET jit = off; SET default_transaction_read_only = on"


@dataclass(frozen=True, slots=True)
class _Current:
    generation: Generation
    lines: Lines


class GenerationSource:
    """The newest generation on a server; a file for as long as none was ever published there."""

    is_at_hand = False

    def __init__(self, address: DatabaseAddress, file: Path) -> None:
        self._address, self._file = address, FileSource(file)
        self._lock = threading.Lock()
        self._watch: Line | None = None
        self._looked = 0.0
        self._current: _Current | None = None

    def identity(self) -> Identity:
        """The number of the generation, negative so that it is no file's."""
        current = self._newest()
        return (-current.generation.number, 0) if current else self._file.identity()

    def opened(self) -> Store:
        """The newest generation. Raises DatabaseTooNew, DatabaseUnusable, or what a file raises."""
        current = self._newest()
        if current is None:
            return self._file.opened()
        version = current.lines.ask("SHOW server_version").fetchall()[0][0]
        return Store(current.lines, f"PostgreSQL {version} #{current.generation.number}")

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

    @contextmanager
    def faults(self) -> Iterator[None]:
        """Turns what the server says, or the file, into KnowledgeError."""
        with server_errors(self._address, DatabaseUnusable), self._file.faults():
            yield

    def _newest(self) -> _Current | None:
        """The newest generation as far as it is known: while the line is lost, the one that was known before."""
        with self._lock, server_errors(self._address, DatabaseUnusable):
            try:
                if self._is_old():
                    self._look()
            except psycopg.Error as error:
                if self._watch:
                    self._watch.close()
                if self._current is None or not is_line_lost(error):
                    raise
                self._looked = time.monotonic()
            return self._current

    def _is_old(self) -> bool:
        if self._watch is None or self._watch.closed or time.monotonic() - self._looked > LOOK:
            return True
        return any(True for _ in self._watch.notifies(timeout=0))

    def _look(self) -> None:
        if self._watch is None or self._watch.closed:
            self._watch = connected(self._address, tuple_row)
            Generations(self._watch).listen()
        generation = self._find(Generations(self._watch))
        known = self._current.generation if self._current else None
        if generation != known:
            if self._current:
                self._current.lines.retire()
            self._current = self._read(generation) if generation else None
        self._looked = time.monotonic()

    def _find(self, generations: Generations) -> Generation | None:
        if not generations.exist():
            return None
        if newest := generations.newest():
            return newest
        version = generations.other_version()
        if version is None:
            return None
        if version > migrations.VERSION:
            raise DatabaseTooNew(str(self._address), version, migrations.VERSION)
        raise DatabaseUnusable(str(self._address), "outdated")

    def _read(self, generation: Generation) -> _Current:
        return _Current(generation, Lines(lambda: self._line(generation)))

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
