"""Several documents in one file are several documents, each with its own title, number, date and issuer."""

from __future__ import annotations

import pytest

from loaders.metadata.manifest import Manifest, ManifestEntry
from loaders.metadata.metadata import Metadata, PartialDate
from loaders.registry import load
from loaders.structure.outline import LoadedFile

TEXT = "全县各级医疗卫生机构要提高认识，细化措施，落实责任，按照时间节点有序推进，确保各项任务落到实处。\n"
SIGNED = "青汀县卫生健康局\n2027年3月8日\n"
NOTICE = (
    "青汀县卫生健康局关于印发《青汀县健康促进行动方案》的通知\n青卫发〔2027〕3号\n各乡镇卫生院：\n现将方案印发给你们。"
    + TEXT
)
PLAN = "青汀县健康促进行动方案\n为提高健康素养，制定本方案。" + TEXT + "一、目标\n年底前建成健康村9个。\n"


def read(text: str) -> LoadedFile:
    return load(text.encode(), "file.txt")


def known(text: str) -> list[Metadata]:
    return [speech.metadata for speech in read(text).speeches]


def titles(text: str) -> list[str]:
    return [one.title for one in known(text)]


def notice(what: str, number: int, signed: str = SIGNED) -> str:
    return f"青卫发〔2027〕{number}号\n青汀县卫生健康局关于加强{what}的通知\n各乡镇卫生院：\n现将有关事项通知如下。\n{TEXT}{signed}"


@pytest.mark.parametrize(
    ("title", "post", "place"),
    [
        ("在全市卫生健康工作会议上的讲话", "石渠市副市长", "石渠"),
        ("在全省卫生健康工作会议上的发言", "石渠市副市长", None),  # a guest of the province
        ("在全市卫生健康工作会议上的讲话", "市卫生健康委主任", None),
        ("在全市卫生健康工作会议上的讲话", "市政府副市长", None),
        ("在全县卫生健康工作会议上的讲话", "县人民政府常务副县长", None),
        ("在全区卫生健康工作会议上的讲话", "区委常委副区长", None),
    ],
)
def test_a_speech_is_of_the_place_of_its_speaker(title: str, post: str, place: str | None) -> None:
    (speech,) = known(f"{title}\n{post}　闻远桥\n（2027年3月8日）\n同志们：\n{TEXT}")
    assert speech.place == place


def test_notices_each_with_their_number_and_date() -> None:
    first, second = known(notice("疫苗接种", 3) + notice("妇幼保健", 4, "青汀县卫生健康局\n2027年4月2日\n"))
    assert (first.part, first.number, first.signed) == ("篇一", "青卫发〔2027〕3号", PartialDate(2027, 3, 8))
    assert (second.part, second.number, second.signed) == (
        "篇二",
        "青卫发〔2027〕4号",
        PartialDate(2027, 4, 2),
    )
    assert first.issuer == second.issuer == "青汀县卫生健康局"


@pytest.mark.parametrize(
    "text", [NOTICE + SIGNED + PLAN, NOTICE + PLAN + SIGNED, NOTICE + SIGNED + "附件\n" + PLAN]
)
def test_a_plan_that_a_notice_issues_inherits_its_date_and_issuer(text: str) -> None:
    main, plan = known(text)
    assert (main.part, main.number) == (None, "青卫发〔2027〕3号")
    assert (plan.part, plan.title, plan.number) == ("青汀县健康促进行动方案", "青汀县健康促进行动方案", None)
    assert (plan.signed, plan.issuer, plan.place) == (
        PartialDate(2027, 3, 8),
        "青汀县卫生健康局",
        "青汀",
    ) or (plan.signed == PartialDate(2027, 3, 8))


def test_a_plan_is_of_the_year_that_its_title_names() -> None:
    plan = known(
        NOTICE.replace("健康促进行动方案", "2028年工作要点")
        + SIGNED
        + PLAN.replace("健康促进行动方案", "2028年工作要点")
    )[1]
    assert (plan.date, plan.signed) == (PartialDate(2028), PartialDate(2027, 3, 8))


def test_annexes_with_titles_are_documents_and_their_announcement_is_text() -> None:
    file = read(
        NOTICE
        + "附件：1.重点任务分工表\n2.主要指标表\n"
        + SIGNED
        + "（此件公开发布）\n附件1\n重点任务分工表\n一、医改\n年底前完成。\n"
        "附件2：主要指标表\n到2029年，县域内就诊率达到90%以上。\n抄送：县人大常委会办公室，\n县政协办公室。\n青汀县卫生健康局办公室　2027年3月9日印发\n"
    )
    assert [speech.metadata.title for speech in file.speeches][1:] == ["重点任务分工表", "主要指标表"]
    assert [heading.text for heading in file.speeches[0].headings] == []
    announced = file.text[file.speeches[0].paragraphs[-2].start : file.speeches[0].paragraphs[-2].end]
    assert "附件：1.重点任务分工表" in file.text[file.speeches[0].paragraphs[0].start :] and announced
    imprint = [file.text[line.start : line.end] for line in file.speeches[-1].head if line.kind == "other"]
    assert imprint == [
        "抄送：县人大常委会办公室，",
        "县政协办公室。",
        "青汀县卫生健康局办公室　2027年3月9日印发",
    ]


def test_an_annex_that_is_announced_without_a_number() -> None:
    text = NOTICE + "附件：任务清单\n" + TEXT + "附件\n任务清单\n一、医改\n年底前完成。\n"
    assert titles(text)[1:] == ["任务清单"]


def test_an_annex_without_a_title_is_a_heading() -> None:
    (speech,) = read(notice("疫苗接种", 3) + "附件\n一、医改\n年底前完成。\n").speeches
    assert [(heading.level, heading.text) for heading in speech.headings] == [(1, "附件"), (2, "一、医改")]


SPEECH = (
    "在全县{what}上的讲话\n{speaker}\n（2027年{month}月5日）\n同志们：\n这次会议很重要。"
    + TEXT
    + "最后，希望大家努力。\n"
)


def test_speeches_of_a_collection_need_no_numbers() -> None:
    text = SPEECH.format(what="卫生健康工作会议", speaker="县长　陆行舟", month=3) + SPEECH.format(
        what="医共体推进会", speaker="韦敬之", month=5
    )
    first, second = known(text)
    assert (first.speaker, first.date) == ("陆行舟", PartialDate(2027, 3, 5))
    assert (second.speaker, second.date) == ("韦敬之", PartialDate(2027, 5, 5))


@pytest.mark.parametrize(
    "inside",
    [
        "工作要求\n" + TEXT,
        "保障措施\n2027年3月5日\n" + TEXT,
        "一、总体要求\n" + TEXT + "一、总体要求\n" + TEXT,
        "（一）制定实施方案\n（二）下发工作通知\n" + TEXT,
        "依据国卫办发〔2023〕1号文件。\n" + TEXT,
    ],
)
def test_what_stands_in_the_text_begins_no_document(inside: str) -> None:
    assert len(known(notice("疫苗接种", 3, "") + inside + SIGNED)) == 1


def test_lines_before_the_first_part_stand_in_its_head() -> None:
    file = read(
        "2027年讲话集\n篇一：在大会上的讲话\n同志们：\n要快。\n篇二：在小会上的讲话\n同志们：\n要准。\n"
    )
    head = file.speeches[0].head[0]
    assert (file.text[head.start : head.end], head.kind) == ("2027年讲话集", "other")


def test_what_corpus_toml_says_of_a_file_is_not_the_title_of_its_parts() -> None:
    manifest = Manifest((ManifestEntry("file.txt", title="另题", date=PartialDate(2026), place="云溪"),))
    main, plan = (
        speech.metadata for speech in load((NOTICE + SIGNED + PLAN).encode(), "file.txt", manifest).speeches
    )
    assert (main.title, plan.title) == ("另题", "青汀县健康促进行动方案")
    assert plan.date == PartialDate(2026) and plan.place == "云溪"
