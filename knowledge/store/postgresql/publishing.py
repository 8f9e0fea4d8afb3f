"""Publishing a knowledge base that was loaded: its next generation on a server, whole or not at all."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import Connection
from psycopg.rows import tuple_row
from psycopg.sql import SQL, Identifier

from knowledge.errors import DatabaseUnusable
from knowledge.store import engine
from knowledge.store.files import open_database
from knowledge.store.postgresql.address import DatabaseAddress
from knowledge.store.postgresql.connection import connected
from knowledge.store.postgresql.copying import TABLES, UNNUMBERED, copy_rows, copy_table, create_table
from knowledge.store.postgresql.faults import server_errors
from knowledge.store.postgresql.generations import Generation, Generations
from knowledge.store.postgresql.replacement import Contents, is_worth_publishing
from knowledge.store.soundness import digest_of
from knowledge.store.source import LoadChanges

log = logging.getLogger(__name__)

Line = Connection[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Publication:
    """A file that is to be published, over one line; `changes`: see `Source.publish`."""

    db: engine.Connection
    line: Line
    digest: str
    changes: LoadChanges | None
    address: DatabaseAddress

    def is_wanted_instead_of(self, newest: Generation) -> bool:
        """Whether the file is to take the place of a generation."""
        if newest.digest == self.digest or self.changes is None:
            return newest.digest != self.digest
        mine, published = Contents.of_file(self.db), Contents.of_schema(self.line, newest.schema)
        return is_worth_publishing(mine, published, newest.digest, self.changes, self.address)


def publish(database: Path, address: DatabaseAddress, changes: LoadChanges | None = None) -> int | None:
    """Publishes the file of a knowledge base as the next generation on a server, which every replica then reads.

    All of it is one transaction: whatever goes wrong, the generation before stays. A file that was published last is not
    published again. Older generations that nobody reads are dropped. `changes`: see `Source.publish`. Gives the number of
    the generation, None where there was nothing new. Raises DatabaseUnusable, PublicationRefused, or what opening the
    file raises.
    """
    with (
        server_errors(address, DatabaseUnusable),
        closing(connected(address, tuple_row)) as line,
        closing(open_database(database)) as db,
    ):
        generations = Generations(line)
        generations.prepare()
        number = _published(_Publication(db, line, digest_of(database), changes, address), generations)
        try:
            generations.drop_unread()
        except psycopg.Error as error:  # the schema of another account perhaps; published it is all the same
            log.warning("an old generation was not dropped: %s", type(error).__name__)
        return number


def _published(publication: _Publication, generations: Generations) -> int | None:
    db, line = publication.db, publication.line
    with line.transaction():
        number = generations.begin()
        newest = generations.newest()
        if newest and not publication.is_wanted_instead_of(newest):
            return None
        schema = generations.schema_of(number)
        line.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
        line.execute(SQL("SET LOCAL search_path = {}").format(Identifier(schema)))
        for table in (*TABLES, *UNNUMBERED):
            copy_table(db, line, table)
        _add_syllables(db, line)
        generations.add(Generation(number, schema, publication.digest))
    return number


def _add_syllables(db: engine.Connection, line: Line) -> None:
    """The pairs of syllables of each passage."""
    create_table(line, "sounds", [("rowid", "BIGINT PRIMARY KEY"), ("body", "TEXT NOT NULL")])
    copy_rows(line, "sounds", db.execute("SELECT rowid, body FROM sounds"))
