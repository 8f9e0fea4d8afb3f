"""A question costs one search, whatever it is narrowed to, and no passage is read twice."""

from pathlib import Path

import pytest

from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon.thesaurus import built_in
from knowledge.query.query import QueryParser
from knowledge.retrieval import retriever
from knowledge.retrieval.matching.term_rarity import TermRarity
from knowledge.retrieval.retriever import Retriever
from knowledge.store.files import open_database
from knowledge.store.reader import Store
from knowledge.text.analyzer import Analyzer
from tests.knowledge.store.full_text.fts5 import by_fts5


@pytest.mark.parametrize("terms", (["检查", "医院"], ["卫生"], ["县域", "就诊", "卫生", "检验"], ["没有"]))
def test_a_search_scores_as_full_text_search_does(database: Path, terms: list[str]) -> None:
    every = by_fts5(database, "terms", terms)
    assert Store(open_database(database)).search(terms, 50) == every
    assert Store(open_database(database)).search(terms, 2) == every[:2]


def test_a_search_within_documents_scores_as_one_of_all(database: Path) -> None:
    store = Store(open_database(database))
    own = {document: [p.id for p in store.section(document, ())] for document in store.documents}
    every = store.search(["检查", "医院", "卫生"], 50)
    for document, passages in own.items():
        found = store.search(["检查", "医院", "卫生"], 50, [document])
        assert found == [(n, score) for n, score in every if store.passages([n])[n].id in passages]


def test_a_term_is_looked_up_once(database: Path) -> None:
    db = open_database(database)
    store, statements = Store(db), []
    first = store.search(["检查", "医院"], 10)
    db.conn.set_trace_callback(statements.append)
    assert store.search(["检查", "医院"], 10) == first
    assert store.search(["医院"], 10)
    assert not statements


def test_a_search_looks_at_more_places_in_a_larger_base(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, analyzer = Store(open_database(database)), Analyzer()
    rarity = TermRarity(store, analyzer)
    query = QueryParser(analyzer, built_in()).parse("检查检验结果互认的医院卫生要点")
    monkeypatch.setattr(retriever, "_MOST_PLACES", 1)
    monkeypatch.setattr(retriever, "_PLACES_A_PASSAGE", 0)
    few = Retriever(store, analyzer, rarity)._terms(query)
    monkeypatch.setattr(retriever, "_PLACES_A_PASSAGE", 100)
    assert few == Retriever(store, analyzer, rarity)._terms(query)[:1]
    assert len(Retriever(store, analyzer, rarity)._terms(query)) > 3


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
