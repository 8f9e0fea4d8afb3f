"""Looking at a server before a knowledge base is published there."""

from __future__ import annotations

from contextlib import closing

from psycopg.rows import tuple_row

from knowledge.errors import DatabaseUnusable
from knowledge.store.postgresql.address import DatabaseAddress
from knowledge.store.postgresql.connection import connected
from knowledge.store.postgresql.faults import server_errors


def may_publish(address: DatabaseAddress) -> bool:
    """Whether the account may make the schema of a generation. Raises DatabaseUnusable."""
    sql = "SELECT has_database_privilege(current_database(), 'CREATE')"
    with server_errors(address, DatabaseUnusable), closing(connected(address, tuple_row)) as line:
        return bool(line.execute(sql).fetchall()[0][0])
