"""Bringing a database of PostgreSQL to the present schema, in numbered steps that each are made whole or not at all."""

from __future__ import annotations

from typing import Any

from psycopg import Connection

from bot.errors import StateDamaged, StateTooNew
from bot.state.storage.postgresql.schema import BEGINNING, TABLES, in_own_types
from bot.state.storage.shared_migrations import SHARED

VERSION = BEGINNING + len(SHARED)


class _Executor:
    """What a migration needs of a database."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection

    def execute(self, sql: str) -> object:
        """Carries a statement out."""
        return self._connection.execute(in_own_types(sql), prepare=False)


def migrate(connection: Connection[Any], place: str) -> None:
    """Makes the tables where there are none, and brings older ones to the present schema, within a transaction.

    Raises StateTooNew, or StateDamaged where the schema of the database holds something else.
    """
    version = found_version(connection, place)
    if version == 0:
        connection.execute(TABLES, prepare=False)
        version = BEGINNING
    for migration in SHARED[version - BEGINNING :]:
        migration(_Executor(connection))
    connection.execute("UPDATE schema_version SET version = %s WHERE version < %s", [VERSION, VERSION])


def found_version(connection: Connection[Any], place: str) -> int:
    """The number of the last migration that the tables have seen, 0 where there are none.

    Raises StateTooNew, or StateDamaged where the schema of the database holds something else.
    """
    tables = {
        row["relname"]
        for row in connection.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace"
        )
    }
    if not tables:
        return 0
    if not {"schema_version", "audit"} <= tables:
        raise StateDamaged(place, "foreign")
    version = int(
        connection.execute("SELECT max(version) AS version FROM schema_version").fetchall()[0]["version"]
    )
    if version > VERSION:
        raise StateTooNew(place, version, VERSION)
    return version
