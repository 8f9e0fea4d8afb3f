"""Deadlines and targets to choose from: invented, of a county plan and of a city speech."""

from __future__ import annotations

import datetime as dt

from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.filters.filters import Located
from knowledge.targets.targets import Target
from loaders.metadata.metadata import PartialDate

PLAN = Document("d1", "青汀县2027年卫生健康工作要点", "county.txt", None, PartialDate(2027, 1, 8), "青汀")
SPEECH = Document("d2", "在全市卫生健康工作会议上的讲话", "city.txt", None, PartialDate(2026, 3, 12), "澄原")


def due(
    end: str,
    task: str,
    bodies: tuple[str, ...] = (),
    document: Document = SPEECH,
    topic: str = "综合",
    start: str = "",
) -> Located[Deadline]:
    item = Deadline(
        "by", end, task + "。", task, _day(start), _day(end), "day", False, bodies, (0, len(task) + 1)
    )
    return Located(item, document, ("一、抓重点",), topic, "p")


def goal(indicator: str, value: str | None, by: str = "", document: Document = SPEECH) -> Located[Target]:
    sentence = f"{indicator}达到{value}。"
    item = Target(indicator, "=", value, "", _day(by), sentence, value is None, (0, len(sentence)))
    return Located(item, document, ("二、定指标",), "综合", "p")


def _day(printed: str) -> dt.date | None:
    return dt.date.fromisoformat(printed) if printed else None


# What filters are made of, to be put together at random.
PIECES = (
    *(
        "医共体",
        "民政局",
        "县",
        "卫健局",
        "工作要点",
        "重点",
        "任务",
        "完成",
        "率",
        "有哪些",
        "要",
        "干啥",
        "的",
        "了",
        "单位:",
        "《",
        "》",
    ),
    *(
        "本",
        "下",
        "上",
        "这",
        "今",
        "明",
        "年",
        "月",
        "周",
        "季度",
        "半年",
        "底",
        "前",
        "内",
        "天",
        "日",
        "到",
        "至",
        "-",
        "从",
        "起",
        "历年",
    ),
    *(
        "2026",
        "2027年",
        "3",
        "10",
        "12",
        "30",
        "三",
        "第",
        "“十五五”",
        "春节",
        "未来",
        "过期",
        "到期",
        "已",
        "快",
        "没",
        "有",
        "最近",
    ),
    *(
        " ",
        "，",
        "、",
        ".",
        "/",
        "overdue",
        "next ",
        "30 days",
        "Q3",
        "this month",
        "\u3000",
        "X",
        "20xx年",
        "😀",
        "\x00",
        "\ud800",
    ),
)
