"""A question costs one search, whatever it is narrowed to, and no passage is read twice."""

from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
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


def test_dates_of_a_passage_are_read_once(database: Path) -> None:
    db = open_database(database)
    store, statements = Store(db), []
    passages = [passage.id for document in store.documents for passage in store.section(document, ())]
    first = store.dated_items(passages[:2])
    db.conn.set_trace_callback(statements.append)
    assert store.dated_items(passages[:1]) == {passages[0]: first[passages[0]]}
    assert not statements
    every = store.dated_items(passages)
    assert sum(len(items.deadlines) for items in every.values()) == len(store.deadlines()) > 0
    assert sum(len(items.targets) for items in every.values()) == len(store.targets()) > 0


def test_a_load_leaves_one_segment_of_the_full_text_index(corpus: Path, database: Path) -> None:
    (corpus / "xinhe.txt").write_text(
        "新河县2026年卫生工作要点\n一、建设\n1.6月底前建成县医院。\n", encoding="utf-8"
    )
    load(corpus, database)
    assert segments(database) == {"terms": 1, "sounds": 1}


def segments(database: Path) -> dict[str, int]:
    """How many segments each full-text index has."""
    db = open_database(database)
    counted = "SELECT count(DISTINCT segid) FROM {}_idx"
    return {table: db.execute(counted.format(table)).fetchone()[0] for table in ("terms", "sounds")}
