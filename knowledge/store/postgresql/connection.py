"""A line to a server of PostgreSQL, and what is asked of it before it is used."""

from __future__ import annotations

from typing import Any, TypeVar

import psycopg
from psycopg.rows import RowFactory, tuple_row

from knowledge.store.postgresql.address import DatabaseAddress
from knowledge.store.postgresql.faults import ServerUnfit

R = TypeVar("R")

OLDEST = 15  # the oldest version that is tested
CONNECT_TIMEOUT = 5  # seconds
LOST_AFTER = 10_000  # milliseconds without a sign of life after which either side counts the line as lost

LINE_SETTINGS: dict[str, Any] = {
    "connect_timeout": CONNECT_TIMEOUT,
    "tcp_user_timeout": LOST_AFTER,
    "keepalives_idle": LOST_AFTER // 1000,
    "target_session_attrs": "read-write",
}
"""What this side does about a line."""

# Who is cut off by the network, or stopped, must not keep the others from what it has locked for the two hours that a
# server waits by itself.
SERVER_SETTINGS = {
    "tcp_keepalives_idle": 4,
    "tcp_keepalives_interval": 2,
    "tcp_keepalives_count": 3,
    "tcp_user_timeout": LOST_AFTER,
}
"""What the server does about it."""
_SET = ", ".join(f"set_config('{name}', '{value}', false)" for name, value in SERVER_SETTINGS.items())


def connected(address: DatabaseAddress, rows: RowFactory[R]) -> psycopg.Connection[R]:
    """A line to the server that takes changes, in autocommit; of several hosts in the address the one that does.

    Arguments: the address; what makes a row of what is read. Raises psycopg.Error, or ServerUnfit where the server is
    too old, its database is not of UTF-8, or the schema is not there that the address names.
    """
    connection = psycopg.Connection[R].connect(
        address.reveal(), autocommit=True, row_factory=rows, application_name="jianda", **LINE_SETTINGS
    )
    try:
        _set_up(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def engine_of(connection: psycopg.Connection[Any]) -> str:
    """The name and the version of a server."""
    return f"PostgreSQL {connection.info.parameter_status('server_version')}"


def _set_up(connection: psycopg.Connection[Any]) -> None:
    version = connection.info.server_version // 10_000
    if version < OLDEST:
        raise ServerUnfit("old_server", found=version, oldest=OLDEST)
    encoding = connection.info.parameter_status("server_encoding") or ""
    if encoding != "UTF8":
        raise ServerUnfit("encoding", found=encoding)
    with connection.cursor(row_factory=tuple_row) as cursor:
        ((home, *_),) = cursor.execute(f"SELECT current_schema(), {_SET}", prepare=False).fetchall()
    if home is None:
        raise ServerUnfit("no_schema")
