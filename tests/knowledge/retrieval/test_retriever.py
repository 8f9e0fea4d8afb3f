"""A question costs one search, whatever it is narrowed to, and no passage is read twice."""

from pathlib import Path

import pytest

from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.files import open_database
from knowledge.store.reader import Store


def test_a_search_within_documents_is_one_search(database: Path) -> None:
    db = open_database(database)
    store, statements = Store(db), []
    documents = list(store.documents)
    db.conn.set_trace_callback(statements.append)
    found = store.search(["检查", "医院"], (1.0, 0.35, 0.35), 10, documents)
    db.conn.set_trace_callback(None)
    assert found == store.search(["检查", "医院"], (1.0, 0.35, 0.35), 10)
    search = next(sql for sql in statements if "MATCH" in sql)
    plan = [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {search}")]
    indexes = [step.split("INDEX")[1] for step in plan if "terms VIRTUAL TABLE" in step]
    assert indexes and not any("=" in index for index in indexes)


def test_a_passage_is_read_once(knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    first = knowledge.candidates("检查检验结果互认").ranked
    monkeypatch.setattr(Store, "passages", None)
    assert knowledge.candidates("检查检验结果互认").ranked == first
