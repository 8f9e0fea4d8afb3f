"""Looking at a database before it is used: is the server one that can hold what people made?"""

from __future__ import annotations

from contextlib import closing

from bot.config.secrets import DatabaseUrl
from bot.errors import StateUnusable
from bot.state.storage.postgresql.connection import connected
from bot.state.storage.postgresql.faults import server_errors
from bot.state.storage.postgresql.migrations import found_version
from knowledge.store.postgresql.connection import engine_of

MAY_MAKE = "SELECT has_schema_privilege(current_schema(), 'CREATE') AS allowed, current_user AS name"


def examine(url: DatabaseUrl) -> str:
    """The name and the version of the server; nothing is made there. Raises StateDamaged, StateTooNew or StateUnusable."""
    with server_errors(url), closing(connected(url)) as connection:
        found_version(connection, str(url))
        row = connection.execute(MAY_MAKE).fetchall()[0]
        if not row["allowed"]:
            raise StateUnusable(str(url), "forbidden", reason=f"{row['name']}: CREATE")
        return engine_of(connection)
