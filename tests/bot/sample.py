"""A small knowledge base that answers at once, and the answers in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from knowledge.answers import Answer, Reply
from knowledge.deadlines import Deadline
from knowledge.documents import Document
from knowledge.indexer import FileOutcome, LoadReport
from knowledge.targets import Target
from loaders.metadata import PartialDate

DOCUMENT = Document("d1", "在全市卫生健康工作会议上的讲话", "city-2026.txt", date=PartialDate(2026, 3, 12))
SECTION = ("三、抓重点", "（二）加快优质医疗资源扩容下沉")
PASSAGE = "今年6月底前，由市医保局牵头出台实施细则，首批调整项目不少于120项。力争基层诊疗量占比达到55%以上。"
DEADLINE = Deadline(
    kind="by",
    phrase="今年6月底前",
    sentence="今年6月底前，由市医保局牵头出台实施细则，首批调整项目不少于120项。",
    task="出台实施细则",
    start=None,
    end=dt.date(2026, 6, 30),
    precision="month",
    redacted=False,
    bodies=("市医保局",),
    sentence_span=(0, 34),
)
TARGET = Target(
    indicator="基层诊疗量占比",
    op=">=",
    value="55%",
    unit="%",
    by=dt.date(2030, 12, 31),
    sentence="力争基层诊疗量占比达到55%以上。",
    redacted=False,
    sentence_span=(34, 50),
)
ANSWER = Answer(
    passage_id="p1",
    passage=PASSAGE,
    highlights=((0, 20),),
    score=12.34567,
    document=DOCUMENT,
    section=SECTION,
    span=(100, 100 + len(PASSAGE)),
    topic="医药卫生体制改革",
    redacted=False,
    deadlines=(DEADLINE,),
    targets=(TARGET,),
)
OTHER = replace(ANSWER, passage_id="p2", passage="要理顺价格。", highlights=(), deadlines=(), targets=())

ANSWERED = Reply("细则什么时候出台", "answer", 0.93219, "deadline", (ANSWER, OTHER))
UNSURE = Reply("价格怎么办", "unsure", 0.4, "how", (ANSWER, OTHER))
SUGGESTIONS = ("细则什么时候出台", "价格怎么办")
DECLINED = Reply("食堂几点开饭", "decline", 0.02, "fact", (OTHER,), SUGGESTIONS)
SEVERAL = replace(ANSWERED, parts=(ANSWERED, DECLINED))
REPORT = LoadReport((FileOutcome("new.txt", "added"), FileOutcome("bad.txt", "failed", "读不懂")), (), 1.25)


class Knowledge:
    """Answers the questions of this module, declines every other, and remembers what it was asked."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = {reply.question: reply for reply in (ANSWERED, UNSURE, DECLINED, *replies)}
        self.passages = {ANSWER.passage_id: ANSWER, OTHER.passage_id: OTHER}
        self.asked: list[str] = []
        self.trouble: Exception | None = None

    def ask(self, question: str) -> Reply:
        self.asked.append(question)
        if self.trouble:
            raise self.trouble
        return self.replies.get(question, replace(DECLINED, question=question))

    def passage(self, passage_id: str) -> Answer | None:
        return self.passages.get(passage_id)
