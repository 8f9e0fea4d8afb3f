"""Favourites: passages that people put aside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.state.storage.database import StateDatabase


@dataclass(frozen=True, slots=True)
class Favourite:
    """A passage that was put aside, with its beginning and its source as they were then."""

    passage: str
    excerpt: str
    source: str


class Favourites:
    """The passages that each person has put aside."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def add(self, person: int, favourite: Favourite) -> None:
        """Puts a passage aside; once is enough."""
        sql = (
            "INSERT INTO favourites (person, passage, excerpt, source, kept_at) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING"
        )
        values = [person, favourite.passage, favourite.excerpt, favourite.source, int(self._clock())]
        with self._database.writing(repeatable=True) as db:
            db.execute(sql, values)

    def remove(self, person: int, passage: str) -> None:
        """Takes a passage off the person's list."""
        with self._database.writing(repeatable=True) as db:
            db.execute("DELETE FROM favourites WHERE person = ? AND passage = ?", [person, passage])

    def has(self, person: int, passage: str) -> bool:
        """Whether the person has put this passage aside."""
        sql = "SELECT 1 FROM favourites WHERE person = ? AND passage = ?"
        return bool(self._database.rows(sql, [person, passage]))

    def all(self, person: int) -> list[Favourite]:
        """The person's favourites, newest first."""
        rows = self._database.rows(
            "SELECT passage, excerpt, source FROM favourites WHERE person = ? "
            "ORDER BY kept_at DESC, rowid DESC",
            [person],
        )
        return [Favourite(**row) for row in rows]
