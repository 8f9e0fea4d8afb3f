"""A small knowledge base that answers at once, and the answers in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import replace

from knowledge.answers import Answer, Reply
from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.filters.filters import ALL, Filters, Located
from knowledge.ids import make_id
from knowledge.indexing.load_report import FileOutcome, LoadReport
from knowledge.lexicon.topics import TopicCount
from knowledge.status import Status
from knowledge.store.records import QuestionAnswer
from knowledge.targets.targets import Target
from knowledge.teaching.lessons import Teaching
from knowledge.topic_page import TopicQuestion
from loaders.metadata.metadata import PartialDate

DOCUMENT = Document(
    make_id("d1"), "在全市卫生健康工作会议上的讲话", "city-2026.txt", date=PartialDate(2026, 3, 12)
)
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
    id=make_id("t1"),
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
    passage_id=make_id("p1"),
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
OTHER = replace(
    ANSWER,
    passage_id=make_id("p2"),
    passage="要理顺价格。",
    highlights=(),
    span=(150, 156),
    deadlines=(),
    targets=(),
)
LAST = replace(
    OTHER, passage_id=make_id("p3"), passage="要加强监管。", section=("四、强保障",), span=(156, 162)
)
PLAN = Document(
    make_id("d2"), "青汀县2027年卫生健康工作要点", "county.txt", date=PartialDate(2027, 1, 8), place="青汀"
)
LONELY = replace(
    LAST, passage_id=make_id("p4"), passage="2027年底前，村卫生室全部达标。", document=PLAN, section=()
)
PAIR = QuestionAnswer(
    make_id("q1"), ANSWER.passage_id, "医药卫生体制改革", "谁牵头出台实施细则？", "who", 100, 120
)
TOPICS = (
    TopicCount("医药卫生体制改革", "医院服务", 9, 1),
    TopicCount("县域医共体", "基层医疗", 5, 20),
)

ANSWERED = Reply("细则什么时候出台", "answer", 0.93219, "deadline", (ANSWER, OTHER))
UNSURE = Reply("价格怎么办", "unsure", 0.4, "how", (ANSWER, OTHER))
SUGGESTIONS = ("细则什么时候出台", "价格怎么办")
DECLINED = Reply("食堂几点开饭", "decline", 0.02, "fact", (OTHER,), SUGGESTIONS)
SEVERAL = replace(ANSWERED, parts=(ANSWERED, DECLINED))
REPORT = LoadReport((FileOutcome("new.txt", "added"), FileOutcome("bad.txt", "failed", "读不懂")), (), 1.25)
LOADED_AT = dt.datetime(2026, 11, 22, 1, 30, tzinfo=dt.UTC)
STATUS = Status(7, 420, 900, 63, 41, 3, "a1", LOADED_AT, ("少了一个文件",), listed=55)


class Knowledge:
    """Answers the questions of this module, declines every other, and remembers what it was asked."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = {reply.question: reply for reply in (ANSWERED, UNSURE, DECLINED, *replies)}
        self.passages = {answer.passage_id: answer for answer in (ANSWER, OTHER, LAST, LONELY)}
        self.due: list[Located[Deadline]] = []
        self.goals: list[Located[Target]] = []
        self.pairs = {"医药卫生体制改革": [PAIR], "县域医共体": [_pair(number) for number in range(20)]}
        self.asked: list[str] = []
        self.scopes: list[Collection[str]] = []
        self.trouble: Exception | None = None

    def ask(self, question: str, scope: Collection[str] = ()) -> Reply:
        self.asked.append(question)
        self.scopes.append(scope)
        if self.trouble:
            raise self.trouble
        return self.replies.get(question, replace(DECLINED, question=question))

    def read_by(self, reader: frozenset[str] | None) -> Knowledge:
        self.reader = reader
        return self

    def is_taught(self, question: str) -> bool:
        del question
        return False

    def teach(self, teaching: Teaching) -> None:
        self.teaching = teaching

    def status(self) -> Status:
        if self.trouble:
            raise self.trouble
        return STATUS

    def search(self, words: str, scope: Collection[str] = (), limit: int = 50) -> list[Answer]:
        del scope
        return [answer for answer in self.passages.values() if words in answer.passage][:limit]

    def passage(self, passage_id: str) -> Answer | None:
        return self.passages.get(passage_id)

    @property
    def edition(self) -> object:
        """Another one each time: tests change what is known."""
        return object()

    def neighbour(self, passage_id: str, step: int) -> Answer | None:
        known = self.passages.get(passage_id)
        row = [answer for answer in self.passages.values() if known and answer.document == known.document]
        place = row.index(known) + step if known else -1
        return row[place] if 0 <= place < len(row) else None

    def section(self, passage_id: str) -> list[Answer]:
        known = self.passages.get(passage_id)
        inside = (known.document, known.section) if known else None
        return [
            passage for passage in self.passages.values() if (passage.document, passage.section) == inside
        ]

    def documents(self) -> list[Document]:
        return list(dict.fromkeys(answer.document for answer in self.passages.values()))

    def document(self, document_id: str) -> Document | None:
        return next((document for document in self.documents() if document.id == document_id), None)

    def headings(self, document_id: str) -> list[str]:
        inside = [
            passage
            for passage in self.passages.values()
            if passage.document.id == document_id and passage.section
        ]
        return list(dict.fromkeys(one.section[0] for one in inside))

    def topics(self, filters: Filters = ALL) -> list[TopicCount]:
        del filters
        return list(TOPICS)

    def questions(self, topic: str, scope: Collection[str] = ()) -> list[QuestionAnswer]:
        documents = {passage.passage_id: passage.document.id for passage in self.passages.values()}
        pairs = self.pairs.get(topic, [])
        return [pair for pair in pairs if not scope or documents.get(pair.passage) in scope]

    def topic_page(self, topic: str, today: dt.date, scope: Collection[str] = ()) -> list[TopicQuestion]:
        del today
        once = {pair.question: pair for pair in reversed(self.questions(topic, scope))}
        return [TopicQuestion(pair, (DOCUMENT,)) for pair in reversed(once.values())]

    def deadlines(self, filters: Filters = ALL, every_kind: bool = False) -> list[Located[Deadline]]:
        del filters, every_kind
        return list(self.due)

    def targets(self, filters: Filters = ALL) -> list[Located[Target]]:
        del filters
        return list(self.goals)


def _pair(number: int) -> QuestionAnswer:
    return QuestionAnswer(
        make_id("q", number), OTHER.passage_id, "县域医共体", f"第{number}个问题是什么？", "fact", 150, 155
    )
