"""A heading alone is no answer: its points are quoted with it, as one stretch of the document."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.retrieval.heading_passages import LONGEST_SECTION, is_labelled
from knowledge.store.reader import Store
from knowledge.store.records import StoredPassage
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


LABEL = "（责任单位：县卫生健康局）"


@dataclass(slots=True)
class Section:
    """A document of one section, which counts how often it is read."""

    texts: list[str]
    reads: int = 0

    def passages_between(self, document: str, first: int, last: int) -> list[StoredPassage]:
        self.reads += 1
        return [self.at(place) for place in range(max(first, 0), min(last + 1, len(self.texts)))]

    def at(self, place: int) -> StoredPassage:
        return StoredPassage(
            str(place), "d", place, place, place, self.texts[place], ("二、重点任务",), "", (), "task", False
        )


@pytest.mark.parametrize(
    ("between", "labelled"),
    [
        ([], True),
        (["建设台账。"] * 5, True),
        (["建设台账。", LABEL, "开展评估。"], False),  # each item has its own
        (["建设台账。"] * (LONGEST_SECTION - 1), False),  # where the section ends is not read
    ],
)
def test_the_only_label_of_a_section_is_of_all_of_it(between: list[str], labelled: bool) -> None:
    section = Section(["建设平台。", *between, LABEL])
    first = section.at(0)
    assert is_labelled(cast(Store, section), first) is labelled
    assert section.reads == 1


def test_a_label_in_a_section_that_goes_on_is_not_at_its_end() -> None:
    section = Section(
        ["建设平台。", *["建设台账。"] * (LONGEST_SECTION - 1), LABEL, "开展评估。", "开展培训。"]
    )
    assert not is_labelled(cast(Store, section), section.at(0))
