"""The migrations of what people made that run over either engine, one after the other.

Each says what it does by `execute` alone, in SQL that both speak, with the types INTEGER, REAL and TEXT.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Executor(Protocol):
    """What carries out a statement, over either engine."""

    def execute(self, sql: str, /) -> object:
        """Carries it out."""


def edits_of_pairs(db: Executor) -> None:
    """Where an editor moved a generated pair, its wordings that came and went, and the pair that asks the same."""
    for name, default in (("topic", "''"), ("added", "'[]'"), ("dropped", "'[]'"), ("merged", "''")):
        db.execute(f"ALTER TABLE edits ADD COLUMN {name} TEXT NOT NULL DEFAULT {default}")


def holders(db: Executor) -> None:
    """Which of several programs has an update in hand; of a file there is one, with the number 0."""
    db.execute("ALTER TABLE inbox ADD COLUMN holder INTEGER NOT NULL DEFAULT 0")


def conversations(db: Executor) -> None:
    """What conversations lean on that several replicas lead, for an hour."""
    db.execute(
        "CREATE TABLE remembered (chat INTEGER NOT NULL, kind TEXT NOT NULL, key INTEGER NOT NULL, "
        "value TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (chat, kind, key))"
    )


def counts(db: Executor) -> None:
    """What several replicas have answered in the last minute."""
    db.execute("CREATE TABLE counted (name TEXT NOT NULL, key INTEGER NOT NULL, at REAL NOT NULL)")
    db.execute("CREATE INDEX counted_key ON counted (name, key)")


def answers_of_pairs(db: Executor) -> None:
    """The words of the text that an editor gave as the answer of a generated pair."""
    db.execute("ALTER TABLE edits ADD COLUMN answer TEXT NOT NULL DEFAULT ''")


SHARED: tuple[Callable[[Executor], None], ...] = (
    edits_of_pairs,
    holders,
    conversations,
    counts,
    answers_of_pairs,
)
"""In their order; a new one comes last."""
