"""Deadlines, targets and topics as lines for people."""

from __future__ import annotations

from bot.messages import CHINESE
from bot.moments import deadline_date, target_date
from bot.replies import source
from knowledge.deadlines import Deadline
from knowledge.filters import Found
from knowledge.targets import Target
from knowledge.topics import TopicCount

UNKNOWN = "日期未定"


def deadline_line(found: Found[Deadline]) -> str:
    """The date, the time as printed, the task and the source."""
    deadline = found.item
    when = deadline_date(deadline, CHINESE) or UNKNOWN
    return f"{when}\t{deadline.phrase}\t{deadline.task}\t{_source(found)}"


def target_line(found: Found[Target]) -> str:
    """The indicator, its value, by when and the source."""
    target = found.item
    value = CHINESE.operators.get(target.op, "") + (target.value or CHINESE.target_blank)
    return f"{target.indicator}\t{value}\t{target_date(target, CHINESE) or UNKNOWN}\t{_source(found)}"


def topic_line(topic: TopicCount) -> str:
    """The topic under its parent, with its passages and questions."""
    name = f"{topic.parent} › {topic.name}" if topic.parent else topic.name
    return f"{name}\t{topic.passages} 段\t{topic.questions} 问"


def _source(found: Found[Deadline] | Found[Target]) -> str:
    return source(found.document, found.section, CHINESE)
