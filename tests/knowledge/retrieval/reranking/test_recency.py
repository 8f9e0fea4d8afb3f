"""Without a year in the question the newest plan of a place answers; with one, that of the year."""

from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

PLAN = """青汀县{year}年卫生健康工作要点
青汀县卫生健康局
（{before}年11月16日）
一、重点任务
1.做实家庭医生签约服务，重点人群签约率达到{rate}%以上。
2.改造村卫生室{rooms}所，全部配备智能健康随访包。
"""


@pytest.fixture
def knowledge(tmp_path: Path) -> KnowledgeBase:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for year, rate, rooms in ((2025, 75, 30), (2026, 79, 38), (2027, 83, 46)):
        text = PLAN.format(year=year, before=year - 1, rate=rate, rooms=rooms)
        (corpus / f"{year}.txt").write_text(text, encoding="utf-8")
    assert load(corpus, tmp_path / "k.db").ok
    return KnowledgeBase(tmp_path / "k.db", today)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("青汀县重点人群签约率要达到多少", "83%"),
        ("重点人群签约率要达到多少", "83%"),
        ("青汀县要改造多少所村卫生室", "46所"),
        ("2026年重点人群签约率要达到多少", "79%"),
        ("青汀县2025年要改造多少所村卫生室", "30所"),
    ],
)
def test_the_year_that_answers(knowledge: KnowledgeBase, question: str, holds: str) -> None:
    assert holds in knowledge.ask(question).answers[0].passage


@pytest.mark.parametrize(
    "question",
    [
        "青汀县2026年和2027年的重点人群签约率哪年要求高",
        "重点人群签约率青汀县2026年、2027年分别要达到多少",
        "青汀县重点人群签约率2026还是2027年定得高",
    ],
)
def test_years_that_are_compared_both_answer(knowledge: KnowledgeBase, question: str) -> None:
    reply = knowledge.ask(question)
    assert reply.answered and not reply.unmet
    assert {2026, 2027} <= {answer.document.year for answer in reply.answers[:2]}


def test_a_year_without_a_plan_is_told_in_a_comparison(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask("青汀县2026年和2031年的重点人群签约率哪年要求高")
    assert not reply.answered
    assert [unmet.text for unmet in reply.unmet] == ["2031年"]


def test_earlier_plans_follow_newest_first(knowledge: KnowledgeBase) -> None:
    answers = knowledge.ask("重点人群签约率要达到多少").answers
    assert [answer.document.year for answer in answers[:3]] == [2027, 2026, 2025]


def test_what_is_asked_of_a_term_is_not_answered_by_its_definition(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "plan.txt").write_text(
        "青汀县老年健康工作方案\n青汀县卫生健康局\n（2026年3月1日）\n一、重点任务\n"
        "（一）助听门诊。县人民医院设“助听门诊”，今年9月起每周二上午开诊，为老年人免费测听。\n"
        "二、名词解释\n助听门诊，是指由耳科医师和验配师共同出诊的门诊。\n",
        encoding="utf-8",
    )
    assert load(corpus, tmp_path / "k.db").ok
    knowledge = KnowledgeBase(tmp_path / "k.db", today)
    assert "每周二" in knowledge.ask("青汀县的助听门诊什么时候开").answers[0].passage
    assert "是指" in knowledge.ask("什么是助听门诊").answers[0].passage
