"""Own reminders are read as they are said: when, how often, of what; what is not understood is refused by its words."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.personal.parser import (
    NothingToTell,
    NotUnderstood,
    OutOfReach,
    TooLong,
    asks_to_be_reminded,
    names_a_near_time,
    read,
)
from bot.scheduling.repeats import Repeat

ZONE = ZoneInfo("Asia/Shanghai")
NOW = dt.datetime(2026, 11, 30, 10, 20, tzinfo=ZONE)  # a Monday


def told(text):
    wish = read(text, NOW)
    return f"{wish.due:%Y-%m-%d %H:%M}", wish.text


@pytest.mark.parametrize(
    ("text", "due", "wanted"),
    [
        ("明天早上八点提醒我报表", "2026-12-01 08:00", "报表"),
        ("下周五下午3点提醒我交总结", "2026-12-11 15:00", "交总结"),
        ("周五提醒我报表", "2026-12-04 09:00", "报表"),
        ("周一上午9点提醒我报表", "2026-12-07 09:00", "报表"),  # that of today has passed
        ("下下周二提醒我回访", "2026-12-15 09:00", "回访"),
        ("半小时后提醒我开会", "2026-11-30 10:50", "开会"),
        ("一个半小时后提醒我开会", "2026-11-30 11:50", "开会"),
        ("1小时30分钟后提醒我打电话", "2026-11-30 11:50", "打电话"),
        ("过20分钟叫我一下开会", "2026-11-30 10:40", "开会"),
        ("提醒我明天早上八点半交报表", "2026-12-01 08:30", "交报表"),
        ("报表明天早上八点提醒我", "2026-12-01 08:00", "报表"),
        ("请在12月5日上午十点一刻提醒我开会。", "2026-12-05 10:15", "开会"),
        ("十二月十五日下午三点提醒我们开会", "2026-12-15 15:00", "开会"),
        ("1月8日提醒我交总结", "2027-01-08 09:00", "交总结"),
        ("2027-01-08 14:30 提醒我交总结", "2027-01-08 14:30", "交总结"),
        ("5号提醒我报销", "2026-12-05 09:00", "报销"),
        ("下个月25号提醒我报销", "2026-12-25 09:00", "报销"),
        ("年底前提醒我交总结", "2026-12-31 09:00", "交总结"),
        ("三天后提醒我催材料", "2026-12-03 09:00", "催材料"),
        ("半个月后下午两点提醒我催材料", "2026-12-15 14:00", "催材料"),
        ("今晚8点提醒我值班", "2026-11-30 20:00", "值班"),
        ("明晚提醒我值班", "2026-12-01 19:00", "值班"),
        ("晚上12点提醒我交接", "2026-12-01 00:00", "交接"),
        ("3点提醒我开会", "2026-11-30 15:00", "开会"),
        ("8点提醒我开会", "2026-11-30 20:00", "开会"),
        ("明天3点提醒我开会", "2026-12-01 15:00", "开会"),
        ("明天凌晨3点提醒我开会", "2026-12-01 03:00", "开会"),
        ("明天提醒我准备下周五的会议", "2026-12-01 09:00", "准备下周五的会议"),
        ("明天提醒我交每季度的报表", "2026-12-01 09:00", "交每季度的报表"),
        ("麻烦你明天下午提醒我去市里开会，带上U盘", "2026-12-01 14:00", "去市里开会，带上U盘"),
        ("remind me tomorrow 9am to send the report", "2026-12-01 09:00", "send the report"),
        ("remind me in 30 minutes to call", "2026-11-30 10:50", "call"),
        ("next friday 3 pm remind me to hand in", "2026-12-11 15:00", "hand in"),
    ],
)
def test_once(text, due, wanted):
    assert asks_to_be_reminded(text) and told(text) == (due, wanted)


@pytest.mark.parametrize(
    ("text", "due", "repeat"),
    [
        ("每周一早上九点提醒我报台账", "2026-12-07 09:00", Repeat((0,))),
        ("每周一、三、五8:30提醒我报台账", "2026-12-02 08:30", Repeat((0, 2, 4))),
        ("每天早上8点提醒我报台账", "2026-12-01 08:00", Repeat(tuple(range(7)))),
        ("每个工作日17点半提醒我报台账", "2026-11-30 17:30", Repeat(tuple(range(5)))),
        ("每月25号提醒我报台账", "2026-12-25 09:00", Repeat(month_day=25)),
        ("每月最后一天下午4点提醒我报台账", "2026-11-30 16:00", Repeat(month_day=31)),
        ("every monday 9am remind me of 报台账", "2026-12-07 09:00", Repeat((0,))),
    ],
)
def test_again_and_again(text, due, repeat):
    wish = read(text, NOW)
    assert (f"{wish.due:%Y-%m-%d %H:%M}", wish.text, wish.repeat) == (due, "报台账", repeat)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("提醒我报表", ""),
        ("明天25点提醒我报表", "25点"),
        ("每季度提醒我报表", "每季度"),
        ("每两周提醒我报表", "每两周"),
        ("每月32号提醒我报表", "每月32号"),
        ("2月30日提醒我报表", ""),
    ],
)
def test_what_is_not_understood_is_named(text, part):
    with pytest.raises(NotUnderstood) as refusal:
        read(text, NOW)
    assert refusal.value.part == part


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("今天早上八点提醒我报表", OutOfReach),
        ("昨天提醒我报表", OutOfReach),
        ("11月5日提醒我报表", OutOfReach),
        ("9999年后提醒我报表", OutOfReach),
        ("明天早上八点提醒我", NothingToTell),
        (f"明天早上八点提醒我{'报' * 201}", TooLong),
    ],
)
def test_what_cannot_be_is_refused(text, refusal):
    with pytest.raises(refusal):
        read(text, NOW)


@pytest.mark.parametrize(
    "text", ["文件提醒我们注意什么？", "明年要完成哪些任务", "到期提醒", "医共体有哪些任务"]
)
def test_a_question_is_no_wish(text):
    assert not asks_to_be_reminded(text)


def test_near_times_tell_it_from_a_filter():
    assert names_a_near_time("明天早上八点 报表") and names_a_near_time("半小时后 开会")
    assert not names_a_near_time("医共体 下周一 9:00") and not names_a_near_time("每周一 8:30 民政局")


def test_the_last_day_of_a_month_is_that_of_each():
    at, last = dt.time(9), Repeat(month_day=31)
    days = [NOW]
    for _ in range(3):
        days.append(last.after(days[-1], at))
    assert [f"{day:%m-%d}" for day in days[1:4]] == ["12-31", "01-31", "02-28"]


PIECES = st.sampled_from(
    "明天 后天 下周 周五 每周一 每月 31号 25点 早上 下午 3点 半 一刻 提醒我 叫我 报表 的 ， 半小时后 12月 30日 9:30 每 月底 in 3 at 年后 9999".split()
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_words_end_in_a_wish_or_a_refusal(text):
    try:
        wish = read(text, NOW)
    except (NotUnderstood, OutOfReach, NothingToTell, TooLong):
        return
    assert wish.due > NOW and wish.text
