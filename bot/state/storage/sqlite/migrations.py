"""The tables of what people made, built by numbered migrations.

The number of the last migration that ran is SQLite's user_version. New ones are `SHARED` with PostgreSQL. A person's own
tables hold their id in the column `person`; times are whole seconds since 1970.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlite_utils import Database

from bot.state.storage.shared_migrations import SHARED


def settings(db: Database) -> None:
    """The documents that a chat is narrowed to, and the languages that people and groups chose."""
    db.table("scopes").create({"chat": int, "documents": str}, pk="chat", not_null=("documents",))
    db.table("languages").create({"person": int, "code": str}, pk="person", not_null=("code",))


def questions(db: Database) -> None:
    """The question log, and the messages that answer its questions."""
    # AUTOINCREMENT: the number of an erased question, which an old button may hold, is never used again.
    db.execute(
        "CREATE TABLE questions (id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER, chat INTEGER, "
        "asked_at INTEGER, text TEXT, zone TEXT, confidence REAL, document TEXT, passage TEXT, "
        "milliseconds INTEGER)"
    )
    db.table("questions").create_index(["person"])
    db.table("questions").create_index(["asked_at"])
    db.table("answers").create({"chat": int, "message": int, "question": int}, pk=("chat", "message"))
    db.table("answers").create_index(["question"])


def votes(db: Database) -> None:
    """Votes on answers; `question` is NULL once the question is erased."""
    place = {"person": int, "chat": int, "message": int}
    said = {"useful": int, "reason": str, "passage": str, "question": int, "voted_at": int}
    db.table("votes").create({**place, **said}, pk=("person", "chat", "message"))
    db.table("votes").create_index(["passage"])
    db.table("votes").create_index(["question"])


def favourites(db: Database) -> None:
    """Passages that people put aside, with their beginning and source as they were then."""
    columns = {"person": int, "passage": str, "excerpt": str, "source": str, "kept_at": int}
    db.table("favourites").create(columns, pk=("person", "passage"))


def appointments(db: Database) -> None:
    """The roles that were given in the chat."""
    columns = {"person": int, "role": str, "name": str}
    db.table("appointments").create(columns, pk="person", not_null=("role", "name"))


def audit(db: Database) -> None:
    """The changes that people made to what others use: rows are added, never changed or taken away."""
    db.execute(
        "CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, person INTEGER NOT NULL, "
        "name TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, before TEXT NOT NULL, "
        "after TEXT NOT NULL)"
    )
    for verb in ("UPDATE", "DELETE"):
        db.execute(
            f"CREATE TRIGGER audit_no_{verb.lower()} BEFORE {verb} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'the audit is only added to'); END"
        )


def pending(db: Database) -> None:
    """Actions that wait to be confirmed by the person who began them."""
    columns = {"key": str, "person": int, "kind": str, "payload": str, "ends_at": int}
    db.table("pending").create(columns, pk="key")


def preferences(db: Database) -> None:
    """Who may ask in a chat, how long its answers are, when it wants quiet."""
    columns = {"chat": int, "askers": str, "length": str, "quiet": str}
    db.table("preferences").create(columns, pk="chat", not_null=("askers", "length", "quiet"))


def teaching(db: Database) -> None:
    """What editors taught, the questions that they put aside, and what each of them is in the middle of."""
    lesson = {"place": int, "questions": str, "passage": str, "fingerprint": str, "excerpt": str}
    db.table("lessons").create(lesson, pk="place")
    db.table("synonyms").create({"place": int, "said": str, "meant": str, "both": int}, pk="place")
    edit = {"pair": str, "original": str, "question": str, "passage": str, "fingerprint": str}
    db.table("edits").create(edit, pk="pair")
    db.table("dismissals").create({"text": str, "aside_at": int}, pk="text")
    db.table("dialogues").create({"person": int, "key": str, "payload": str, "ends_at": int}, pk="person")


def reminders(db: Database) -> None:
    """What chats want to be reminded of, the reminders, and the occasions that each of them tells of."""
    db.execute(
        "CREATE TABLE subscriptions (id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, topic INTEGER, "
        "person INTEGER NOT NULL, language TEXT NOT NULL, words TEXT NOT NULL, days TEXT NOT NULL, "
        "weekday INTEGER, minute INTEGER NOT NULL, standing TEXT NOT NULL, since REAL NOT NULL)"
    )
    db.table("subscriptions").create_index(["chat"])
    db.execute(
        "CREATE TABLE reminders (id INTEGER PRIMARY KEY AUTOINCREMENT, subscription INTEGER NOT NULL, "
        "due_at REAL NOT NULL, late INTEGER NOT NULL, step TEXT NOT NULL, at REAL NOT NULL)"
    )
    db.table("reminders").create_index(["step"])
    # The primary key is what keeps a reminder from being sent twice.
    db.execute(
        "CREATE TABLE reminded (subscription INTEGER NOT NULL, key TEXT NOT NULL, deadline TEXT NOT NULL, "
        "reminder INTEGER NOT NULL, PRIMARY KEY (subscription, key))"
    )
    db.table("reminded").create_index(["reminder"])


def marks(db: Database) -> None:
    """What was said of deadlines (done, postponed, not applicable, open again), one row each time."""
    db.execute(
        "CREATE TABLE marks (id INTEGER PRIMARY KEY AUTOINCREMENT, deadline TEXT NOT NULL, status TEXT NOT NULL, "
        "path TEXT NOT NULL, title TEXT NOT NULL, task TEXT NOT NULL, sentence TEXT NOT NULL, until TEXT, "
        "note TEXT NOT NULL, "
        "person INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL)"
    )
    db.table("marks").create_index(["deadline"])


def inbox(db: Database) -> None:
    """Updates until they are answered, the numbers of those that were, the chats whose last answer may be lost."""
    db.execute(
        "CREATE TABLE inbox (id INTEGER PRIMARY KEY, chat INTEGER, person INTEGER, asked_at REAL NOT NULL, "
        "content TEXT NOT NULL, runs INTEGER NOT NULL, sent TEXT NOT NULL, sending INTEGER, "
        "changed INTEGER NOT NULL)"
    )
    db.table("inbox").create_index(["person"])
    db.execute("CREATE TABLE taken (id INTEGER PRIMARY KEY, at REAL NOT NULL)")
    columns = {"chat": int, "kind": str, "language": str, "noted_at": int}
    db.table("unsure").create(columns, pk="chat", not_null=("kind", "language", "noted_at"))
    # A confirmation is taken by an update, which may have to go through the handlers once more.
    db.execute("ALTER TABLE pending ADD COLUMN taken_by INTEGER")


def weekdays(db: Database) -> None:
    """A digest may come on several days of the week."""
    db.execute("ALTER TABLE subscriptions ADD COLUMN weekdays TEXT NOT NULL DEFAULT '[]'")
    db.execute("UPDATE subscriptions SET weekdays = '[' || weekday || ']' WHERE weekday IS NOT NULL")
    db.execute("ALTER TABLE subscriptions DROP COLUMN weekday")


def lasting_ids(db: Database) -> None:
    """The deadlines that were seen, each with the id that it had first and the words by which it is found again."""
    columns = {"deadline": str, "lasting": str, "path": str, "title": str, "task": str, "sentence": str}
    db.table("lasting_ids").create({**columns, "at": float}, pk="deadline", not_null=("lasting", "at"))


def moved_chats(db: Database) -> None:
    """Groups that became supergroups: the id that each has now, and the one before."""
    db.table("moved_chats").create({"chat": int, "before": int}, pk="chat", not_null=("before",))


def refusals(db: Database) -> None:
    """How often Telegram refused a subscription since it last took a message, since when, and when to try again."""
    for column in ("refusals INTEGER NOT NULL DEFAULT 0", "refused_at REAL", "retry_at REAL"):
        db.execute(f"ALTER TABLE subscriptions ADD COLUMN {column}")


def assignees(db: Database) -> None:
    """Who in the office sees to a deadline."""
    db.execute("ALTER TABLE marks ADD COLUMN assignee TEXT NOT NULL DEFAULT ''")


def scheduled(db: Database) -> None:
    """Messages that are written down to be sent at a time; `content` is JSON, of its own shape for each kind."""
    db.execute(
        "CREATE TABLE scheduled (id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, topic INTEGER, "
        "person INTEGER NOT NULL, language TEXT NOT NULL, kind TEXT NOT NULL, content TEXT NOT NULL, "
        "due_at REAL NOT NULL, step TEXT NOT NULL, late INTEGER NOT NULL DEFAULT 0, "
        "refusals INTEGER NOT NULL DEFAULT 0, refused_at REAL, retry_at REAL, at REAL NOT NULL)"
    )
    db.table("scheduled").create_index(["chat", "kind"])
    db.table("scheduled").create_index(["step"])


def watches(db: Database) -> None:
    """What chats watch, the statements that each watch knows, and the files as they were at the last look."""
    db.execute(
        "CREATE TABLE watches (id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, topic INTEGER, "
        "person INTEGER NOT NULL, language TEXT NOT NULL, words TEXT NOT NULL, standing TEXT NOT NULL, at REAL NOT NULL)"
    )
    db.table("watches").create_index(["chat"])
    db.execute(
        "CREATE TABLE watched (watch INTEGER NOT NULL, path TEXT NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL, "
        "text TEXT NOT NULL, PRIMARY KEY (watch, path, key))"
    )
    db.execute("CREATE TABLE known_files (path TEXT PRIMARY KEY, digest TEXT NOT NULL)")


def validity(db: Database) -> None:
    """Which chat was told what of the validity of a document; chat 0 has what is known to have happened."""
    columns = {"chat": int, "key": str, "at": float}
    db.table("validity_told").create(columns, pk=("chat", "key"), not_null=("at",))


def homes(db: Database) -> None:
    """The place, the body and the person that a chat is at home with."""
    columns = {"chat": int, "place": str, "body": str, "person": str}
    db.table("homes").create(columns, pk="chat", not_null=("place", "body", "person"))


MIGRATIONS: tuple[Callable[[Any], None], ...] = (
    settings,
    questions,
    votes,
    favourites,
    appointments,
    audit,
    pending,
    preferences,
    teaching,
    reminders,
    marks,
    inbox,
    weekdays,
    lasting_ids,
    moved_chats,
    refusals,
    assignees,
    scheduled,
    watches,
    validity,
    homes,
    *SHARED,
)
VERSION = len(MIGRATIONS)
APPLICATION = 0x4A444E53  # SQLite's application_id: tells this file from a knowledge base given by mistake


def migrate(db: Database) -> None:
    """Bring the file to the present schema; each migration is committed with its number."""
    while version(db) < VERSION:
        # Another process may migrate at the same moment, so the number is read again under the lock.
        with transaction(db):
            number = version(db)
            if number < VERSION:
                MIGRATIONS[number](db)
                db.execute(f"PRAGMA application_id = {APPLICATION}")
                db.execute(f"PRAGMA user_version = {number + 1}")


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """A change that is committed whole, or undone when anything fails."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:  # SQLite has not undone it by itself
            db.execute("ROLLBACK")
        raise


def version(db: Database) -> int:
    """The number of migrations that the file has seen."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def is_ours(db: Database) -> bool:
    """Whether the file is empty or was made by these migrations."""
    # In this order: another process may be making the tables, and the mark is committed together with the first.
    tables = int(db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    return application == APPLICATION or not (application or tables)
