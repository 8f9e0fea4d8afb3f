"""Where the jobs of a load stand: a schema of their own beside that of the office, made anew for every other program.

All in it lasts only until the load has ended well. What has been read is not logged by the server: if that crashes,
it is read again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from procrastinate.schema import SchemaManager
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from bot.config.secrets import DatabaseUrl
from knowledge.store.postgresql.connection import LINE_SETTINGS, SERVER_SETTINGS

# Together with the hash of a schema the numbers of the locks that a load holds: it alone may change the queue; the
# queue is of its program.
OWNING = 0x4A444E58
LOADING = 0x4A444E57

# Both columns of bytes hold what does not shrink any more.
TABLES = """
CREATE UNLOGGED TABLE readings (
    key text PRIMARY KEY, header text NOT NULL, content bytea, fresh boolean NOT NULL,
    answer text, result bytea, deaths integer NOT NULL DEFAULT 0, losses integer NOT NULL DEFAULT 0
);
ALTER TABLE readings ALTER content SET STORAGE EXTERNAL, ALTER result SET STORAGE EXTERNAL;
"""
STANDING = f"""
SELECT office || '_loading' AS schema, obj_description(place.oid, 'pg_namespace') AS program, EXISTS (
    SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = {LOADING}::oid
    AND objid = hashtext(office)::oid AND objsubid = 2
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
) AS is_loading
FROM (SELECT current_schema() AS office) AS here LEFT JOIN pg_namespace place ON nspname = office || '_loading'
"""
TAKE = f"SELECT pg_try_advisory_lock({OWNING}, hashtext(current_schema())) AS is_ours"
TELL = f"SELECT pg_advisory_lock({LOADING}, hashtext(current_schema()))"


@dataclass(frozen=True, slots=True)
class Standing:
    """The name of the schema, the program that made it (None: there is none), and whether a load of it is under way."""

    schema: str
    program: str | None
    is_loading: bool

    @classmethod
    def of(cls, connection: psycopg.Connection[dict[str, Any]]) -> Standing:
        """How things stand, asked over a line whose schema is that of the office."""
        row = connection.execute(STANDING).fetchall()[0]
        return cls(row["schema"], row["program"], row["is_loading"])


def make_schema(connection: psycopg.Connection[Any], name: str, program: str) -> None:
    """Make the schema in the place of what another program has made."""
    place = sql.Identifier(name)
    with connection.transaction():
        connection.execute(sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(place))
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(place))
        connection.execute(sql.SQL("SET LOCAL search_path TO {}").format(place))
        connection.execute(SchemaManager.get_schema(), prepare=False)
        connection.execute(TABLES, prepare=False)
        connection.execute(sql.SQL("COMMENT ON SCHEMA {} IS {}").format(place, program))


def enter_schema(connection: psycopg.Connection[Any], name: str) -> None:
    """Let a line work in the schema; what it loses in a crash of the server is done again."""
    connection.execute(sql.SQL("SET search_path TO {}").format(sql.Identifier(name)))
    connection.execute("SET synchronous_commit TO off")


def address_within(url: DatabaseUrl, name: str) -> str:
    """The address with which a line works in the schema from its beginning."""
    quoted = '"' + name.replace('"', '""').replace("\\", "\\\\").replace(" ", "\\ ") + '"'
    given = str(conninfo_to_dict(url.reveal()).get("options") or "")
    settings = {"search_path": quoted, "synchronous_commit": "off", **SERVER_SETTINGS}
    options = " ".join([given, *(f"-c{setting}={value}" for setting, value in settings.items())])
    return make_conninfo(
        url.reveal(), options=options.strip(), application_name="jianda work", **LINE_SETTINGS
    )
