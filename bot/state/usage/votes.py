"""Votes: whether an answer was useful, one changeable vote a person and answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from bot.state.storage.database import StateDatabase


@dataclass(frozen=True, slots=True)
class Vote:
    """What a person says of an answer; `chat` and `message` tell which answer, `passage` what it showed."""

    person: int
    chat: int
    message: int
    useful: bool
    passage: str
    reason: str = ""


class Votes:
    """The last vote of each person on each answer."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def cast(self, vote: Vote) -> None:
        """Counts a vote in place of the person's earlier one; the question is the one that was answered."""
        place = [vote.chat, vote.message]
        with self._database.writing(repeatable=True) as db:
            rows = db.rows("SELECT question FROM answers WHERE chat = ? AND message = ?", place)
            question = rows[0]["question"] if rows else None
            row = {**asdict(vote), "question": question, "voted_at": int(self._clock())}
            db.insert("votes", row, replace=True)

    def of(self, person: int, chat: int, message: int) -> Vote | None:
        """The person's vote on an answer."""
        rows = self._database.rows(
            "SELECT person, chat, message, useful, passage, reason FROM votes "
            "WHERE person = ? AND chat = ? AND message = ?",
            [person, chat, message],
        )
        return Vote(**{**rows[0], "useful": bool(rows[0]["useful"])}) if rows else None
