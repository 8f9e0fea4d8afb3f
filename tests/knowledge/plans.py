"""Invented plans of two places and two years."""

from __future__ import annotations

from pathlib import Path

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from tests.clock import NOON, today

OLD = """云溪县2026年卫生健康工作要点
一、总体目标
县域内就诊率达到88%以上，居民健康素养水平达到30%。
二、重点任务
（一）推进医共体建设
1.建成县域医共体信息平台，6月底前实现与10家卫生院互联互通。
2.组织卫生院院长到省城跟班学习。
（二）强化公共卫生
1.为老年人免费体检，老年人健康管理率不低于68%。
2.开展夏季爱国卫生集中整治行动。
"""
NEW = """云溪县2027年卫生健康工作要点
一、总体目标
县域内就诊率达到90%以上，居民健康素养水平达到30%。
二、重点任务
（一）推进医共体建设
1.建成县域医共体信息平台，6月底前实现与全部18家卫生院互联互通。
2.推进中心药房配送，让村民就近取药。
（二）强化公共卫生
1.为老年人免费体检，老年人健康管理率不低于X%。
3.开展夏季爱国卫生集中整治行动。
"""
SPEECH = """在澜江市卫生健康工作会议上的讲话
（2026年3月10日）
一、肯定成绩
去年，全市县域内就诊率达到86.5%，新增托位300个。
二、抓好重点任务
（一）推进紧密型医共体建设。到2028年，县域内就诊率达到92%以上。
（二）增加托育服务供给。年内新增托位500个。
"""


def plans(folder: Path) -> KnowledgeBase:
    """A knowledge base of them."""
    (folder / "plans").mkdir()
    for name, text in (("old.txt", OLD), ("new.txt", NEW), ("speech.txt", SPEECH)):
        (folder / "plans" / name).write_text(text, encoding="utf-8")
    load(folder / "plans", folder / "plans.db", now=NOON)
    return KnowledgeBase(folder / "plans.db", today)
