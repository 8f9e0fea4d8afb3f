"""Lists, comparisons and choices name all that belongs to them, each with its document; other questions have none."""

import json
from pathlib import Path

import pytest

from knowledge.answers import Answer, Reply
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

ROOT = Path(__file__).parents[3]
GOLD = [json.loads(row) for row in (ROOT / "tests/gold/lists.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    database = tmp_path_factory.mktemp("lists") / "jianda.db"
    assert load(ROOT / "corpus", database).ok
    return KnowledgeBase(database, today)


def text_of(answer: Answer) -> str:
    sentences = [deadline.sentence for deadline in answer.deadlines]
    return "".join("".join([answer.passage, *sentences, *answer.section]).split())


def holds(answers: list[Answer], fragments: str, documents: list[str]) -> bool:
    texts = [text_of(answer) for answer in answers if answer.document.path in documents]
    return any("".join(fragment.split()) in text for fragment in fragments.split("|") for text in texts)


def complete(reply: Reply, row: dict[str, list[str]]) -> bool:
    """Whether the first answer alone, or the items, hold all that is asked for."""
    lists = (list(reply.answers[:1]), [item.answer for item in reply.items])
    return reply.answered and any(
        all(holds(answers, fragments, row["documents"]) for fragments in row["must_hold"])
        for answers in lists
    )


def test_the_lists_of_the_gold_are_complete(example: KnowledgeBase) -> None:
    right = [complete(example.ask(row["q"]), row) for row in GOLD]
    assert sum(right) / len(right) >= 0.95


def test_a_question_that_does_not_choose_brings_all_values(example: KnowledgeBase) -> None:
    reply = example.ask("家庭医生签约率要多少")
    assert (reply.zone, reply.items_kind) == ("answer", "choice")
    values = {(item.answer.document.place, item.indicator, item.value) for item in reply.items}
    assert {
        ("青汀", "重点人群签约率", "83%"),
        ("青汀", "城乡居民签约率", "52%"),
        ("岚川", "全人群签约率", "55%"),
    } <= values


def test_values_of_another_indicator_in_the_same_passage_are_left_out(example: KnowledgeBase) -> None:
    names = {item.indicator for item in example.ask("签约率目标是多少").items}
    assert "城乡居民签约率" in names and all((name or "").endswith("签约率") for name in names)


@pytest.mark.parametrize("question", ["青汀的重点人群签约率要多少", "青汀医共体双向转诊平台什么时候上线"])
def test_a_question_that_chooses_brings_none(example: KnowledgeBase, question: str) -> None:
    reply = example.ask(question)
    assert reply.answered
    assert reply.items == ()


def test_a_comparison_brings_the_places_that_it_names_alone(example: KnowledgeBase) -> None:
    reply = example.ask("青汀和岚川的县域内就诊率目标哪个高")
    assert {item.answer.document.place for item in reply.items} == {"青汀", "岚川"}


def test_the_points_of_a_set_stand_in_their_order(example: KnowledgeBase) -> None:
    reply = example.ask("澄原说的“四个不相适应”是哪四个")
    points = [item.answer.section[-1][:2] for item in reply.items]
    assert (reply.items_kind, points) == ("members", ["一是", "二是", "三是", "四是"])


def test_a_bound_brings_the_targets_that_keep_it(example: KnowledgeBase) -> None:
    reply = example.ask("青汀有哪些指标要求98%以上")
    assert reply.items_kind == "bound"
    assert {item.answer.document.place for item in reply.items} == {"青汀"}
    assert all(float((item.value or "").rstrip("%")) >= 98 for item in reply.items)
    assert ("群众投诉办结率", "98%") in [(item.indicator, item.value) for item in reply.items]


def test_a_scope_holds_for_lists(example: KnowledgeBase) -> None:
    only = next(document.id for document in example.documents() if document.place == "霁岭")
    reply = example.ask("有哪些指标要求90%以上", (only,))
    assert {item.answer.document.place for item in reply.items} == {"霁岭"}
