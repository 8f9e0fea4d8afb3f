"""A database that counts how often it is read."""

from collections.abc import Sequence
from typing import Any

from sqlite_utils import Database


class CountedReads:
    """What reads the rows of a database, and how often it did."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self.count = 0

    def execute(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The rows of a query."""
        self.count += 1
        return self._db.execute(sql, parameters)

    def close(self) -> None:
        """Close the database."""
        self._db.close()
