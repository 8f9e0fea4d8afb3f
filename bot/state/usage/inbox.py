"""The inbox: every update is written down before Telegram hears that it was taken, and erased with its answer.

What a crash leaves behind, by the step that it fell into:
- before `put`: nothing; Telegram brings the update again.
- after `put`: the update goes through the handlers once more. One that has already `changed` something does not.
- after `claim`: a part of the answer was on its way. Nobody can know whether it arrived, since Telegram neither takes
  a key by which it would drop the second of two equal messages nor shows a bot what it has sent. It is not sent again.
- after `sent`: the parts that arrived are not sent again, those after them are.
- after `give_back`: the database was out of reach, and whoever takes over answers once it is there again.
- after `finish`: nothing is left but the number, so that the update is known should Telegram bring it again.

Of several replicas one holds an update. When its line to the database ends another takes over, and the first can no
longer write down, and so not send, any part of the answer: should it go on, it finds that at its next `claim`. Nor does
the database let it change anything (`bot.state.storage.handled`).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, field, replace

from bot.state.storage.database import Row, StateDatabase, Transaction

KEPT = 2 * 86_400  # seconds for which a number is known; Telegram keeps an update for one day
HELD = "id = ? AND holder = ?"  # here
NOBODY = -1  # the number of no program
UNKNOWN = 0  # the number of a message that may not have arrived


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that waits for its answer.

    `asked_at` is in seconds since 1970, `content` the update as JSON. `runs` counts how often the handlers began with
    it; `sent` are the numbers of the messages of its answer so far, `sending` is the chat to which one is on its way;
    `changed` says that it has changed something for good; `holder` is the number of the program that holds it.
    """

    id: int
    chat: int | None
    person: int | None
    asked_at: float
    content: str
    runs: int = 0
    sent: tuple[int, ...] = ()
    sending: int | None = None
    changed: bool = False
    holder: int = field(default=0, compare=False)


class Inbox:
    """The updates that wait, and the numbers of those that were taken in the last days."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock
        self.has_erased = False  # since the journal of the file was scrubbed

    def put(self, waiting: Waiting) -> bool:
        """Writes an update down; says whether it is still to be answered here: not one that was taken before."""
        row = {**asdict(waiting), "sent": json.dumps(waiting.sent), "changed": int(waiting.changed)}
        with self._step() as db:
            own = self._database.number
            sql = "INSERT INTO taken (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING"
            if db.execute(sql, [waiting.id, self._clock()]):
                db.insert("inbox", {**row, "holder": own})
                return True
            return bool(db.rows(f"SELECT id FROM inbox WHERE {HELD}", [waiting.id, own]))

    def begin(self, number: int) -> Waiting | None:
        """An update that the handlers begin with now, None when it is not held here.

        A part that was on its way may have arrived, and is not sent again.
        """
        with self._step(synced=False) as db:
            for row in db.rows(f"SELECT * FROM inbox WHERE {HELD}", [number, self._database.number]):
                begun = _begun(_waiting(row))
                sql = "UPDATE inbox SET runs = ?, sending = NULL, sent = ? WHERE id = ?"
                db.execute(sql, [begun.runs, json.dumps(begun.sent), number])
                return begun
            return None

    def claim(self, number: int, chat: int) -> bool:
        """A part of the answer is on its way to a chat from now on; False when the update is not held here."""
        with self._step() as db:
            sql = f"UPDATE inbox SET sending = ? WHERE {HELD}"
            return bool(db.execute(sql, [chat, number, self._database.number]))

    def release(self, number: int) -> None:
        """The part that was claimed has surely not arrived."""
        with self._step(synced=False) as db:
            sql = f"UPDATE inbox SET sending = NULL WHERE {HELD}"
            db.execute(sql, [number, self._database.number])

    def sent(self, number: int, message: int) -> None:
        """The part that was claimed is the message of this number, or UNKNOWN when it may not have arrived."""
        with self._step(synced=False) as db:
            for row in db.rows(f"SELECT sent FROM inbox WHERE {HELD}", [number, self._database.number]):
                messages = json.dumps([*json.loads(row["sent"]), message])
                db.execute("UPDATE inbox SET sending = NULL, sent = ? WHERE id = ?", [messages, number])

    def finish(self, number: int) -> None:
        """Erases an update that is answered, or given up, with what it took."""
        with self._step(synced=False) as db:
            if db.execute(f"DELETE FROM inbox WHERE {HELD}", [number, self._database.number]):
                db.execute("DELETE FROM pending WHERE taken_by = ?", [number])
        self.has_erased = True

    def give_back(self, number: int, most_runs: int) -> bool:
        """Leaves an update to whoever takes over next; False where it has changed something, or was begun so many
        times, and so stays here."""
        with self._step(synced=False) as db:
            sql = f"UPDATE inbox SET holder = {NOBODY} WHERE {HELD} AND changed = 0 AND runs < ?"
            held = [number, self._database.number]
            return bool(db.execute(sql, [*held, most_runs])) or not db.rows(
                f"SELECT id FROM inbox WHERE {HELD}", held
            )

    def left(self) -> list[Waiting]:
        """What is not finished, whoever holds it, the oldest first."""
        return list(map(_waiting, self._database.rows("SELECT * FROM inbox ORDER BY id")))

    def take_over(self) -> list[Waiting]:
        """What programs that are gone did not finish, the oldest first; it is held here from now on."""
        if not self._orphans(self._database.rows("SELECT id, holder FROM inbox")):
            return []
        with self._step() as db:
            orphans = self._orphans(db.rows("SELECT * FROM inbox ORDER BY id"))
            values = [[self._database.number, row["id"]] for row in orphans]
            db.execute_all("UPDATE inbox SET holder = ? WHERE id = ?", values)
        return list(map(_waiting, orphans))

    def has_earlier(self, number: int, chat: int) -> bool:
        """Whether another program holds an update of a chat from before this one."""
        sql = "SELECT id FROM inbox WHERE chat = ? AND id < ? AND holder != ? LIMIT 1"
        return bool(self._database.rows(sql, [chat, number, self._database.number]))

    def _orphans(self, rows: list[Row]) -> list[Row]:
        living = self._database.living() if rows else frozenset()
        return [row for row in rows if row["holder"] not in living]

    def erase_expired(self) -> None:
        """Erases the numbers that nobody needs to know any more."""
        with self._step() as db:
            answered = "id NOT IN (SELECT id FROM inbox)"
            db.execute(f"DELETE FROM taken WHERE at <= ? AND {answered}", [self._clock() - KEPT])

    def _step(self, synced: bool = True) -> AbstractContextManager[Transaction]:
        """A change of the inbox alone, of which other programs keep nothing in memory."""
        return self._database.writing(repeatable=True, synced=synced, heard=False)


def _begun(waiting: Waiting) -> Waiting:
    sent = waiting.sent if waiting.sending is None else (*waiting.sent, UNKNOWN)
    return replace(waiting, runs=waiting.runs + 1, sending=None, sent=sent)


def _waiting(row: Row) -> Waiting:
    return Waiting(**{**row, "sent": tuple(json.loads(row["sent"])), "changed": bool(row["changed"])})
