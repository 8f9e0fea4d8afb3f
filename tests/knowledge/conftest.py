"""A small corpus of our own, and knowledge bases loaded from it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import today

SPEECH = """在云溪县卫生健康工作会议上的讲话
（2026年3月10日）
同志们：
今天的会议，主要任务是总结2025年工作，部署2026年任务。
一、肯定成绩
去年，全县新建标准化村卫生室36所，县域内就诊率达到88.5%。
二、抓好重点工作
（一）推进紧密型医共体建设。由县卫健局牵头，6月底前完成药品目录统一。到2027年，县域内就诊率达到90%以上。
（二）关心重点人群。对65岁以上老年人每年免费体检一次。落实“三免”政策，即免挂号费、免注射费、免诊查费。
三、加强保障
县财政新增投入X万元，用于改善乡镇卫生院条件。
"""
PLAN = """澜江市2027年卫生健康工作要点
一、中医药
1.建设市中医院新院区，2027年12月底前投入使用。（责任单位：市卫生健康委、市发展改革委）
2.培养中医骨干人才50名。
二、信息化
1.建成全市统一的检查检验结果互认平台，年内实现二级以上医院全覆盖。
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "yunxi.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "lanjiang.txt").write_text(PLAN, encoding="utf-8")
    return folder


@pytest.fixture
def database(corpus: Path, tmp_path: Path) -> Path:
    path = tmp_path / "jianda.db"
    load(corpus, path, now=dt.datetime(2026, 3, 12, 8, tzinfo=dt.UTC))
    return path


@pytest.fixture
def knowledge(database: Path) -> KnowledgeBase:
    return KnowledgeBase(database, today)
