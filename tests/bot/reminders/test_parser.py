"""Reminders as people type them."""

import datetime as dt

import pytest

from bot.reminders.parser import NotUnderstood, read
from bot.state.chats.schedule import Schedule

USUAL = Schedule(at=dt.time(9))


@pytest.mark.parametrize(
    ("typed", "words", "days", "weekdays", "time"),
    [
        ("医共体 提前30,7,1天 9:00", "医共体", (30, 7, 1), (), "09:00"),
        ("每周一 8:30 民政局", "民政局", (30, 7, 1), (0,), "08:30"),
        ("提前三天 上午八点半 三个清单", "三个清单", (3,), (), "08:30"),
        ("提前一个月、一周和1天", "", (30, 7, 1), (), "09:00"),
        ("医共体 2027年 提前7天、当天", "医共体 2027年", (7, 0), (), "09:00"),
        ("提前7天 3月", "3月", (7,), (), "09:00"),
        ("12月15日前", "12月15日前", (30, 7, 1), (), "09:00"),
        ("医共体30,7,1天前", "医共体", (30, 7, 1), (), "09:00"),
        ("每星期天晚上8点", "", (30, 7, 1), (6,), "20:00"),
        ("每周 医共体", "医共体", (30, 7, 1), (0,), "09:00"),
        ("9：00 提前７天", "", (7,), (), "09:00"),
        ("提前14,7天下午两点十五", "", (14, 7), (), "14:15"),
        ("提醒我 县卫健局 提前 两周", "县卫健局", (14,), (), "09:00"),
        ("每天 8点 医共体", "医共体", (30, 7, 1), tuple(range(7)), "08:00"),
        ("每天 8点 医共体 提前7天", "医共体", (7,), (), "08:00"),
        ("每周一、周四 9:00", "", (30, 7, 1), (0, 3), "09:00"),
        ("每周一四 医共体", "医共体", (30, 7, 1), (0, 3), "09:00"),
        ("每周一和周四 8:30 医共体", "医共体", (30, 7, 1), (0, 3), "08:30"),
        ("周一至周五 7:30", "", (30, 7, 1), (0, 1, 2, 3, 4), "07:30"),
        ("工作日 9:00", "", (30, 7, 1), (0, 1, 2, 3, 4), "09:00"),
        ("每个工作日 9:00 民政局", "民政局", (30, 7, 1), (0, 1, 2, 3, 4), "09:00"),
        ("周一 9:00", "", (30, 7, 1), (0,), "09:00"),
        ("每周五 7:30", "", (30, 7, 1), (4,), "07:30"),
        ("提前一周 早8点", "", (7,), (), "08:00"),
        ("提前10、5天", "", (10, 5), (), "09:00"),
        ("下周一", "下周一", (30, 7, 1), (), "09:00"),
        ("every monday and thursday 9:00", "", (30, 7, 1), (0, 3), "09:00"),
        ("every monday 8:30 民政局", "民政局", (30, 7, 1), (0,), "08:30"),
        ("医共体 30,7,1 days before 5:00 pm", "医共体", (30, 7, 1), (), "17:00"),
        ("一体化 提前一周", "一体化", (7,), (), "09:00"),
    ],
)
def test_words_are_parted_into_filter_and_schedule(typed, words, days, weekdays, time):
    request = read(typed, USUAL)
    schedule = request.schedule
    assert (request.words, schedule.days, schedule.weekdays) == (words, days, weekdays)
    assert f"{schedule.at:%H:%M}" == time


@pytest.mark.parametrize(
    ("typed", "explicit"),
    [("医共体", False), ("", False), ("提前30,7,1天", True), ("9:00", True), ("医共体 每周", True)],
)
def test_it_is_known_whether_a_schedule_was_written(typed, explicit):
    assert read(typed, USUAL).explicit is explicit


@pytest.mark.parametrize(
    "typed",
    [
        *("25:00", "提前999天", "每月一次", "9:00 10:00", "提前很久", "8:75", "提前1,2,3,4,5,6,7天"),
        *("每两周 9:00", "隔周周一", "隔天 9:00", "每3天", "每周一 提前7天", "每季度"),
        *("双周", "每双周 9:00", "双周一 9:00"),
    ],
)
def test_what_makes_no_schedule_is_told_and_not_taken_for_a_filter(typed):
    with pytest.raises(NotUnderstood):
        read(typed, USUAL)
