"""The questions of the log that went without a good answer."""

from __future__ import annotations

from dataclasses import dataclass

from bot.state.storage.database import StateFile

AGAIN = 3  # times that a question put aside is asked before it comes back


@dataclass(frozen=True, slots=True)
class Unsolved:
    """A question as it was typed: how many times it was declined, left at an offer, or voted down; and when last."""

    text: str
    declined: int
    unsure: int
    disliked: int
    last: int

    @property
    def times(self) -> int:
        """How many times it went without a good answer."""
        return self.declined + self.unsure + self.disliked


def unsolved(file: StateFile) -> list[Unsolved]:
    """The questions that were declined, offered passages of which none was opened, or voted down.

    One that was put aside comes back when it has been asked three times since. Most asked first.
    """
    sql = (
        "SELECT q.text AS text, sum(q.zone = 'decline') AS declined, sum(q.zone = 'unsure') AS unsure, "
        "sum(q.zone = 'answer') AS disliked, max(q.asked_at) AS last FROM questions q "
        "LEFT JOIN dismissals d ON d.text = q.text "
        "WHERE q.asked_at > coalesce(d.aside_at, -1) AND ("
        "q.id IN (SELECT question FROM votes WHERE useful = 0) OR q.zone = 'decline' OR "
        "(q.zone = 'unsure' AND (SELECT count(*) FROM answers a WHERE a.question = q.id) < 2)) "
        "GROUP BY q.text HAVING d.text IS NULL OR count(*) >= ? ORDER BY count(*) DESC, last DESC, q.text"
    )
    return [Unsolved(**row) for row in file.rows(sql, [AGAIN])]
