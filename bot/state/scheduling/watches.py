"""Watches: the words that chats watch, and what was known of each when it was last looked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from bot.state.scheduling.messages import ScheduledMessage, insert
from bot.state.storage.database import StateDatabase, Transaction

DAY = 86_400.0
MOST_PATHS = 500  # that a statement of SQL names
COLUMNS = "id, chat, topic, person, language, words, standing"


@dataclass(frozen=True, slots=True)
class Watch:
    """Words that a chat (in a forum one topic of it) watches; one that was removed can be put back for a day."""

    chat: int
    topic: int | None
    person: int
    language: str
    words: str
    id: int = 0
    standing: Literal["running", "removed"] = "running"


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A statement that a watch knows: what tells it from others, the file and the title of its document, its words."""

    key: str
    path: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Look:
    """What a look has found, to be written down as a whole: what each watch knows now of the documents of some files
    and titles, the messages to be sent, all files with their digests, as they were `before`, and those that were only
    moved."""

    known: Mapping[int, Sequence[KnownStatement]]
    dropped: Mapping[int, Sequence[KnownStatement]]
    messages: Sequence[ScheduledMessage]
    before: Mapping[str, str]
    files: Mapping[str, str]
    moved: Mapping[str, str]


class Watches:
    """The watches of all chats."""

    def __init__(self, database: StateDatabase, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    def add(self, watch: Watch, known: Iterable[KnownStatement]) -> int:
        """Adds a watch with what it knows from the beginning, and gives its number."""
        row = {
            "chat": watch.chat,
            "topic": watch.topic,
            "person": watch.person,
            "language": watch.language,
            "words": watch.words,
            "standing": "running",
            "at": self._clock(),
        }
        with self._database.writing() as db:
            number = db.insert_numbered("watches", row)
            _learn(db, number, known)
        return number

    def of_chat(self, chat: int) -> list[Watch]:
        """The watches of a chat, the oldest first."""
        return self._find("chat = ? AND standing = 'running'", [chat])

    def one(self, number: int, chat: int) -> Watch | None:
        """A watch of this chat, None when it is gone or another chat's."""
        return next(iter(self._find("id = ? AND chat = ?", [number, chat])), None)

    def running(self) -> list[Watch]:
        """All watches."""
        return self._find("standing = 'running'", [])

    def remove(self, number: int) -> None:
        """Ends a watch; it can be put back for a day."""
        with self._database.writing() as db:
            sql = "UPDATE watches SET standing = 'removed', at = ? WHERE id = ?"
            db.execute(sql, [self._clock(), number])

    def restore(self, number: int, known: Iterable[KnownStatement]) -> None:
        """Puts a watch back, with what it knows from now on."""
        with self._database.writing() as db:
            db.execute(
                "UPDATE watches SET standing = 'running', at = ? WHERE id = ?", [self._clock(), number]
            )
            db.execute("DELETE FROM watched WHERE watch = ?", [number])
            _learn(db, number, known)

    def known(self, number: int, paths: Collection[str] = ()) -> list[KnownStatement]:
        """What a watch knows, in the order in which it was learnt; with `paths` that of these files alone, and of all
        that were gone at the last look."""
        few = 0 < len(paths) <= MOST_PATHS
        gone = "path NOT IN (SELECT path FROM known_files)"
        where = f"AND ({gone} OR path IN ({', '.join('?' * len(paths))}))" if few else ""
        sql = f"SELECT key, path, title, text FROM watched WHERE watch = ? {where} ORDER BY rowid"
        rows = self._database.rows(sql, [number, *(paths if few else ())])
        return [KnownStatement(**row) for row in rows]

    def count_known(self, number: int) -> int:
        """How many statements a watch knows."""
        rows = self._database.rows("SELECT count(*) AS count FROM watched WHERE watch = ?", [number])
        return int(rows[0]["count"])

    def files(self) -> dict[str, str]:
        """The digests of the files as they were when it was last looked, by path."""
        return {
            row["path"]: row["digest"] for row in self._database.rows("SELECT path, digest FROM known_files")
        }

    def record(self, look: Look) -> None:
        """Writes down, all or nothing, what a look has found; nothing where another look was written down meanwhile."""
        with self._database.writing() as db:
            if self.files() != look.before:
                return
            for old, new in look.moved.items():
                _move(db, old, new)
            for watch, dropped in look.dropped.items():
                values = [(watch, statement.path, statement.key) for statement in dropped]
                db.execute_all("DELETE FROM watched WHERE watch = ? AND path = ? AND key = ?", values)
            for watch, known in look.known.items():
                _learn(db, watch, known)
            for message in look.messages:
                insert(db, message, self._clock())
            db.execute("DELETE FROM known_files")
            db.insert_all(
                "known_files", ({"path": path, "digest": digest} for path, digest in look.files.items())
            )

    def erase_expired(self) -> int:
        """Erases what was removed more than a day ago; says how many."""
        with self._database.writing(repeatable=True) as db:
            old = "standing = 'removed' AND at <= ?"
            erased = db.execute(f"DELETE FROM watches WHERE {old}", [self._clock() - DAY])
            db.execute("DELETE FROM watched WHERE watch NOT IN (SELECT id FROM watches)")
            return erased

    def _find(self, where: str, values: list[object]) -> list[Watch]:
        return [
            Watch(**row)
            for row in self._database.rows(f"SELECT {COLUMNS} FROM watches WHERE {where} ORDER BY id", values)
        ]


def _learn(db: Transaction, watch: int, known: Iterable[KnownStatement]) -> None:
    db.insert_all("watched", ({"watch": watch, **asdict(statement)} for statement in known), replace=True)


def _move(db: Transaction, old: str, new: str) -> None:
    """Lets what is known of a file follow it to its new path, in the place of what is known there."""
    moved = "SELECT 1 FROM watched m WHERE m.path = ? AND m.watch = watched.watch AND m.key = watched.key"
    db.execute(f"DELETE FROM watched WHERE path = ? AND EXISTS ({moved})", [new, old])
    db.execute("UPDATE watched SET path = ? WHERE path = ?", [new, old])
