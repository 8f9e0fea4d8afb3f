"""The outbox: every reminder is written down before it is sent, so that none is lost and none is sent twice.

A reminder is `claimed` together with the occasions that it tells, `sending` while Telegram has it, then `sent`.
What a crash or a lost connection leaves in `sending` may or may not have arrived: it becomes `unsure` and is never
sent again; a short notice is sent in its place, `noticed`. `void`: there was nothing left to tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from bot.state.chats.subscriptions import Subscription
from bot.state.storage.database import StateDatabase, Transaction

Step = Literal["claimed", "sending", "sent", "unsure", "noticed", "void"]

NONE: Mapping[str, int] = MappingProxyType({})
KEPT = 400 * 86_400  # seconds for which is known what was told; no deadline is reminded of for so long


@dataclass(frozen=True, slots=True)
class DueReminder:
    """A deadline to be told of once: `key` is unique in a subscription, `deadline` the id of the deadline."""

    key: str
    deadline: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """A message of a subscription: when it was due, in seconds since 1970, and the deadlines that it tells of."""

    id: int
    subscription: int
    due_at: float
    late: bool
    step: Step
    deadlines: tuple[str, ...]


class Outbox:
    """The reminders that wait to be sent, and those that were."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def told(self, subscription: int) -> frozenset[str]:
        """The keys of the occasions that are told or about to be."""
        rows = self._database.rows("SELECT key FROM reminded WHERE subscription = ?", [subscription])
        return frozenset(row["key"] for row in rows)

    def told_since(self, subscription: Subscription, since: float) -> dict[str, int]:
        """The deadlines that the chat, in a forum the topic, of a subscription was told of since a time or is about to
        be, each with the last reminder that tells of it."""
        rows = self._database.rows(
            "SELECT k.deadline, r.id FROM reminded k JOIN reminders r ON r.id = k.reminder "
            "JOIN subscriptions s ON s.id = r.subscription WHERE s.chat = ? AND coalesce(s.topic, 0) = ? "
            "AND (r.step IN ('claimed', 'sending') OR (r.step != 'void' AND r.at >= ?)) ORDER BY r.id",
            [subscription.chat, subscription.topic or 0, since],
        )
        return {row["deadline"]: row["id"] for row in rows}

    def claim(
        self,
        subscription: int,
        occasions: Sequence[DueReminder],
        due_at: float,
        until: float,
        covered: Mapping[str, int] = NONE,
    ) -> None:
        """Writes down, all or nothing, that these are to be told, and that all until a time is seen to.

        `covered` are the deadlines that other reminders of the chat tell of, each with its reminder: they are told by
        that. Nothing happens when the subscription was paused or removed meanwhile, or another replica, which led until
        just now, has claimed any of them.
        """
        with self._database.writing() as db:
            if _is_claimed(db, subscription, occasions):
                return
            sql = "UPDATE subscriptions SET since = ? WHERE id = ? AND standing = 'running'"
            if not db.execute(sql, [until, subscription]):
                return
            row: dict[str, Any] = {
                "subscription": subscription,
                "due_at": due_at,
                "late": False,
                "step": "claimed",
            }
            if any(occasion.deadline not in covered for occasion in occasions):
                row["id"] = db.insert_numbered("reminders", {**row, "at": self._clock()})
            db.insert_all(
                "reminded",
                (
                    {
                        "subscription": subscription,
                        "key": occasion.key,
                        "deadline": occasion.deadline,
                        "reminder": covered[occasion.deadline] if occasion.deadline in covered else row["id"],
                    }
                    for occasion in occasions
                ),
            )

    def waiting(self) -> list[Reminder]:
        """The reminders of running subscriptions that are to be sent, or noticed, the oldest first."""
        return self._find("step IN ('claimed', 'unsure') AND s.standing = 'running'", [])

    def one(self, number: int, chat: int) -> Reminder | None:
        """A reminder that was for this chat, None when it is gone."""
        return next(iter(self._find("r.id = ? AND s.chat = ?", [number, chat])), None)

    def begin(self, number: int, late: bool, telling: Sequence[str]) -> bool:
        """Writes down that a claimed reminder is being sent; False when it was called off, or has nothing to tell.

        The deadlines that it does not tell of are given back, to be planned again should they be open once more.
        """
        with self._database.writing() as db:
            sql = "UPDATE reminders SET step = ?, late = ?, at = ? WHERE id = ? AND step = 'claimed'"
            step = "sending" if telling else "void"
            if not db.execute(sql, [step, late, self._clock(), number]):
                return False
            others = f"AND deadline NOT IN ({', '.join('?' * len(telling))})" if telling else ""
            db.execute(f"DELETE FROM reminded WHERE reminder = ? {others}", [number, *telling])
        return bool(telling)

    def put(self, number: int, step: Step) -> None:
        """Writes down how far a reminder has come."""
        with self._database.writing() as db:
            db.execute("UPDATE reminders SET step = ?, at = ? WHERE id = ?", [step, self._clock(), number])

    def recover(self) -> int:
        """After a start: what was being sent when the program ended is unsure; says how many."""
        with self._database.writing() as db:
            return db.execute("UPDATE reminders SET step = 'unsure' WHERE step = 'sending'")

    def erase_expired(self) -> int:
        """Erases what was told long ago, and drafts that nobody finished; says how many reminders."""
        with self._database.writing() as db:
            now = self._clock()
            erased = db.execute("DELETE FROM reminders WHERE at <= ?", [now - KEPT])
            db.execute("DELETE FROM reminded WHERE reminder NOT IN (SELECT id FROM reminders)")
            db.execute("DELETE FROM subscriptions WHERE standing = 'draft' AND since <= ?", [now - 86_400])
            return erased

    def _find(self, where: str, values: list[object]) -> list[Reminder]:
        rows = self._database.rows(
            "SELECT r.id, r.subscription, r.due_at, r.late, r.step FROM reminders r "
            f"JOIN subscriptions s ON s.id = r.subscription WHERE {where} ORDER BY r.id",
            values,
        )
        return [self._reminder(row) for row in rows]

    def _reminder(self, row: dict[str, Any]) -> Reminder:
        sql = "SELECT deadline FROM reminded WHERE reminder = ? GROUP BY deadline ORDER BY min(rowid)"
        deadlines = tuple(row["deadline"] for row in self._database.rows(sql, [row["id"]]))
        return Reminder(**{**row, "late": bool(row["late"]), "deadlines": deadlines})


def _is_claimed(db: Transaction, subscription: int, occasions: Sequence[DueReminder]) -> bool:
    """Whether any of some occasions is claimed."""
    keys = [occasion.key for occasion in occasions]
    marks = ", ".join("?" * len(keys))
    return bool(
        db.rows(
            f"SELECT 1 AS claimed FROM reminded WHERE subscription = ? AND key IN ({marks})",
            [subscription, *keys],
        )
    )
