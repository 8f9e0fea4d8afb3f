"""What a knowledge base holds, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from knowledge.semantics.encoder import Standing, standing
from knowledge.store.migrations import VERSION
from knowledge.store.reader import Store
from knowledge.text import analyzer


@dataclass(frozen=True, slots=True)
class Status:
    """What a knowledge base holds, and what is wrong with it.

    `deadlines` counts all of them, `listed` those that lists show: not what recurs, is vague or waits for an event, and
    not those of documents for which another stands. `semantics`: whether the meaning of passages counts; `search`: what
    searches the full text.
    """

    documents: int
    passages: int
    questions: int
    deadlines: int
    targets: int
    schema_version: int
    analyzer_version: str
    loaded_at: dt.datetime | None
    problems: tuple[str, ...]
    listed: int = 0
    semantics: Standing = "absent"
    search: str = ""


def status_of(store: Store) -> Status:
    """The status of a knowledge base without `listed`, which takes the filters of lists."""
    loaded = store.fact("loaded")
    undated = (document for document in store.documents.values() if document.date is None)
    return Status(
        documents=len(store.documents),
        passages=store.passage_count,
        questions=store.count("pairs"),
        deadlines=store.count("deadlines"),
        targets=store.count("targets"),
        schema_version=VERSION,
        analyzer_version=store.fact("analyzer") or analyzer.VERSION,
        loaded_at=dt.datetime.fromisoformat(loaded) if loaded else None,
        semantics=standing(store.fact("encoder") or ""),
        search=store.engine,
        problems=tuple(f"《{d.title}》（{d.path}）没有日期（no date）" for d in undated),
    )
