"""The same speech twice, and a newer version of a plan: one answers, the other stays citable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.documents import Document
from knowledge.filters.filters import Filters
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.passages.versions import ALIKE, likeness, older_versions, sketch
from loaders.metadata.metadata import PartialDate
from loaders.notes import Note
from tests.loaders.fixtures.make import FOLDER

Put = Callable[..., tuple[Note, ...]]
Base = Callable[[], KnowledgeBase]

PLAN = """青汀县医疗服务提升行动方案{version}
青汀县卫生健康局
（{date}）
一、总体要求
坚持以人民健康为中心，提升医疗服务能力，方便群众就近看病。
二、重点任务
1.建设县域影像中心。{due}月底前建成县域影像中心，覆盖全部乡镇卫生院。
2.加强急救能力建设。新增负压救护车4辆，急救反应时间缩短到12分钟。
3.推进检查结果互认。互认项目不少于120项，减少重复检查。
4.改善就医环境。门诊设置自助服务终端，提供轮椅和饮水。
"""


@pytest.fixture
def put(tmp_path: Path) -> Put:
    (tmp_path / "corpus").mkdir()

    def put(**files: bytes) -> tuple[Note, ...]:
        for name, data in files.items():
            (tmp_path / "corpus" / name.replace("__", ".")).write_bytes(data)
        return load(tmp_path / "corpus", tmp_path / "k.db").warnings

    return put


@pytest.fixture
def base(tmp_path: Path) -> Base:
    return lambda: KnowledgeBase(tmp_path / "k.db")


def of(note: Note) -> tuple[object, object]:
    """The files that a note tells of."""
    values = dict(note.values)
    return values["path"], values["other_path"]


def speech(suffix: str) -> bytes:
    return (FOLDER / f"speech.{suffix}").read_bytes()


def plan(version: str = "", date: str = "2026年3月2日", due: int = 6) -> bytes:
    return PLAN.format(version=version, date=date, due=due).encode()


def test_likeness_of_a_text_and_its_edited_copy_and_of_two_texts() -> None:
    text = (FOLDER / "speech.txt").read_bytes().decode("gb18030")
    other = (FOLDER / "plan.txt").read_bytes().decode("gb18030")
    edited = text.replace("今年", "本年").replace("不少于", "至少") + "\n关注公众号：某某文库"
    assert likeness(sketch([text]), sketch([text])) == 1
    assert ALIKE < likeness(sketch([text]), sketch([edited])) < 1
    assert likeness(sketch([text]), sketch([other])) < 0.1
    assert sketch(["要快。"]) == []


def test_the_same_speech_in_another_format_is_told_and_never_a_second_source(put: Put, base: Base) -> None:
    assert put(b__docx=speech("docx")) == ()
    advert = "\n扫码关注公众号：格子铺公文".encode("gb18030")
    told = put(a__txt=speech("txt").replace("今年".encode("gb18030"), "本年".encode("gb18030")) + advert)
    assert len(told) == 1 and (told[0].code, *of(told[0])) == ("same_twice", "a.txt", "b.docx")
    found = base().ask("市儿童医院什么时候完成整体搬迁").answers
    assert {answer.document.path for answer in found} == {"b.docx"}
    assert {deadline.document.path for deadline in base().deadlines()} == {"b.docx"}
    assert {target.document.path for target in base().targets()} == {"b.docx"}
    assert [document.path for document in base().documents()] == ["a.txt", "b.docx"]


def test_the_second_answers_when_the_first_has_gone_or_become_another(
    put: Put, base: Base, tmp_path: Path
) -> None:
    put(b__docx=speech("docx"))
    put(a__txt=speech("txt"))
    put(b__docx=plan())
    assert {a.document.path for a in base().ask("市儿童医院什么时候完成整体搬迁").answers[:1]} == {"a.txt"}
    put(b__docx=speech("docx"))
    (tmp_path / "corpus" / "a.txt").unlink()
    put()
    assert {a.document.path for a in base().ask("市儿童医院什么时候完成整体搬迁").answers[:1]} == {"b.docx"}


def test_a_draft_is_no_duplicate_of_the_plan_that_changed_one_date(put: Put, base: Base) -> None:
    (told,) = put(
        a__txt=plan("（征求意见稿）", "2026年3月2日", due=6), b__txt=plan(date="2026年4月8日", due=7)
    )
    assert (told.code, *of(told)) == ("newer_version", "a.txt", "b.txt")
    (answer, *_) = base().ask("县域影像中心什么时候建成").answers
    assert answer.document.path == "b.txt" and "7月底前" in answer.passage


def test_a_copy_of_a_plan_under_another_name_is_a_duplicate(put: Put) -> None:
    (told,) = put(a__txt=plan(), b__txt=plan().replace("（2026年3月2日）\n".encode(), b""))
    assert (told.code, *of(told)) == ("same_twice", "b.txt", "a.txt")


def test_a_second_load_tells_it_no_second_time(put: Put) -> None:
    assert len(put(a__txt=speech("txt"), b__docx=speech("docx"))) == 1
    assert put(c__txt=plan()) == ()


def test_a_newer_version_of_a_plan_answers_and_the_older_when_its_year_is_asked(put: Put, base: Base) -> None:
    told = put(old__txt=plan(date="2025年3月2日", due=6), new__txt=plan("（修订版）", "2026年5月8日", due=9))
    assert len(told) == 1 and (told[0].code, *of(told[0])) == ("newer_version", "old.txt", "new.txt")
    question = "县域影像中心什么时候建成"
    assert {a.document.path for a in base().ask(question).answers} == {"new.txt"}
    assert base().ask("2025年的方案里" + question).answers[0].document.path == "old.txt"
    old = next(document for document in base().documents() if document.path == "old.txt")
    assert base().ask(question, scope=[old.id]).answers[0].document.path == "old.txt"
    assert {deadline.document.path for deadline in base().deadlines()} == {"new.txt"}
    assert {deadline.document.path for deadline in base().deadlines(Filters(document="old.txt"))} == {
        "old.txt"
    }


def document(title: str, date: PartialDate | None = None, signed: str | None = None) -> Document:
    return Document(title + str(date) + str(signed), title, "a.txt", None, date, "青汀", "县", signed=signed)


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        (document("健康行动方案（征求意见稿）"), document("健康行动方案")),
        (document("健康行动方案"), document("健康行动方案（修订版）")),
        (document("健康行动方案", PartialDate(2025)), document("健康行动方案", PartialDate(2026, 2))),
        (
            document("2027年工作要点", PartialDate(2027), "2026-11-16"),
            document("2027年工作要点", PartialDate(2027), "2026-12-20"),
        ),
    ],
)
def test_versions(older: Document, newer: Document) -> None:
    assert list(older_versions([newer, older])) == [(older, newer)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            document("在全县会议上的讲话", PartialDate(2025)),
            document("在全县会议上的讲话", PartialDate(2026)),
        ),
        (document("2026年工作要点", PartialDate(2026)), document("2027年工作要点", PartialDate(2027))),
        (document("健康行动方案"), document("控烟行动方案", PartialDate(2026))),
        (document("健康行动方案"), document("健康行动方案")),
    ],
)
def test_no_versions(one: Document, other: Document) -> None:
    assert list(older_versions([one, other])) == []


COUNTY_PLAN = """{place}2027年卫生健康工作要点
{place}卫生健康局
（2026年11月{day}日）
一、重点任务
1.做实家庭医生签约服务，重点人群签约率达到{rate}%以上。
2.扩大托育服务供给，新增普惠托位{beds}个，提升托育服务质量。
3.改造提升村卫生室，改造村卫生室{rooms}所，全部配备健康随访包。
4.健全院前急救网络，投放自动体外除颤仪{aed}台，缩短急救反应时间。
5.加强血液供应保障，开展无偿献血活动，机关干部带头献血。
6.推进检查结果互认，减少重复检查，方便群众就近看病。
"""


def test_two_counties_of_one_template_are_two_documents(put: Put, base: Base) -> None:
    one = COUNTY_PLAN.format(place="石渠县", day=3, rate=81, beds=120, rooms=30, aed=45)
    other = COUNTY_PLAN.format(place="柳塘县", day=9, rate=76, beds=95, rooms=22, aed=38)
    assert put(a__txt=one.encode(), b__txt=other.encode()) == ()
    reply = base().ask("石渠县家庭医生的重点人群签约率要达到多少？")
    assert "81%" in reply.answers[0].passage


def test_own_figures_make_another_document_where_no_place_is_told(put: Put) -> None:
    one = COUNTY_PLAN.format(place="", day=3, rate=81, beds=120, rooms=30, aed=45)
    other = COUNTY_PLAN.format(place="", day=3, rate=76, beds=95, rooms=22, aed=38)
    assert put(a__txt=one.encode(), b__txt=other.encode()) == ()


def test_lists_of_one_title_by_two_bodies_are_no_versions() -> None:
    title = "2027年重点任务清单"
    health = Document("a", title, "a.txt", date=PartialDate(2027, 1, 5), issuer="县卫生健康局")
    schools = Document("b", title, "b.txt", date=PartialDate(2027, 2, 5), issuer="县教育局")
    assert list(older_versions([health, schools])) == []
