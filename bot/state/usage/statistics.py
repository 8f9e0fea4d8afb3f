"""What the question log and the votes say of a stretch of time, for the figures."""

from __future__ import annotations

from dataclasses import dataclass

from bot.state.storage.database import StateDatabase


@dataclass(frozen=True, slots=True)
class LoggedQuestion:
    """A question of the log, without its words: when, by whom, how it was answered, with which passage, how fast."""

    asked_at: int
    person: int
    zone: str
    passage: str
    milliseconds: int


@dataclass(frozen=True, slots=True)
class VoteCount:
    """How many votes found an answer useful, and how many did not."""

    useful: int = 0
    useless: int = 0


class FigureLog:
    """The questions and votes of a stretch of time."""

    def __init__(self, database: StateDatabase) -> None:
        self._database = database

    def questions(self, since: float, until: float) -> list[LoggedQuestion]:
        """The questions from a moment on until before another, in seconds since 1970, in their order."""
        sql = (
            "SELECT asked_at, person, zone, passage, milliseconds FROM questions "
            "WHERE asked_at >= ? AND asked_at < ? ORDER BY asked_at, id"
        )
        return [LoggedQuestion(**row) for row in self._database.rows(sql, [since, until])]

    def votes(self, since: float, until: float) -> VoteCount:
        """The votes from a moment on until before another."""
        sql = (
            "SELECT useful, count(*) AS count FROM votes WHERE voted_at >= ? AND voted_at < ? GROUP BY useful"
        )
        counts = {bool(row["useful"]): row["count"] for row in self._database.rows(sql, [since, until])}
        return VoteCount(counts.get(True, 0), counts.get(False, 0))
