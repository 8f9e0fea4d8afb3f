"""A document tells how long it is in force and what it abolishes; a draft is told by its title."""

import datetime as dt
from pathlib import Path

import pytest

from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.passages.validity import abolished, expires_on, is_draft
from loaders.metadata.metadata import PartialDate
from tests.clock import today

ISSUED = PartialDate(2026, 3, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("本办法自2026年4月1日起施行，有效期至2028年12月31日。", dt.date(2028, 12, 31)),
        ("本办法自2026年4月1日起施行，有效期两年。", dt.date(2028, 3, 31)),
        ("本办法自印发之日起施行，试行两年。", dt.date(2028, 3, 9)),
        ("本办法自2026年4月1日起施行。", None),
        ("试点满三年的单位给予奖励。", None),
    ],
)
def test_the_last_day_in_force(text: str, day: dt.date | None) -> None:
    assert expires_on(text, ISSUED) == day


def test_what_is_abolished() -> None:
    text = "本办法自印发之日起施行。《青汀县夜班补贴办法》（青卫发〔2022〕3号）同时废止。"
    assert set(abolished(text)) == {"青汀县夜班补贴办法", "青卫发〔2022〕3号"}
    assert list(abolished("对不适应的文件，拟按程序废止《青汀县夜班补贴办法》。")) == []


def test_drafts() -> None:
    assert is_draft("青汀县夜班补贴办法（征求意见稿）")
    assert not is_draft("青汀县夜班补贴办法（试行）")


DRAFT = """青汀县上门护理管理办法（征求意见稿）
青汀县卫生健康局
（2026年5月1日）
一、服务规范
上门护理每次不少于60分钟，由两名护士同行。
"""
OTHER = """砚桥区上门护理工作方案
砚桥区卫生健康局
（2026年3月1日）
一、服务规范
上门护理每次不少于45分钟，由一名护士上门。
"""


@pytest.mark.parametrize("question", ["青汀县上门护理每次不少于多少分钟", "青汀上门护理由几名护士同行"])
def test_a_draft_answers_for_its_own_place(tmp_path: Path, question: str) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (corpus / "other.txt").write_text(OTHER, encoding="utf-8")
    assert load(corpus, tmp_path / "k.db").ok
    reply = KnowledgeBase(tmp_path / "k.db", today).ask(question)
    assert reply.answered
    assert reply.answers[0].document.path == "draft.txt"


def test_what_is_in_force_answers(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    old = "青汀县夜班补贴管理办法\n青汀县卫生健康局\n（2022年3月1日）\n一、补贴标准\n医务人员夜班补贴标准为每班次80元，按月发放到个人。\n"
    new = (
        "青汀县医务人员夜班补贴实施细则\n青汀县卫生健康局\n（2026年3月1日）\n一、补贴标准\n医务人员夜班补贴标准为每班次120元，按月发放到个人。\n"
        "二、附则\n本细则自印发之日起施行，《青汀县夜班补贴管理办法》同时废止。\n"
    )
    (corpus / "a.txt").write_text(old, encoding="utf-8")
    (corpus / "b.txt").write_text(new, encoding="utf-8")
    assert load(corpus, tmp_path / "k.db").ok
    knowledge = KnowledgeBase(tmp_path / "k.db", today)
    by_path = {document.path: document for document in knowledge.documents()}
    assert by_path["a.txt"].abolished_by == "青汀县医务人员夜班补贴实施细则"
    assert by_path["b.txt"].abolished_by is None
    assert "120元" in knowledge.ask("医务人员夜班补贴标准是多少").answers[0].passage
