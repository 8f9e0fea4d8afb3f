"""A topic page tells each question once, by kind, what is due soonest first, with the documents that answer it."""

import datetime as dt

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.topic_page import KINDS

TODAY = dt.date(2027, 4, 1)
PLAN = """{place}2027年卫生健康工作要点
（2026年12月1日）
一、院前急救
急救平均反应时间缩短到12分钟以内。
村级急救点位{month}月底前全部启用。
急救指挥平台3月底前上线。
急救调度中心11月底前投用。
县急救中心负责全县急救车辆的统一管理。
"""


@pytest.fixture(scope="module")
def questions(tmp_path_factory):
    folder = tmp_path_factory.mktemp("topic")
    (folder / "corpus").mkdir()
    for place, month in (("澄原县", 6), ("青汀县", 9)):
        (folder / "corpus" / f"{place}.txt").write_text(
            PLAN.format(place=place, month=month), encoding="utf-8"
        )
    load(folder / "corpus", folder / "jianda.db")
    return KnowledgeBase(folder / "jianda.db").topic_page("急诊急救", TODAY)


def test_a_question_of_two_documents_is_told_once_with_both(questions):
    named = {
        question.pair.question: [document.place for document in question.documents] for question in questions
    }
    assert len(named) == len(questions)
    assert sorted(named["急救平均反应时间要缩短到多少分钟？"]) == ["澄原", "青汀"]


def test_kinds_stand_together_and_what_is_due_next_comes_first(questions):
    kinds = [question.pair.kind for question in questions]
    assert kinds == sorted(kinds, key=KINDS.index) and {"target", "deadline", "who"} <= set(kinds)
    days = [question.due for question in questions if question.pair.kind == "deadline"]
    assert days == [dt.date(2027, 6, 30), dt.date(2027, 11, 30), dt.date(2027, 3, 31)]
