"""Whether a load that began by itself may put its file in the place of the newest generation.

Each machine has its own file, but not each the corpus: an empty or an old folder must not empty or age what another has
published. So a file may take the place of a generation only where it was made from that very version, by loads whose
publication failed perhaps, or holds all of it as it is there, save what the load itself has read anew or removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from knowledge.errors import PublicationRefused
from knowledge.store import engine
from knowledge.store.postgresql.address import DatabaseAddress
from knowledge.store.source import LoadChanges
from loaders.metadata import manifest

_ORIGINS = "SELECT path, digest || ' ' || said FROM {}origins"
_FACTS = "SELECT name, value FROM {}facts WHERE name IN ('analyzer', 'formats', 'readers', 'ancestors')"


@dataclass(frozen=True, slots=True)
class Contents:
    """What was read, by path, and who may read it, by the name of corpus.toml; `stamp` tells how it was read,
    `ancestors` are the digests of the versions that it was made from."""

    files: dict[str, str]
    stamp: tuple[str, str]
    ancestors: frozenset[str]

    @classmethod
    def of_file(cls, db: engine.Connection) -> Contents:
        """What a file holds."""
        return cls._of(*(db.execute(sql.format("")).fetchall() for sql in (_ORIGINS, _FACTS)))

    @classmethod
    def of_schema(cls, line: Connection[tuple[Any, ...]], schema: str) -> Contents:
        """What a generation holds."""
        place = SQL("{}.").format(Identifier(schema))
        return cls._of(*(line.execute(SQL(sql).format(place)).fetchall() for sql in (_ORIGINS, _FACTS)))

    @classmethod
    def _of(cls, origins: list[tuple[Any, ...]], facts: list[tuple[Any, ...]]) -> Contents:
        noted = dict(facts)
        stamp = noted.get("analyzer", ""), noted.get("formats", "")
        files = {**dict(origins), manifest.NAME: noted.get("readers", "[]")}
        return cls(files, stamp, frozenset(noted.get("ancestors", "").split()))


def is_worth_publishing(
    mine: Contents, published: Contents, digest: str, changes: LoadChanges, address: DatabaseAddress
) -> bool:
    """Whether there is anything new in a file that may take the place of a generation.

    Arguments: what the file and the generation hold; the digest of the file that was published; what the load did to the
    file; the address, for the error. Raises PublicationRefused where the file may not take its place.
    """
    if digest in mine.ancestors:
        return (mine.files, mine.stamp) != (published.files, published.stamp)
    lost = sorted(
        path
        for path, content in published.files.items()
        if mine.files.get(path) != content and path not in changes.settled
    )
    if lost:
        raise PublicationRefused(str(address), count=len(lost), file=lost[0])
    return mine.files != published.files or (changes.is_written and mine.stamp != published.stamp)
