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


def test_earlier_plans_follow_newest_first(knowledge: KnowledgeBase) -> None:
    answers = knowledge.ask("重点人群签约率要达到多少").answers
    assert [answer.document.year for answer in answers[:3]] == [2027, 2026, 2025]
