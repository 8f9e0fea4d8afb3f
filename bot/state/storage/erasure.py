"""Erasing all that is stored of a person."""

from __future__ import annotations

from dataclasses import dataclass, fields

from bot.state.storage.database import Transaction
from bot.state.storage.handled import handled_number

OWNED = {"questions": "person", "votes": "person", "favourites": "person"}
SETTINGS = {
    "languages": "person",
    "scopes": "chat",
    "homes": "chat",
    "preferences": "chat",
    "subscriptions": "chat",
    "scheduled": "chat",
    "watches": "chat",
}  # a private chat has the number of its person

NONE = 0  # the number of no update


@dataclass(frozen=True, slots=True)
class ErasedCounts:
    """How much was erased of a person."""

    questions: int = 0
    votes: int = 0
    favourites: int = 0
    settings: int = 0

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def erase(db: Transaction, person: int) -> ErasedCounts:
    """Erases everything of a person, save their role and the changes that they made: those concern others."""
    erased = {table: _erase_rows(db, table, column, person) for table, column in OWNED.items()}
    _erase_rows(db, "pending", "person", person)
    _erase_rows(db, "dialogues", "person", person)
    _erase_rows(db, "unsure", "chat", person)
    _erase_rows(db, "counted", "key", person)
    db.execute("DELETE FROM remembered WHERE chat = ? OR (kind = 'last' AND key = ?)", [person, person])
    _erase_rows(db, "validity_told", "chat", person)
    # What is being answered now, the wish to be forgotten itself, is erased with its answer.
    db.execute("DELETE FROM inbox WHERE person = ? AND id != ?", [person, handled_number() or NONE])
    settings = sum(_erase_rows(db, table, column, person) for table, column in SETTINGS.items())
    # What concerns others stays, without the person: marks on deadlines, and the reminders of groups.
    for table in ("subscriptions", "scheduled", "watches", "marks"):
        db.execute(f"UPDATE {table} SET person = 0 WHERE person = ?", [person])
    db.execute("UPDATE marks SET name = '' WHERE person = 0")
    drop_orphans(db)
    return ErasedCounts(**erased, settings=settings)


def drop_orphans(db: Transaction) -> None:
    """Erases what pointed to questions or subscriptions that are gone."""
    db.execute("DELETE FROM dismissals WHERE text NOT IN (SELECT text FROM questions)")
    db.execute("DELETE FROM answers WHERE question NOT IN (SELECT id FROM questions)")
    db.execute(
        "UPDATE votes SET question = NULL "
        "WHERE question IS NOT NULL AND question NOT IN (SELECT id FROM questions)"
    )
    db.execute("DELETE FROM watched WHERE watch NOT IN (SELECT id FROM watches)")
    for table in ("reminders", "reminded"):
        db.execute(f"DELETE FROM {table} WHERE subscription NOT IN (SELECT id FROM subscriptions)")


def _erase_rows(db: Transaction, table: str, column: str, person: int) -> int:
    return db.execute(f"DELETE FROM {table} WHERE {column} = ?", [person])
