"""Time phrases: what they mean, where they stand, and that no text makes the reading slow."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.temporal.calendar import LUNAR_FEASTS, feast_day
from knowledge.temporal.expressions import TimePhrase, find_times
from knowledge.temporal.patterns import SHAPES
from loaders.metadata.metadata import PartialDate

TABLE = Path(__file__).parents[1] / "data" / "times.tsv"
SHARED = Path(__file__).parents[4] / "shared" / "gold" / "phrases.jsonl"
BASE = PartialDate(2024, 5, 15)


def base_of(printed: str) -> PartialDate:
    day = dt.date.fromisoformat(printed)
    return PartialDate(day.year, day.month, day.day)


def rows() -> Iterator[list[str]]:
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def only(text: str, base: PartialDate | None = BASE) -> TimePhrase:
    (found,) = find_times(text, base)
    return found


def days(found: TimePhrase) -> tuple[str, str]:
    return tuple(day.isoformat() if day else "-" for day in (found.start, found.end))  # type: ignore[return-value]


@pytest.mark.parametrize(("base", "phrase", "kind", "start", "end"), list(rows()))
def test_phrase(base: str, phrase: str, kind: str, start: str, end: str) -> None:
    found = only(phrase, base_of(base))
    assert (found.kind, found.text, *days(found)) == (kind, phrase, start, end)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared gold is not here")
def test_shared_phrases_are_all_right() -> None:
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found = only(row["phrase"], base_of(row["base"]))
        starts = row["start"] if isinstance(row["start"], list) else [row["start"] or "-"]
        assert found.kind == row["kind"], row
        assert days(found)[0] in starts, row
        assert days(found)[1] in (row["end"] or ["-"]), row


@pytest.mark.parametrize(
    "text",
    [
        "三年行动",
        "工作满25年的医师",
        "45周岁以下",
        "全科医生",
        "三级医院",
        "第一季",
        "年轻医师",
        "今年轻医师不多",
        "6月龄儿童",
        "十年前",
        "达到国家标准",
        "2026家机构",
        "近视",
        "十五项任务",
        "内科",
        "周期",
    ],
)
def test_no_time_in(text: str) -> None:
    assert find_times(text, BASE) == []


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("确保20xx 年底前完成", ["20xx 年底前"]),
        ("用3 至5 年的时间补齐短板", ["用3 至5 年的时间"]),
        ("8 月19 日，召开会议", ["8 月19 日"]),
        ("力争 “ 十五五 ” 末达标", ["“ 十五五 ” 末"]),
        ("到2025年、2030年分别达到", ["到2025年", "2030年"]),
        ("提高到2020年的水平", ["2020年"]),
        ("今年上半年启动，10月底前完成，年底前验收。", ["今年上半年", "10月底前", "年底前"]),
        ("由市局牵头，在方案印发后一个月内报备。", ["方案印发后一个月内"]),
    ],
)
def test_phrases_as_printed(text: str, phrases: list[str]) -> None:
    found = find_times(text, BASE)
    assert [time.text for time in found] == phrases
    assert [text[time.start_offset : time.end_offset] for time in found] == phrases


@pytest.mark.parametrize(
    ("phrase", "precision"),
    [
        ("8月20日前", "day"),
        ("10月底前", "month"),
        ("三季度末", "quarter"),
        ("下半年", "half"),
        ("年底前", "year"),
        ("3年内", "year"),
        ("“十五五”时期", "period"),
        ("今后三年", "period"),
        ("20xx年底", "unresolved"),
        ("每年", "unresolved"),
        ("2月30日前", "unresolved"),
    ],
)
def test_precision(phrase: str, precision: str) -> None:
    assert only(phrase).precision == precision


@pytest.mark.parametrize(
    "phrase", ["今年", "年底前", "10月底前", "3年内", "本周五前", "春节前", "即日起", "今冬明春"]
)
def test_relative_time_without_a_base_is_unresolved(phrase: str) -> None:
    found = only(phrase, None)
    assert (found.start, found.end, found.precision) == (None, None, "unresolved")


@pytest.mark.parametrize("phrase", ["2026年底前", "“十五五”末", "到本世纪中叶", "建军100周年前"])
def test_absolute_time_needs_no_base(phrase: str) -> None:
    assert only(phrase, None).end is not None


@pytest.mark.parametrize(
    ("phrase", "end"),
    [
        ("年底前", "2024-12-31"),
        ("9月底前", "2024-09-30"),
        ("本月底", "-"),
        ("3个月内", "-"),
        ("下周三前", "-"),
    ],
)
def test_base_with_only_a_year(phrase: str, end: str) -> None:
    assert days(only(phrase, PartialDate(2024)))[1] == end


def test_base_without_a_day_still_counts_months() -> None:
    assert days(only("3个月内", PartialDate(2024, 5)))[1] == "2024-08-31"


def test_feast_of_the_first_months_needs_the_month_of_the_base() -> None:
    assert days(only("春节前", PartialDate(2024)))[1] == "-"
    assert days(only("国庆前", PartialDate(2024)))[1] == "2024-09-30"


def test_blank_time_keeps_the_kind_that_its_words_give() -> None:
    found = only("20xx年底前")
    assert (found.kind, found.manner, found.redacted) == ("unknown", "by", True)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("明年上半年分解到县，6月底前报备", "2025-06-30"),
        ("明年7月启动，12月底前完成", "2025-12-31"),
        ("从2025年1月1日起执行，11月20日前拿出细则", "2024-11-20"),
        ("明年3月底前完成；10月底前报告", "2024-10-31"),
    ],
)
def test_month_after_a_later_year_is_of_that_year(text: str, end: str) -> None:
    assert days(find_times(text, BASE)[-1])[1] == end


def test_lunar_table_covers_its_years() -> None:
    assert sorted(LUNAR_FEASTS) == list(range(2015, 2041))
    assert {feast_day("春节", year).month for year in LUNAR_FEASTS} == {1, 2}  # type: ignore[union-attr]
    assert feast_day("春节", 2041) is None


@pytest.mark.parametrize(
    "pattern",
    [
        "年",
        "年年年",
        "1",
        "111",
        "一",
        "一一一",
        "每",
        "近",
        "待",
        "十",
        "20xx",
        "X",
        "到",
        "“十",
        "3至",
        "半",
        "月",
        " ",
    ],
)
def test_hostile_text_is_read(pattern: str) -> None:
    text = (pattern * 20_000)[:20_000]
    for found in find_times(text, BASE):
        assert text[found.start_offset : found.end_offset] == found.text


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_bounded_so_that_reading_is_linear(name: str) -> None:
    # A match that cannot be longer than so much costs the same wherever it begins, however long the text.
    assert _parser.parse(SHAPES[name].pattern.pattern).getwidth()[1] <= 120


@given(
    st.text(
        alphabet="年月日前后底内每至到从起十五一二三0123456789xX两半个周季度旬初末“”，。今明春节全 　２０",
        max_size=60,
    )
)
def test_any_text_gives_phrases_of_its_own_in_order(text: str) -> None:
    at = 0
    for found in find_times(text, BASE):
        assert at <= found.start_offset < found.end_offset
        assert text[found.start_offset : found.end_offset] == found.text
        assert found.start is None or found.end is None or found.start <= found.end
        assert not found.redacted or (found.start, found.end) == (None, None)
        at = found.end_offset
