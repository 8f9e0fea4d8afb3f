"""A passage with what else is known of it: its document, its deadlines, its targets."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.store.reader import Store
from knowledge.store.records import StoredPassage
from knowledge.targets.targets import Target


@dataclass(frozen=True, slots=True)
class PassageContext:
    """A stored passage, the document in which it stands, and the deadlines and targets that were found in it."""

    passage: StoredPassage
    document: Document
    deadlines: tuple[Deadline, ...] = ()
    targets: tuple[Target, ...] = ()


def in_context(store: Store, passages: Sequence[StoredPassage]) -> list[PassageContext]:
    """Look up what is known of some passages, in their order."""
    dated = store.dated_items([passage.id for passage in passages])
    return [
        PassageContext(
            passage,
            store.documents[passage.document],
            dated[passage.id].deadlines,
            dated[passage.id].targets,
        )
        for passage in passages
    ]


def passage_within(store: Store, passage_id: str, scope: Collection[str]) -> StoredPassage | None:
    """The passage of an id, None when its text is no longer there or a scope leaves its document out."""
    stored = store.passage(passage_id)
    return stored if stored and (not scope or stored.document in scope) else None
