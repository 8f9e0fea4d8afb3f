"""What stands before a speech."""

from __future__ import annotations

import pytest

from loaders.metadata.manifest import ManifestEntry
from loaders.metadata.metadata import Metadata, PartialDate
from loaders.registry import load
from loaders.structure.division.front_matter import read_front

BODY = "同志们：\n一、提高认识\n要坚持以人民健康为中心。\n"


def metadata(text: str) -> Metadata:
    return load(text.encode(), "file.txt").speeches[0].metadata


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["在全县卫生健康", "暨医共体建设", "推进会上的讲话"], "在全县卫生健康暨医共体建设推进会上的讲话"),
        (["青汀县卫生健康局文件", "青卫发〔2026〕18号", "2027年工作要点"], "2027年工作要点"),
        (["青汀县卫生健康局", "关于印发工作要点的通知"], "青汀县卫生健康局关于印发工作要点的通知"),
        (["健康青汀行动", "县长　陆行舟"], "健康青汀行动"),
        (["专题会议纪要", "研究迁建有关问题的", "会议纪要"], "研究迁建有关问题的会议纪要"),
        (["专题会议纪要", "青汀县卫生健康局"], "专题会议纪要"),
    ],
)
def test_titles_over_several_lines(lines: list[str], title: str) -> None:
    assert read_front(lines).title == title


@pytest.mark.parametrize(
    ("line", "speaker", "post"),
    [
        ("澄原市人民政府副市长　沈知衡", "沈知衡", "澄原市人民政府副市长"),
        ("县委副书记、县长  陆 行 舟", None, None),
        ("县委副书记、县长 陆　明", "陆明", "县委副书记、县长"),
        ("（县卫健局局长韦敬之）", "韦敬之", "县卫健局局长"),
        ("沈知衡（澄原市副市长）", "沈知衡", "澄原市副市长"),
        ("沈　知　衡", "沈知衡", None),
        ("XX主任 XXX", "XXX", "XX主任"),
        ("青汀县卫健局", None, None),
        ("县卫健局", None, None),
    ],
)
def test_speaker_and_post(line: str, speaker: str | None, post: str | None) -> None:
    front = read_front(["在全市会议上的讲话", line])
    assert (front.speaker, front.post) == (speaker, post)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("（2026年3月12日下午）", PartialDate(2026, 3, 12)),
        ("（2026年3月12日，根据录音整理）", PartialDate(2026, 3, 12)),
        ("时间：2026年3月12日", PartialDate(2026, 3, 12)),
        ("市推进委员会办公室　2026年6月30日", PartialDate(2026, 6, 30)),
        ("二〇二六年三月", PartialDate(2026, 3)),
        ("县卫健局 2026年", None),
    ],
)
def test_dates(line: str, date: PartialDate | None) -> None:
    assert read_front(["在全市会议上的讲话", line]).date == date


def test_number_and_subtitle() -> None:
    front = read_front(["国卫办发〔2023〕1号", "工作意见", "——在年中推进会上", "2023年2月1日"])
    assert (front.number, front.title, front.subtitle) == (
        "国卫办发〔2023〕1号",
        "工作意见",
        "在年中推进会上",
    )


def test_an_issuing_number_tells_the_year_where_nothing_else_does() -> None:
    known = metadata("青卫发〔2026〕18号\n关于加强基层服务的意见\n" + BODY)
    assert (known.date, known.told) == (PartialDate(2026), "青卫发〔2026〕18号")
    dated = metadata(
        "青卫发〔2026〕18号\n关于加强基层服务的意见\n" + BODY + "青汀县卫生健康局\n2026年11月5日\n"
    )
    assert (dated.date, dated.told) == (PartialDate(2026, 11, 5), None)


def test_the_words_that_tell_the_year_are_kept() -> None:
    known = metadata("同志们：\n刚才，主任安排部署了2022年重点任务，我完全同意。\n一、提高认识\n要快。\n")
    assert (known.date, known.told) == (PartialDate(2022), "安排部署了2022年重点任务")


def test_what_the_manifest_says_of_it_needs_no_reason() -> None:
    known = Metadata("题", date=PartialDate(2022), told="部署了2022年重点任务")
    said = ManifestEntry("a.txt", date=PartialDate(2021), speaker="沈知衡", number="青卫发〔2021〕3号").over(
        known
    )
    assert (said.date, said.told, said.speaker, said.number) == (
        PartialDate(2021),
        None,
        "沈知衡",
        "青卫发〔2021〕3号",
    )
