"""What merely frames a document answers no question for what is done, but a duty that a meeting hands out does."""

import datetime as dt

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

SPEECH = """在全县助听工作推进会上的讲话
同志们：
今天召开全县助听工作推进会，听取了三个镇的汇报。
一、把站点建好
到2026年底，全县建成助听站12家，配齐听力师，方便老人就近验配。
二、把车辆用好
这次推进会定下的助听车年检由县交通运输局负责，县财政局会同县民政局保障经费。
助听车每周下乡两次，由助听中心统一调度，司机和听力师随车。
松江县人民政府办公室
2026年3月1日
"""


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder = tmp_path_factory.mktemp("answerable")
    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "speech.txt").write_text(SPEECH, encoding="utf-8")
    assert load(corpus, folder / "jianda.db", now=dt.datetime(2026, 3, 12, tzinfo=dt.UTC)).ok
    return KnowledgeBase(folder / "jianda.db", today)


def test_a_duty_told_at_a_meeting_answers_who_is_responsible(knowledge: KnowledgeBase) -> None:
    assert "县交通运输局" in knowledge.ask("助听车年检由谁负责").answers[0].passage


def test_the_opening_answers_no_question_for_how(knowledge: KnowledgeBase) -> None:
    reply = knowledge.ask("助听工作怎么推进")
    assert all("今天召开" not in answer.passage for answer in reply.answers)
