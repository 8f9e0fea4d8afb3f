"""What a speech tells of itself, and what corpus.toml says over it."""

from pathlib import Path

import pytest

from loaders.errors import ManifestInvalid
from loaders.metadata.manifest import read_manifest
from loaders.metadata.metadata import Metadata, PartialDate
from loaders.notes import Note
from loaders.registry import load

KEYS = "、".join(
    ["date", "file", "level", "number", "part", "place", "post", "readers", "speaker", "subtitle", "title"]
)
BODY = "一、提高认识\n要坚持以人民健康为中心。\n"


def metadata(text: str, name: str = "file.txt") -> Metadata:
    return load(text.encode(), name).speeches[0].metadata


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("在全市卫生健康大会上的讲话\n同志们：\n" + BODY, "在全市卫生健康大会上的讲话"),
        (
            "在全县医共体建设\n推进会上的讲话\n（2026年5月8日）\n同志们：\n" + BODY,
            "在全县医共体建设推进会上的讲话",
        ),
        ("# 健康行动方案\n## 一、目标\n要快。\n", "健康行动方案"),
        ("同志们：\n今年全市卫生健康工作会议的主要任务是部署工作。\n" + BODY, "全市卫生健康工作会议讲话"),
        ("同志们：\n要快。\n", "file"),
    ],
)
def test_title(text: str, title: str) -> None:
    assert metadata(text).title == title


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("在大会上的讲话\n（2026年5月8日）\n同志们：\n" + BODY, PartialDate(2026, 5, 8)),
        ("在大会上的讲话\n二〇二六年三月十二日\n同志们：\n" + BODY, PartialDate(2026, 3, 12)),
        ("全县2027年工作要点\n（2026年11月16日）\n" + BODY, PartialDate(2027)),
        ("三年行动计划（2026—2028年）\n" + BODY, PartialDate(2026)),
        ("同志们：\n刚才，主任安排部署了2022年重点任务。\n" + BODY, PartialDate(2022)),
        ("同志们：\n截至2019年底，全市共有医院3家。\n" + BODY, PartialDate(2020)),
        ("同志们：\n20xx年，全市共有医院3家。\n" + BODY, None),
        ("工作意见\n" + BODY + "某某委员会\n2026年1月5日\n", PartialDate(2026, 1, 5)),
    ],
)
def test_date(text: str, date: PartialDate | None) -> None:
    assert metadata(text).date == date


def test_place_and_level() -> None:
    known = metadata("在云溪县卫生健康工作会议上的讲话\n同志们：\n" + BODY)
    assert (known.place, known.level) == ("云溪", "县")
    told = metadata("同志们：\n我省要推进健康澜江建设，全省上下共建健康澜江行动。\n" + BODY)
    assert (told.place, told.level) == ("澜江", "省")


def write(folder: Path, text: str) -> Path:
    folder.joinpath("corpus.toml").write_text(text, encoding="utf-8")
    return folder


def test_the_manifest_lies_over_what_the_text_tells(tmp_path: Path) -> None:
    manifest = read_manifest(
        write(tmp_path, '[[document]]\nfile = "a.txt"\ntitle = "另题"\ndate = 2024-02-01\nplace = "云溪"\n')
    )
    known = load(("在大会上的讲话\n同志们：\n" + BODY).encode(), "a.txt", manifest).speeches[0].metadata
    assert known == Metadata("另题", None, PartialDate(2024, 2, 1), "云溪", None)


@pytest.mark.parametrize(
    ("written", "date"), [("2022", PartialDate(2022)), ('"2022-03"', PartialDate(2022, 3))]
)
def test_a_year_or_month_alone_is_a_date(tmp_path: Path, written: str, date: PartialDate) -> None:
    entry = read_manifest(write(tmp_path, f'[[document]]\nfile = "a.txt"\ndate = {written}\n')).entries[0]
    assert entry.date == date


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[document]]\ntitle = 'x'", Note.of("manifest.file", entry=1)),
        ("[[document]]\nfile = 'a'\nyear = 2020", Note.of("manifest.key", entry=1, key="year", known=KEYS)),
        ("[document]\nfile = 'a'", Note.of("manifest.brackets")),
        ("documents = 1", Note.of("manifest.top_key", key="documents")),
        ("[[document]]\nfile = 'a'\ndate = 'soon'", Note.of("manifest.date", entry=1, date="soon")),
        ("[[document]]\nfile = 'a'\ntitle = 3", Note.of("manifest.text", entry=1, key="title")),
        ("[[document]]\nfile = a", Note.of("toml.place", row=2, column=8)),
        ("[[document", Note.of("toml.end")),
    ],
)
def test_a_bad_manifest_says_what_is_wrong_as_data(tmp_path: Path, text: str, reason: Note) -> None:
    with pytest.raises(ManifestInvalid) as error:
        read_manifest(write(tmp_path, text))
    assert error.value.reason == reason


def test_a_folder_without_a_manifest_has_an_empty_one(tmp_path: Path) -> None:
    assert read_manifest(tmp_path).entries == ()
