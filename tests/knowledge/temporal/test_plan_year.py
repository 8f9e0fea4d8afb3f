"""A plan for next year: which year its times without one belong to."""

from __future__ import annotations

import pytest
from knowledge.temporal.plan_year import PlanDate, reading_date

from knowledge.temporal.expressions import find_times
from loaders.metadata.metadata import PartialDate

SIGNED = PartialDate(2026, 11, 16)
TITLE = "清溪县2027年卫生健康工作要点"


def end_of(phrase: str, text: str = "") -> str:
    (found,) = find_times(phrase, reading_date(TITLE, SIGNED, text or phrase))
    return str(found.end or found.start)


@pytest.mark.parametrize(
    ("phrase", "end"),
    [
        ("年底前", "2027-12-31"),
        ("上半年", "2027-06-30"),
        ("3月底前", "2027-03-31"),
        ("12月15日前", "2027-12-15"),
        ("一季度", "2027-03-31"),
        ("全年", "2027-12-31"),
        ("今年", "2027-12-31"),
        ("明年6月底前", "2027-06-30"),
        ("春节前", "2027-02-05"),
        ("三年内", "2029-12-31"),
        ("即日起", "2026-11-16"),
        ("2026年12月5日前", "2026-12-05"),
    ],
)
def test_times_of_a_plan_for_next_year(phrase: str, end: str) -> None:
    assert end_of(phrase) == end


def test_a_plan_that_calls_its_year_next_year_is_written_this_year() -> None:
    assert end_of("今年年底前", "今年年底前部署，明年启动。") == "2026-12-31"
    assert end_of("年底前", "今年部署，明年启动。") == "2027-12-31"


@pytest.mark.parametrize("title", ["工作要点", "行动方案（2027—2029年）", "2026年工作要点", "2028年工作要点"])
def test_other_titles_leave_the_date_as_it_is(title: str) -> None:
    assert reading_date(title, SIGNED, "") is SIGNED


def test_a_plan_without_a_date_has_none() -> None:
    assert reading_date(TITLE, None, "明年") is None
    assert isinstance(reading_date(TITLE, PartialDate(2026), ""), PlanDate)
