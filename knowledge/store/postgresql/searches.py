"""By what the full text of a generation is searched."""

from __future__ import annotations

from typing import Any

from psycopg import Connection

from knowledge.store.engine import Search
from knowledge.store.postgresql.generations import Generation
from knowledge.store.postgresql.lines import Lines
from knowledge.store.postgresql.posting_lists import PostingListSearch

POSTING_LISTS = "posting_lists"


def search_of(generation: Generation, lines: Lines) -> Search:
    """The search that a generation was made for."""
    return PostingListSearch(generation, lines)


def extension_schema(line: Connection[tuple[Any, ...]]) -> str | None:
    """Where pg_textsearch is installed, None where it is not."""
    row = line.execute(
        "SELECT nspname FROM pg_extension e JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'pg_textsearch'"
    ).fetchone()
    return str(row[0]) if row else None
