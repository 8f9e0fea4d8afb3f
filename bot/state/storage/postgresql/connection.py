"""A line to the server that holds what people made."""

from __future__ import annotations

import psycopg
from psycopg.rows import dict_row

from bot.config.secrets import DatabaseUrl
from bot.state.storage.database import PATIENCE, Row
from knowledge.store.postgresql import connection as lines

OFFICE = "hashtext(coalesce(current_schema(), ''))"
"""In SQL the second number of a lock: a database may hold several offices, each in a schema of its own."""
CHANNEL = "jianda"  # on which each change is told to the other programs

# A program that is stopped in the midst of a change must not keep the others from theirs.
SETTINGS = f"""
SET lock_timeout = {int(PATIENCE * 1000)};
SET idle_in_transaction_session_timeout = 30000;
LISTEN {CHANNEL};
"""


def connected(url: DatabaseUrl) -> psycopg.Connection[Row]:
    """A line to the server that takes changes, as `knowledge.store.postgresql.connection.connected` says."""
    connection = lines.connected(url, dict_row)
    try:
        connection.execute(SETTINGS, prepare=False)
    except BaseException:
        connection.close()
        raise
    return connection
