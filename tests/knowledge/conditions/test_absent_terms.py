"""A term of the field that the corpus lacks is told to be missing; one that it has in other words is not."""

import pytest

from knowledge.conditions.absent_terms import conditions_on_absent_terms
from knowledge.conditions.condition import Condition, Evidence
from knowledge.documents import Document
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon.thesaurus import Variant
from knowledge.query.query import Concept, Query
from tests.clock import today

DOCUMENT = Document("d", "计划", "a.txt")
PLAN = "青汀县2027年工作要点\n一、信息化\n检查检验互认平台9月底前上线，县医院的网络改造6月底前完成。\n"


def absent(words: str, corpus: str, synonyms: tuple[str, ...] = ()) -> list[Condition]:
    """The conditions that a term sets over a corpus."""
    variants = tuple(Variant(word, 1.0) for word in (words, *synonyms))
    nothing: frozenset[str] = frozenset()
    query = Query(
        words, words, "deadline", (Concept(variants),), nothing, nothing, nothing, (), nothing, frozenset()
    )
    return list(conditions_on_absent_terms(query, lambda pair: float(pair in corpus)))


def test_a_term_that_stands_nowhere_is_a_condition() -> None:
    (condition,) = absent("互联网医院", "县医院上互联互通平台")
    assert (condition.kind, condition.text) == ("attribute", "互联网医院")
    assert not condition.holds(Evidence(DOCUMENT, about="", text="互联互通平台上线。县医院另有网络改造。"))


@pytest.mark.parametrize(
    ("words", "corpus", "synonyms"),
    [
        ("互联网医院", "办好互联网医院", ()),
        ("互联网医院", "开展互联网诊疗", ("互联网诊疗",)),
        ("什么时候", "上线", ()),
        ("托育", "上线", ()),
    ],
)
def test_what_the_corpus_has_and_what_is_no_term_is_none(
    words: str, corpus: str, synonyms: tuple[str, ...]
) -> None:
    assert absent(words, corpus, synonyms) == []


def test_a_term_may_be_said_in_another_order() -> None:
    (condition,) = absent("临床路径", "路径")
    assert condition.holds(Evidence(DOCUMENT, about="", text="路径管理覆盖临床科室。"))


def test_the_question_is_told_what_is_missing(tmp_path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(PLAN, encoding="utf-8")
    assert load(tmp_path / "corpus", tmp_path / "a.db").ok
    knowledge = KnowledgeBase(tmp_path / "a.db", today)
    reply = knowledge.ask("互联网医院什么时候上线")
    assert reply.zone != "answer" and [unmet.text for unmet in reply.unmet] == ["互联网医院"]
    assert knowledge.ask("检查检验互认平台什么时候上线").zone == "answer"
