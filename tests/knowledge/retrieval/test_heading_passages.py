"""A heading alone is no answer: its points are quoted with it, as one stretch of the document."""

import datetime as dt
from pathlib import Path

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

SPEECH = """在云溪县卫生健康工作会议上的讲话
（2026年3月10日）
同志们：
一、抓好公共应急
（一）抓好体系建设
一是完善四大体系。
完善应急指挥体系。建立县乡两级指挥系统，确保指令清晰。
完善疾病预防控制体系。县疾控中心实验室年内建成。
完善重大疫情救治体系。县人民医院设感染病区。
完善健康教育体系。把健康融入各级各类教育。
二是完善物资储备。县里储备三十天用量的防护物资。
"""


def answered(tmp_path: Path) -> KnowledgeBase:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "yunxi.txt").write_text(SPEECH, encoding="utf-8")
    database = tmp_path / "jianda.db"
    assert load(corpus, database, now=dt.datetime(2026, 3, 12, tzinfo=dt.UTC)).ok
    return KnowledgeBase(database, today)


def test_the_points_stand_with_their_heading(tmp_path: Path) -> None:
    reply = answered(tmp_path).ask("四大体系是哪四个")
    told = "".join([reply.answers[0].passage, *(item.answer.passage for item in reply.items)])
    assert reply.answered
    for point in ("应急指挥体系", "疾病预防控制体系", "重大疫情救治体系", "健康教育体系"):
        assert point in told


def test_it_stays_one_stretch_of_the_document(tmp_path: Path) -> None:
    answer = answered(tmp_path).ask("完善四大体系").answers[0]
    start, end = answer.span
    assert len(answer.passage) == end - start
    assert "".join(answer.passage.split()) in "".join(SPEECH.split())
