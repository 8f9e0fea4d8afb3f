"""Two years are two sides: what both say stands side by side, and only the year that has nothing is told to have nothing."""

from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import NOON, today
from tests.knowledge.plans import plans


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    return plans(Path(tmp_path_factory.mktemp("years")))


@pytest.mark.parametrize(
    "question", ["云溪2026年和2027年的县域内就诊率有什么变化", "云溪县2026年和2027年县域内就诊率分别是多少"]
)
def test_the_values_of_both_years(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(question)
    assert reply.answered and reply.unmet == () and reply.items_kind == "compare"
    values = {(item.answer.document.year, item.value) for item in reply.items}
    assert {(2026, "88%"), (2027, "90%")} <= values


@pytest.mark.parametrize(
    "question", ["云溪2025年和2027年的县域内就诊率有什么变化", "云溪2027年和2025年有什么变化"]
)
def test_the_year_without_documents_is_unmet(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(question)
    assert not reply.answered and [unmet.text for unmet in reply.unmet] == ["2025年"]


def test_whole_plans_are_answered_by_no_passage(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask("云溪2026年和2027年有什么变化")
    assert not reply.answered and reply.unmet == () and reply.items == ()


def test_another_place_stays_unmet(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask("杭州2026年和2027年的县域内就诊率有什么变化")
    assert not reply.answered and [unmet.kind for unmet in reply.unmet] == ["place"]


@pytest.mark.parametrize(
    "question", ["云溪近三年县域内就诊率分别是多少", "云溪历年县域内就诊率", "近两年县域内就诊率的目标"]
)
def test_a_series_of_years_is_told_newest_first(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(question)
    assert reply.answered and reply.items_kind == "each"
    values = [(item.answer.document.year, item.value) for item in reply.items]
    assert values == [(2027, "90%"), (2026, "88%")]


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("最新的县域内就诊率要到多少", 2027),
        ("云溪最新一版要点里县域内就诊率", 2027),
        ("云溪县26年县域内就诊率是多少", 2026),
    ],
)
def test_the_year_that_answers(knowledge: KnowledgeBase, question: str, year: int) -> None:
    reply = knowledge.ask(question)
    assert reply.answered and reply.question == question
    assert reply.answers[0].document.year == year


def test_the_newest_of_several_places_is_a_choice(tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    for place, year, share in (("云溪", 2026, 88), ("石渠", 2027, 91)):
        (tmp_path / "plans" / f"{place}.txt").write_text(
            f"{place}县{year}年卫生健康工作要点\n一、医改\n县域内就诊率达到{share}%。\n", encoding="utf-8"
        )
    load(tmp_path / "plans", tmp_path / "plans.db", now=NOON)
    reply = KnowledgeBase(tmp_path / "plans.db", today).ask("最新的县域内就诊率")
    assert reply.items_kind == "choice"
    assert {item.answer.document.place for item in reply.items} == {"云溪", "石渠"}


def test_a_series_that_the_passage_itself_counts_stays_whole(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask("近三年卫生院院长到哪里跟班学习")
    assert reply.items_kind != "each" and "省城跟班学习" in reply.answers[0].passage
