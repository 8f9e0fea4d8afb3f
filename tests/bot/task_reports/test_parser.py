"""A report in plain words is told from a question."""

import datetime as dt

import pytest

from bot.task_reports.parser import Report, read_report
from tests.clock import TODAY

MARCH = dt.date(2027, 3, 31)


@pytest.mark.parametrize(
    ("text", "report"),
    [
        ("已完成", Report("done", "已完成")),
        ("完成了。", Report("done", "完成了。")),
        ("2 已办结，文号12", Report("done", "已办结，文号12", 2)),
        ("第3项已经完成了", Report("done", "已经完成了", 3)),
        ("1、全部办完", Report("done", "全部办完", 1)),
        ("2已完成", Report("done", "已完成", 2)),
        ("我局已完成！", Report("done", "我局已完成！")),
        ("done", Report("done", "done")),
        ("进展：已起草，等会签", Report("progress", "已起草，等会签")),
        ("2. 进展: 在写", Report("progress", "在写", 2)),
        ("申请延期到3月底", Report("postponed", "申请延期到3月底", None, MARCH)),
        ("申请延期到明年3月底，设备没到", Report("postponed", "申请延期到明年3月底，设备没到", None, MARCH)),
        ("延期两周", Report("postponed", "延期两周", None, dt.date(2026, 12, 6))),
        ("1 推迟到2027-03-31", Report("postponed", "推迟到2027-03-31", 1, MARCH)),
        ("申请延期到再说", Report("postponed", "申请延期到再说")),
        (
            "延期到12月15日 因为审计",
            Report("postponed", "延期到12月15日 因为审计", None, dt.date(2026, 12, 15)),
        ),
    ],
)
def test_what_is_reported(text, report):
    assert read_report(text, TODAY) == report


@pytest.mark.parametrize(
    "text",
    [
        "完成了吗", "已完成多少？", "完成时限是什么时候", "进展如何", "进展怎么样？", "延期到什么时候", "谁负责", "那期限呢",
        "细则什么时候出台", "完成率达到多少", "2", "", "已完成了没有", "哪些已完成", "延期的有哪些",
    ],
)  # fmt: skip
def test_a_question_is_no_report(text):
    assert read_report(text, TODAY) is None
