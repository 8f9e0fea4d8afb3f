"""A report in plain words: 已完成, 进展：已起草, 申请延期到3月底; before it the number of a task of the list."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from bot.marks.marking import LONGEST_NOTE, day_in
from bot.rendering.markup import shortened

ReportKind = Literal["done", "progress", "postponed"]
LONGEST = 600  # characters that are read

_NUMBER = re.compile(
    r"\s*(?:第\s*(\d{1,3})\s*[项条个件]|(\d{1,3})\s*(?:[.、．:：)）]|\s|(?=[已完办进申延])))\s*[，,：:]?\s*"
)
_DONE = re.compile(
    r"(?:我们|我局|我委|我院|本单位|这项|任务)?(?:已经?|都|均|全部)*(?:完成|办结|办完|做完|落实|done|finished)(?:了|啦)?"
    r"(?:[。.!！\s]*|[。.!！，,：:；;\s]+(?P<note>.+))",
    re.IGNORECASE | re.DOTALL,
)
_PROGRESS = re.compile(
    r"(?:进展|进度|反馈|汇报|报告|progress|report)\s*[：:]\s*(?P<note>.+)", re.IGNORECASE | re.DOTALL
)
_POSTPONED = re.compile(
    r"(?:申请|请求|请|要求|希望|想)?\s*(?:延期|延长|推迟|顺延|延|postpone)\s*(?:到|至|to)?\s*(?P<when>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ASKING = re.compile(r"[?？]\s*$|(?:吗|么|呢|没有|多少|什么|怎么|哪|几时|何时)")


@dataclass(frozen=True, slots=True)
class Report:
    """What was reported, word for word; `place` is the number of the task in the list that was replied to, None where
    none was said; `until` the day that is asked for, None where none was understood."""

    kind: ReportKind
    said: str
    place: int | None = None
    until: dt.date | None = None


def read_report(text: str, today: dt.date) -> Report | None:
    """The report that a text makes, None where it makes none: a question is none."""
    text = text.strip()[:LONGEST]
    number = _NUMBER.match(text)
    place = int(number[1] or number[2]) if number else None
    words = text[number.end() :] if number else text
    if progress := _PROGRESS.fullmatch(words):
        return Report("progress", shortened(progress["note"], LONGEST_NOTE), place)
    if _ASKING.search(words):
        return None
    if _DONE.fullmatch(words):
        return Report("done", shortened(words, LONGEST_NOTE), place)
    if postponed := _POSTPONED.fullmatch(words):
        return Report("postponed", shortened(words, LONGEST_NOTE), place, _day(postponed["when"], today))
    return None


def _day(when: str, today: dt.date) -> dt.date | None:
    """The day of the first clause that names one: what follows is the reason; 一个月 is as long from today."""
    clauses = re.split(r"[，,。；;：:\s]+", when.strip())
    readings = (day_in(words, today) for clause in clauses for words in (clause, f"{clause}后"))
    return next((day for day in readings if day), None)
