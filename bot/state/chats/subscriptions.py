"""Subscriptions: what each chat wants to be reminded of, and when."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bot.state.chats.schedule import Schedule
from bot.state.storage.database import StateDatabase, Transaction

Standing = Literal["draft", "running", "paused", "removed", "refused", "unlisted"]
"""Being made; running; paused by a person; the bot was removed or blocked; Telegram refused; not allowed any more."""


NOT_REFUSED = "refusals = 0, refused_at = NULL, retry_at = NULL"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a chat (in a forum one topic of it) is reminded of: deadlines that fit `words`, by a schedule.

    Until `since`, in seconds since 1970, everything has been seen to. `language` is that of the person who made it.
    `refusals` counts how often Telegram refused it since `refused_at`; until `retry_at` it is not tried again.
    """

    id: int
    chat: int
    topic: int | None
    person: int
    language: str
    words: str
    schedule: Schedule
    standing: Standing
    since: float
    refusals: int = 0
    refused_at: float | None = None
    retry_at: float | None = None


class Subscriptions:
    """The subscriptions of all chats."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def add(self, subscription: Subscription) -> Subscription:
        """Adds a subscription, with an id of its own; an earlier draft of the same person there is given up."""
        row = {**_row(subscription), "since": self._clock()}
        with self._database.writing() as db:
            drafts = "DELETE FROM subscriptions WHERE standing = 'draft' AND chat = ? AND person = ?"
            db.execute(drafts, [subscription.chat, subscription.person])
            number = db.insert_numbered("subscriptions", row)
        return self._find("id = ?", [number])[0]

    def of_chat(self, chat: int) -> list[Subscription]:
        """The subscriptions of a chat, the oldest first."""
        return self._find("chat = ? AND standing != 'draft'", [chat])

    def one(self, number: int, chat: int) -> Subscription | None:
        """A subscription of this chat, None when it is gone or another chat's."""
        return next(iter(self._find("id = ? AND chat = ?", [number, chat])), None)

    def running(self) -> list[Subscription]:
        """The subscriptions that may be reminded."""
        return self._find("standing = 'running'", [])

    def change(self, subscription: Subscription) -> None:
        """Changes its words and schedule. Another time counts from now on: one of today that has passed is not late."""
        row = _row(subscription)
        names = ("words", "days", "topic", "weekdays", "minute")
        with self._database.writing() as db:
            db.execute(
                "UPDATE subscriptions SET since = CASE WHEN minute = ? AND weekdays = ? THEN since ELSE ? END, "
                "words = ?, days = ?, topic = ?, weekdays = ?, minute = ? WHERE id = ?",
                [
                    row["minute"],
                    row["weekdays"],
                    self._clock(),
                    *(row[name] for name in names),
                    subscription.id,
                ],
            )

    def put(self, number: int, standing: Standing) -> None:
        """Lets one run, from now on, or pauses it."""
        with self._database.writing() as db:
            _put(db, "id = ?", [number], standing, self._clock())

    def refused(self, number: int, pause: float) -> None:
        """Telegram refused it, and it is to be tried again after so many seconds."""
        now = self._clock()
        sql = "refusals = refusals + 1, refused_at = coalesce(refused_at, ?), retry_at = ?"
        with self._database.writing() as db:
            db.execute(f"UPDATE subscriptions SET {sql} WHERE id = ?", [now, now + pause, number])

    def accepted(self, number: int) -> None:
        """Telegram took a message of it again."""
        with self._database.writing() as db:
            db.execute(f"UPDATE subscriptions SET {NOT_REFUSED} WHERE id = ?", [number])

    def left(self, chat: int) -> None:
        """The bot is no longer in the chat, or is blocked: what ran there waits until it is let in again."""
        with self._database.writing() as db:
            _put(db, "chat = ? AND standing = 'running'", [chat], "removed", self._clock())

    def returned(self, chat: int) -> int:
        """The bot is let in again: what waited for that runs; says how many."""
        with self._database.writing() as db:
            return _put(db, "chat = ? AND standing = 'removed'", [chat], "running", self._clock())

    def seen_to(self, number: int, until: float) -> None:
        """Nothing is left to be told until this time."""
        with self._database.writing() as db:
            db.execute("UPDATE subscriptions SET since = ? WHERE id = ?", [until, number])

    def remove(self, number: int) -> None:
        """Removes a subscription with all that is known of what it told."""
        with self._database.writing() as db:
            _give_back(db, [number], self._clock())
            db.execute("DELETE FROM reminded WHERE subscription = ?", [number])
            # What it sent may have told for others of the chat; it is erased when it is too old.
            others = "id NOT IN (SELECT reminder FROM reminded)"
            db.execute(f"DELETE FROM reminders WHERE subscription = ? AND {others}", [number])
            db.execute("DELETE FROM subscriptions WHERE id = ?", [number])

    def _find(self, where: str, values: list[object]) -> list[Subscription]:
        rows = self._database.rows(f"SELECT * FROM subscriptions WHERE {where} ORDER BY id", values)
        return list(map(_subscription, rows))


def _put(db: Transaction, where: str, values: list[object], standing: Standing, now: float) -> int:
    """Lets some run or stops them; what was claimed and not sent is given back, to be planned again one day."""
    numbers = [row["id"] for row in db.rows(f"SELECT id FROM subscriptions WHERE {where}", values)]
    if not numbers:
        return 0
    marks = ", ".join("?" * len(numbers))
    _give_back(db, numbers, now)
    sql = f"UPDATE subscriptions SET standing = ?, since = ?, {NOT_REFUSED} WHERE id IN ({marks})"
    return db.execute(sql, [standing, now, *numbers])


def _give_back(db: Transaction, numbers: Sequence[int], now: float) -> None:
    """Gives back what some claimed and did not send; what that tells for others of the chat these claim themselves."""
    marks = ", ".join("?" * len(numbers))
    unsent = f"SELECT id FROM reminders WHERE step = 'claimed' AND subscription IN ({marks})"
    stopped = f"reminder IN ({unsent}) AND subscription IN ({marks})"
    db.execute(f"DELETE FROM reminded WHERE {stopped}", [*numbers, *numbers])
    covered = f"SELECT DISTINCT k.subscription, k.reminder, r.due_at FROM reminded k JOIN reminders r ON r.id = k.reminder WHERE k.reminder IN ({unsent})"
    for told in db.rows(covered, numbers):
        row = {"subscription": told["subscription"], "due_at": told["due_at"], "step": "claimed", "at": now}
        own = db.insert_numbered("reminders", {**row, "late": False})
        whose = [own, told["reminder"], told["subscription"]]
        db.execute("UPDATE reminded SET reminder = ? WHERE reminder = ? AND subscription = ?", whose)
    db.execute(f"DELETE FROM reminders WHERE id IN ({unsent})", numbers)


def _row(subscription: Subscription) -> dict[str, Any]:
    schedule = subscription.schedule
    return {
        "chat": subscription.chat,
        "topic": subscription.topic,
        "person": subscription.person,
        "language": subscription.language,
        "words": subscription.words,
        "days": json.dumps(schedule.days),
        "weekdays": json.dumps(schedule.weekdays),
        "minute": schedule.at.hour * 60 + schedule.at.minute,
        "standing": subscription.standing,
    }


def _subscription(row: dict[str, Any]) -> Subscription:
    days, weekdays = (tuple(json.loads(row.pop(name))) for name in ("days", "weekdays"))
    at = dt.time(*divmod(row.pop("minute"), 60))
    return Subscription(**row, schedule=Schedule(days, weekdays, at))
