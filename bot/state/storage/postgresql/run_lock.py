"""Who runs on a database: one that fetches updates must be alone, replicas that they are brought to may be several."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg

from bot.config.secrets import DatabaseUrl
from bot.errors import StateInUse
from bot.state.storage.postgresql.connection import OFFICE, connected
from bot.state.storage.postgresql.faults import server_errors

RUN = 0x4A444E54  # the number of the lock that a `run` holds


@contextmanager
def only_run(url: DatabaseUrl, among_replicas: bool) -> Iterator[None]:
    """Holds the database for this process until the block ends, or the process does; `among_replicas` together with
    others of the kind. Raises StateInUse."""
    lock = "pg_try_advisory_lock_shared" if among_replicas else "pg_try_advisory_lock"
    with server_errors(url):
        connection = connected(url)
        row = connection.execute(f"SELECT {lock}({RUN}, {OFFICE}) AS is_ours").fetchall()[0]
    with connection:
        if not row["is_ours"]:
            raise StateInUse(str(url), "server")
        try:
            yield
        finally:
            # The server hears of a closed line only some time later: who starts anew at once would be refused.
            with suppress(psycopg.Error):
                connection.execute("SELECT pg_advisory_unlock_all()")
