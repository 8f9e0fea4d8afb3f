"""The date that relative times count from: the printed one, with the year that a document or section is for."""

import datetime as dt

import pytest

from knowledge.temporal.base_dates import bare_year, document_base, holidays_of, section_base, this_year
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Heading

PRINTED = PartialDate(2026, 11, 16)


def under(*headings: str) -> tuple[Heading, ...]:
    return tuple(Heading(text, level, 0, 0) for level, text in enumerate(headings, 1))


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("青汀县2027年工作要点", 2027),
        ("青汀县2027—2029年行动计划", 2027),
        ("青汀县2026年工作要点", 2026),
        ("在全市卫生健康工作会议上的讲话", 2026),
        ("青汀县2024年和2025年工作总结", 2026),
        ("青汀县2030年远景目标", 2026),
    ],
)
def test_a_time_without_a_year_is_of_the_year_that_the_title_plans(title, bare):
    base = document_base(title, PRINTED, "明年7月上旬完成。")
    assert (base.year, base.month, base.day) == (2026, 11, 16) and bare_year(base) == bare


@pytest.mark.parametrize(
    ("text", "year"), [("今年底前完成。", 2027), ("明年7月上旬完成。", 2026), ("明 年完成。", 2026)]
)
def test_this_year_is_the_plans_where_nothing_calls_that_year_the_next(text, year):
    assert this_year(document_base("青汀县2027年工作要点", PRINTED, text)) == year


def test_without_a_date_there_is_no_base():
    assert document_base("青汀县2027年工作要点", None, "") is None
    assert section_base(None, under("一、2027年任务"), "", "年底前完成。") is None


@pytest.mark.parametrize(
    ("headings", "opening", "bare"),
    [
        (("一、2028年重点任务",), "", 2028),
        (("一、2027年底前完成的任务",), "", 2026),
        (("一、2027年和2028年任务",), "", 2026),
        (("一、2025年回顾",), "", 2026),
        (("一、2027年任务", "（二）2028年任务"), "", 2028),
        (("二、步骤", "（三）总结评估阶段（2027年11月至12月）"), "", 2027),
        (("二、步骤",), "（三）总结评估阶段（2027年11月至12月）。", 2027),
        ((), "", 2026),
    ],
)
def test_the_nearest_heading_that_names_a_year_is_for_it(headings, opening, bare):
    base = section_base(PRINTED, under(*headings), opening, "6月底前完成。")
    assert bare_year(base) == bare and base.year == 2026


@pytest.mark.parametrize(
    ("headings", "sentence", "organises"),
    [
        (("三、工作要求",), "12月25日前制定实施方案。", True),
        ((), "各单位12月5日前上报联络员名单。", True),
        (("二、重点任务",), "12月25日前制定实施方案。", False),
        (("三、工作要求",), "3月底前建成投用。", False),
    ],
)
def test_what_organises_the_work_is_due_on_the_next_such_day(headings, sentence, organises):
    base = document_base("青汀县2027年工作要点", PRINTED, "")
    assert section_base(base, under(*headings), "", sentence).organising is organises


def test_a_report_on_the_whole_year_is_of_the_end_of_that_year():
    base = document_base("青汀县2027年工作要点", PRINTED, "")
    sentence = "12月10日前报送全年工作总结。"
    assert not section_base(base, under("三、工作要求"), "", sentence).organising


def test_the_holidays_are_those_given_else_the_built_in_ones():
    day = frozenset({dt.date(2027, 3, 3)})
    assert holidays_of(document_base("", PRINTED, "", day)) == day
    assert holidays_of(PRINTED) == holidays_of(document_base("", PRINTED, "")) != frozenset()
