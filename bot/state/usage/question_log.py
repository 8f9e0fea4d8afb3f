"""The question log: what was asked, how it was answered, and in which messages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass

from bot.state.storage.database import StateDatabase
from bot.state.storage.erasure import drop_orphans

DAY = 86_400  # seconds
LATEST = 500  # questions looked through for the last different ones
AGAIN = 3  # times that a question put aside is asked before it comes back


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as it was asked and answered; `document` and `passage` are those of the first answer."""

    person: int
    chat: int
    text: str
    zone: str
    confidence: float
    document: str
    passage: str
    milliseconds: int


@dataclass(frozen=True, slots=True)
class RecentQuestion:
    """A question that somebody asked before."""

    id: int
    text: str


@dataclass(frozen=True, slots=True)
class UnsolvedQuestion:
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


class QuestionLog:
    """Questions, kept for some days; with 0 days nothing is ever written."""

    def __init__(self, database: StateDatabase, days: int, clock: Callable[[], float]) -> None:
        self._database, self._days, self._clock = database, days, clock

    def add(self, asked: AskedQuestion, message: int | None = None) -> None:
        """Writes a question down, with the message that answers it; an answer changed later counts anew."""
        if not self._days:
            return
        row = {**asdict(asked), "asked_at": int(self._clock())}
        with self._database.writing(repeatable=True, heard=False) as db:
            question = db.insert_numbered("questions", row)
            if message is not None:
                answer = {"chat": asked.chat, "message": message, "question": question}
                db.insert("answers", answer, replace=True)

    def answered_again(self, chat: int, before: int, message: int) -> None:
        """Another message, which a button of the one before brought, answers the same question."""
        with self._database.writing(repeatable=True, heard=False) as db:
            db.execute(
                "INSERT INTO answers (chat, message, question) "
                "SELECT chat, ?, question FROM answers WHERE chat = ? AND message = ? "
                "ON CONFLICT (chat, message) DO UPDATE SET question = excluded.question",
                [message, chat, before],
            )

    def recent(self, person: int, limit: int) -> list[RecentQuestion]:
        """The person's last questions, newest first, each once."""
        sql = "SELECT id, text FROM questions WHERE person = ? ORDER BY id DESC LIMIT ?"
        last: dict[str, int] = {}
        for row in self._database.rows(sql, [person, LATEST]):
            last.setdefault(row["text"], row["id"])
        return [RecentQuestion(number, text) for text, number in list(last.items())[:limit]]

    def latest(self, limit: int) -> list[str]:
        """The last different questions of everybody, newest first."""
        sql = "SELECT text FROM questions GROUP BY text ORDER BY max(id) DESC LIMIT ?"
        return [str(row["text"]) for row in self._database.rows(sql, [limit])]

    def unsolved(self) -> list[UnsolvedQuestion]:
        """The questions that were declined, offered passages of which none was opened, or voted down.

        One that was put aside comes back when it has been asked three times since. Most asked first.
        """
        sql = (
            "SELECT q.text AS text, count(*) FILTER (WHERE q.zone = 'decline') AS declined, "
            "count(*) FILTER (WHERE q.zone = 'unsure') AS unsure, "
            "count(*) FILTER (WHERE q.zone = 'answer') AS disliked, max(q.asked_at) AS last FROM questions q "
            "LEFT JOIN dismissals d ON d.text = q.text "
            "WHERE q.asked_at > coalesce(d.aside_at, -1) AND ("
            "q.id IN (SELECT question FROM votes WHERE useful = 0) OR q.zone = 'decline' OR "
            "(q.zone = 'unsure' AND (SELECT count(*) FROM answers a WHERE a.question = q.id) < 2)) "
            "GROUP BY q.text HAVING max(d.text) IS NULL OR count(*) >= ? ORDER BY count(*) DESC, last DESC, q.text"
        )
        return [UnsolvedQuestion(**row) for row in self._database.rows(sql, [AGAIN])]

    def text(self, person: int, question: int) -> str | None:
        """A question of this person, None when it has been erased or somebody else asked it."""
        rows = self._database.rows(
            "SELECT text FROM questions WHERE id = ? AND person = ?", [question, person]
        )
        return str(rows[0]["text"]) if rows else None

    def erase_expired(self) -> int:
        """Erases the questions that are older than they may be, and says how many."""
        oldest = self._clock() - self._days * DAY
        with self._database.writing(repeatable=True, heard=False) as db:
            erased = db.execute("DELETE FROM questions WHERE asked_at <= ?", [oldest])
            drop_orphans(db)
        self._database.scrub()
        return erased
