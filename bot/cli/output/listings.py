"""Deadlines, targets and topics for people: as the rows of a table, or as lines."""

from __future__ import annotations

import datetime as dt

from bot.cli.output.tables import Column
from bot.messages import CHINESE
from bot.rendering.citations import source
from bot.rendering.dates import days_left, target_value
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.filters import Located
from knowledge.filters.matching import due_day
from knowledge.lexicon.topics import TopicCount
from knowledge.store.records import PlacedPair
from knowledge.targets.targets import Target

DEADLINE_COLUMNS = (
    Column("日期", width=10),
    Column("还有", width=14),
    Column("时限", width=14),
    Column("任务", share=4),
    Column("责任单位", share=2),
    Column("文件", share=3),
)
PAIR_COLUMNS = (
    Column("主题", width=16),
    Column("类型", width=8),
    Column("标准问题", share=3),
    Column("其他问法", share=3),
    Column("答案", share=4),
    Column("文件", share=2),
)
# What a spreadsheet has room for besides: where each row stands.
PLACE_COLUMNS = (Column("地区", width=10), Column("出处", share=3))
TARGET_COLUMNS = (
    Column("指标", share=4),
    Column("目标值", width=14),
    Column("日期", width=10),
    Column("文件", share=3),
)


def deadline_row(located: Located[Deadline], today: dt.date) -> list[str]:
    """The day, how far off it is, the time as printed, the task, the bodies and the document."""
    item = located.item
    bodies = "、".join(item.bodies)
    return [_day(item), days_left(item, today, CHINESE), item.phrase, item.task, bodies, _document(located)]


def target_row(located: Located[Target]) -> list[str]:
    """The indicator, its value, by when, and the document."""
    item = located.item
    return [item.indicator, target_value(item, CHINESE), _day(item), _document(located)]


def pair_row(placed: PlacedPair) -> list[str]:
    """The topic, the kind, the question, its variants, the answer and the document with its section."""
    pair = placed.pair
    where = source(placed.document, placed.section, CHINESE)
    return [
        pair.topic,
        CHINESE.question_kinds.get(pair.kind, pair.kind),
        pair.question,
        "；".join(pair.variants),
        placed.answer,
        where,
    ]


def place_cells(located: Located[Deadline] | Located[Target]) -> list[str]:
    """The place of the document, and the citation with its section."""
    return [located.document.place or "", source(located.document, located.section, CHINESE)]


def topic_line(topic: TopicCount) -> str:
    """The topic under its parent, with its passages and questions."""
    name = f"{topic.parent} › {topic.name}" if topic.parent else topic.name
    return f"{name}\t{topic.passages} 段\t{topic.questions} 问"


def _day(item: Deadline | Target) -> str:
    day = due_day(item)
    return day.isoformat() if day else ""


def _document(located: Located[Deadline] | Located[Target]) -> str:
    return source(located.document, (), CHINESE)
