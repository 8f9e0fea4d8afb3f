"""What became of the stored questions from one version of the knowledge base to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.store.records import PlacedPair


@dataclass(frozen=True, slots=True)
class QuestionChanges:
    """The pairs that came, those that went, and those whose question or answer is another, before and after."""

    came: tuple[PlacedPair, ...]
    went: tuple[PlacedPair, ...]
    changed: tuple[tuple[PlacedPair, PlacedPair], ...]

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def question_changes(before: Iterable[PlacedPair], after: Iterable[PlacedPair]) -> QuestionChanges:
    """The changes between two lists of pairs, each told by its id, that is by its document and the fact."""
    old = {placed.pair.id: placed for placed in before}
    new = {placed.pair.id: placed for placed in after}
    both = ((placed, new[pair]) for pair, placed in old.items() if pair in new)
    return QuestionChanges(
        tuple(placed for pair, placed in new.items() if pair not in old),
        tuple(placed for pair, placed in old.items() if pair not in new),
        tuple((placed, now) for placed, now in both if _told(placed) != _told(now)),
    )


def _told(placed: PlacedPair) -> tuple[str, str]:
    return placed.pair.question, placed.answer
