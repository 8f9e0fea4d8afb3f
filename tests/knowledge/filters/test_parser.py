"""A filter in plain words: what is understood, what fits, and that it can be written down."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.filters.parser import WordFilter, read_filter
from tests.clock import TODAY
from tests.knowledge.filtered import PIECES, PLAN, SPEECH, due, goal

F = WordFilter
READ = [
    ("", F()),
    ("全部", F()),
    ("有哪些任务", F()),
    # words and bodies
    ("医共体", F(words=("医共体",))),
    ("医共体 托育", F(words=("医共体", "托育"))),
    ("医共体，托育；急救", F(words=("医共体", "托育", "急救"))),
    ("“三高共管”", F(words=("三高共管",))),
    ("医共体的", F(words=("医共体",))),
    ("关于医共体的任务", F(words=("医共体",))),
    ("医改任务清单", F(words=("医改任务清单",))),
    ("完成率", F(words=("完成率",))),
    ("民政局", F(bodies=("民政局",))),
    ("民政局 民政局", F(bodies=("民政局",))),
    ("县卫健局负责的", F(bodies=("县卫健局",))),
    ("由医保局牵头的任务", F(bodies=("医保局",))),
    ("市教育局、市民政局", F(bodies=("市教育局", "市民政局"))),
    ("责任单位：县疾控中心", F(bodies=("县疾控中心",))),
    ("单位:妇幼保健院 本月", F(bodies=("妇幼保健院",), times=("本月",))),
    ("body: 疾控中心", F(bodies=("疾控中心",))),
    ("县医院布局", F(words=("县医院布局",))),
    # times
    ("本月", F(times=("本月",))),
    ("下月", F(times=("下月",))),
    ("本周", F(times=("本周",))),
    ("下周", F(times=("下周",))),
    ("第三季度", F(times=("第三季度",))),
    ("上半年", F(times=("上半年",))),
    ("2025年", F(times=("2025年",))),
    ("2025", F(times=("2025",))),
    ("年底前", F(times=("年底前",))),
    ("10月底前", F(times=("10月底前",))),
    ("未来30天", F(times=("未来30天",))),
    ("30天内", F(times=("30天内",))),
    ("今年", F(times=("今年",))),
    ("明年", F(times=("明年",))),
    ("2026年3月到6月", F(times=("2026年3月到6月",))),
    ("2026-03-01到2026-06-30", F(times=("2026-03-01到2026-06-30",))),
    ("2027年 3月", F(times=("2027年3月",))),
    ("3月 2027年", F(times=("2027年3月",))),
    ("明年 第三季度", F(times=("明年第三季度",))),
    ("2027年 年底前", F(times=("2027年年底前",))),
    ("年底前 2027年", F(times=("2027年底前",))),
    ("历年10月", F(times=("历年10月",))),
    ("27年3月", F(times=("2027年3月",))),
    ("近两周", F(times=("未来两周",))),
    ("责任人：周明远", F(words=("周明远",))),
    ("责任人周明远 本月", F(words=("周明远",), times=("本月",))),
    ("从现在到年底", F(times=("到年底",))),
    # states
    ("已过期", F(state="overdue")),
    ("逾期", F(state="overdue")),
    ("已经过期的", F(state="overdue")),
    ("过了期限的", F(state="overdue")),
    ("快到期", F(state="soon")),
    ("马上要到期的", F(state="soon")),
    ("即将到期", F(state="soon")),
    ("近期", F(state="soon")),
    ("没过期的", F(state="open")),
    ("还没到期", F(state="open")),
    ("有没有过期的", F(state="overdue")),
    # documents
    ("2027年工作要点", F(documents=("2027年的工作要点",))),
    ("2025年的文件", F(documents=("2025年的文件",))),
    ("《健康栖云》", F(documents=("《健康栖云》",))),
    ("2026年的讲话 医保", F(words=("医保",), documents=("2026年的讲话",))),
    # together, in any order, with and without spaces
    ("医共体 下月", F(words=("医共体",), times=("下月",))),
    ("下月 医共体", F(words=("医共体",), times=("下月",))),
    ("下月医共体", F(words=("医共体",), times=("下月",))),
    ("医共体下个月有什么任务", F(words=("医共体",), times=("下个月",))),
    ("民政局今年要干啥", F(bodies=("民政局",), times=("今年",))),
    ("10月底前要完成哪些", F(times=("10月底前",))),
    ("年底前还有哪些事没完成", F(times=("年底前",))),
    ("青汀 已过期 医保局", F(words=("青汀",), bodies=("医保局",), state="overdue")),
    ("《健康栖云》2028年", F(times=("2028年",), documents=("《健康栖云》",))),
    # English
    ("overdue", F(state="overdue")),
    ("not overdue", F(state="open")),
    ("due soon", F(state="soon")),
    ("next month 医共体", F(words=("医共体",), times=("下月",))),
    ("next 30 days", F(times=("30天内",))),
    ("Q3 2027", F(times=("2027年第3季度",))),
    ("what is due this week", F(times=("本周",))),
    ("by 2026-12-31", F(times=("到2026-12-31",))),
]


@pytest.mark.parametrize(("text", "understood"), READ)
def test_what_is_understood(text, understood):
    assert read_filter(text) == understood
    assert read_filter(str(understood)) == understood


TEXTS = st.text() | st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_any_text_is_a_filter_and_what_is_written_is_read_again(text):
    asked = read_filter(text)
    assert read_filter(str(asked)) == asked
    asked.chosen(ALL, TODAY)


PAST = due("2026-06-30", "出台实施细则", ("市医保局",))
SOON = due("2026-11-30", "印发任务清单", ("市卫健委", "市民政局"))
WINTER = due("2026-12-31", "打造紧密型医共体", ("卫健", "财政部门"))
LATER = due("2027-10-31", "村卫生室达标", ("县卫生健康局",), PLAN, "基层医疗服务")
BEGINS = due("", "实行新的价格", start="2026-07-01")
UNKNOWN = due("", "适时启动评估")
ALL = [UNKNOWN, LATER, WINTER, SOON, BEGINS, PAST]

CHOSEN = [
    ("", [PAST, BEGINS, SOON, WINTER, LATER, UNKNOWN]),
    ("村卫生室", [LATER]),
    ("青汀", [LATER]),
    ("基层医疗", [LATER]),
    ("工作要点", [LATER]),
    ("2026年的讲话", [PAST, BEGINS, SOON, WINTER, UNKNOWN]),
    ("2027年的文件", [LATER]),
    ("《青汀县", [LATER]),
    ("《青汀县》", [LATER]),
    ("县域医共体", [WINTER]),
    ("民政局", [SOON]),
    ("民政部门", [SOON]),
    ("卫健局", [SOON, WINTER, LATER]),
    ("卫健委", [SOON, WINTER, LATER]),
    ("财政局", [WINTER]),
    ("教育局", []),
    ("本月", [SOON]),
    ("下月", [WINTER]),
    ("11月 12月", [SOON, WINTER]),
    ("2026年 11月", [SOON]),
    ("2026年", [PAST, BEGINS, SOON, WINTER]),
    ("明年", [LATER]),
    ("10月", []),
    ("历年10月", [LATER]),
    ("2027-10", [LATER]),
    ("2027/10", [LATER]),
    ("2027.10", [LATER]),
    ("12.31", [WINTER]),
    ("2026-12-31", [WINTER]),
    ("十天内", [SOON]),
    ("两个月内", [SOON, WINTER]),
    ("青汀县卫健局", [LATER]),
    ("澄原市卫生健康局", [SOON, WINTER]),
    ("市财政局", [WINTER]),
    ("县财政局 2026.12", [WINTER]),
    ("年底前", [SOON, WINTER]),
    ("已过期", [PAST]),
    ("快到期", [SOON]),
    ("没过期", [BEGINS, SOON, WINTER, LATER]),
    ("今年 没过期", [BEGINS, SOON, WINTER]),
    ("医保局 已过期", [PAST]),
    ("食堂", []),
]


@pytest.mark.parametrize(("text", "fitting"), CHOSEN)
def test_what_fits(text, fitting):
    assert read_filter(text).chosen(ALL, TODAY) == fitting


def test_days_are_counted_when_the_filter_is_used():
    asked = read_filter("本月")
    assert asked.chosen(ALL, dt.date(2026, 12, 1)) == [WINTER]


def test_what_is_due_soon_is_due_within_thirty_days():
    last, too_late = due("2026-12-22", "甲"), due("2026-12-23", "乙")
    assert read_filter("快到期").chosen([last, too_late, due("2026-11-22", "丙")], TODAY)[1:] == [last]


def test_a_title_is_looked_into_where_nothing_else_speaks_of_a_word():
    meeting = type(SPEECH)("d4", "在青岭县医共体建设推进会上的讲话", "m.txt", None, None, None)
    vaccine, fund = (
        due("2027-01-01", "接种疫苗", document=meeting),
        due("2027-02-01", "医共体结余留用", document=meeting),
    )
    assert read_filter("医共体").chosen([vaccine, fund], TODAY) == [fund]
    assert read_filter("医共体").chosen([vaccine], TODAY) == [vaccine]
    assert read_filter("青岭").chosen([vaccine, fund], TODAY) == [vaccine, fund]


TARGETS = [
    goal("千人口托位数", "5个", "2028-12-31"),
    goal("每千人口托位数", "4.8个", "2027-09-01", PLAN),
    goal("签约率", None, "2026-06-30"),
]


@pytest.mark.parametrize(
    ("text", "fitting"),
    [("托位数", [1, 0]), ("2027年", [1]), ("已过期", [2]), ("青汀", [1]), ("5个", []), ("单位:签约率", [2])],
)
def test_targets_are_filtered_in_the_same_words(text, fitting):
    assert read_filter(text).chosen(TARGETS, TODAY) == [TARGETS[place] for place in fitting]


@pytest.mark.parametrize(
    ("text", "excluding", "nearest"),
    [
        ("村卫生室 水务局", ["水务局"], ["村卫生室"]),
        ("村卫生室 2031年5月", ["2031年5月"], ["村卫生室"]),
        ("村卫生室 民政局", [], ["村卫生室", "民政局"]),
        ("民政局 已过期", [], ["民政局", "已过期"]),
        ("教育局", ["教育局"], []),
        ("", [], []),
    ],
)
def test_a_filter_that_finds_nothing_names_what_excludes_all_and_the_nearest(text, excluding, nearest):
    asked = read_filter(text)
    assert list(map(str, asked.excluding(ALL, TODAY))) == excluding
    assert list(map(str, asked.nearest(ALL, TODAY))) == nearest


def test_a_part_of_a_year_can_be_asked_for_in_any_year():
    assert str(read_filter("医共体 10月底前").in_any_year()) == "医共体 历年10月底前"
    assert read_filter("本月").in_any_year() == read_filter("本月")


def test_a_document_without_a_year_may_name_it_in_its_title():
    undated = due("2027-01-01", "甲", document=type(SPEECH)("d3", "2027年重点任务计划", "p.txt"))
    assert read_filter("2027年的计划").chosen([undated], TODAY) == [undated]
    assert read_filter("2026年的计划").chosen([undated], TODAY) == []
