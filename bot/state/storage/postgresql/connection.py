"""A line to the server of PostgreSQL, and what is asked of it before it is used."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg.rows import dict_row

from bot.config.secrets import DatabaseUrl
from bot.errors import StateUnusable
from bot.state.storage.database import PATIENCE, Row

OLDEST = 15  # the oldest version that is tested
CONNECT_TIMEOUT = 5  # seconds
LOST_AFTER = 10_000  # milliseconds without a sign of life of the server after which the line counts as lost
CHANNEL = "jianda"  # on which each change is told to the other programs

# A program that is stopped in the midst of a change must not keep the others from theirs; nor may one that the network
# is cut from keep its locks for the two hours that a server waits by itself.
SETTINGS = f"""
SET tcp_keepalives_idle = 4;
SET tcp_keepalives_interval = 2;
SET tcp_keepalives_count = 3;
SET tcp_user_timeout = {LOST_AFTER};
SET lock_timeout = {int(PATIENCE * 1000)};
SET idle_in_transaction_session_timeout = 30000;
LISTEN {CHANNEL};
"""


def connected(url: DatabaseUrl) -> psycopg.Connection[Row]:
    """A line to the server that takes changes; of several hosts in the address the one that does.

    Raises psycopg.Error, or StateUnusable where the server is too old or its database is not of UTF-8.
    """
    settings: dict[str, Any] = {
        "application_name": "jianda",
        "connect_timeout": CONNECT_TIMEOUT,
        "tcp_user_timeout": LOST_AFTER,
        "keepalives_idle": LOST_AFTER // 1000,
        "target_session_attrs": "read-write",
    }
    connection = psycopg.connect(url.reveal(), autocommit=True, row_factory=dict_row, **settings)
    try:
        _check(connection, url)
        connection.execute(SETTINGS, prepare=False)
    except BaseException:
        connection.close()
        raise
    return connection


def engine_of(connection: psycopg.Connection[Row]) -> str:
    """The name and the version of a server."""
    return f"PostgreSQL {connection.info.parameter_status('server_version')}"


def _check(connection: psycopg.Connection[Row], url: DatabaseUrl) -> None:
    version = connection.info.server_version // 10_000
    if version < OLDEST:
        raise StateUnusable(str(url), "old_server", found=version, oldest=OLDEST)
    encoding = connection.info.parameter_status("server_encoding") or ""
    if encoding != "UTF8":
        raise StateUnusable(str(url), "encoding", found=encoding)
