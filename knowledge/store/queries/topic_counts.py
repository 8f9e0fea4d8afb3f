"""The topics of documents, counted."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.lexicon.topics import TopicCount, parent_of
from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list
from knowledge.store.queries.reading import iterate_rows


def count_topics(db: Connection, documents: Sequence[str]) -> list[TopicCount]:
    """The topics of some documents with their numbers of passages and of questions, most passages first."""
    inside = f"WHERE document {in_list(documents)}"
    rows = iterate_rows(
        db,
        "SELECT topic, sum(passages) AS passages, sum(questions) AS questions FROM ("
        f"SELECT topic, 1 AS passages, 0 AS questions FROM passages {inside} UNION ALL "
        f"SELECT q.topic, 0, 1 FROM pairs q JOIN passages p ON p.id = q.passage {inside}"
        ") counted GROUP BY topic ORDER BY passages DESC, topic",
        [*documents, *documents],
    )
    return [
        TopicCount(row["topic"], parent_of(row["topic"]), row["passages"], row["questions"]) for row in rows
    ]
