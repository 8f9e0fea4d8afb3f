"""Which questions get the list of what is due, and that no other does."""

import json
from pathlib import Path

import pytest

from knowledge.filters.parser import listed_by

GOLD = Path(__file__).parents[2] / "gold"
LISTED = [
    ("10月底前要完成哪些", "10月底前"),
    ("哪些任务快到期了", "快到期"),
    ("下个月有什么任务", "下个月"),
    ("已经过期的有哪些", "已过期"),
    ("有没有过期的任务？", "已过期"),
    ("民政局今年要干啥", "民政局 今年"),
    ("县医保局牵头的任务有哪些", "县医保局"),
    ("医共体10月底前要完成哪些任务", "医共体 10月底前"),
    ("本周要交什么", "本周"),
    ("快到期的任务", "快到期"),
    ("本月到期的", "本月"),
    ("列出下季度的时限", "下季度"),
    ("最近有什么任务", "快到期"),
    ("what is due next month", "下月"),
    ("年底前要办完的事有哪些", "年底前"),
    ("青汀6月底前有几件事要办", "青汀 6月底前"),
    ("青汀明年有多少事要在6月底前办完", "青汀 明年6月底前"),
    ("民政局有几项任务", "民政局"),
    ("下周有什么要交的", "下周"),
    ("本月要报什么", "本月"),
    ("最近要忙啥", "快到期"),
    ("这个月还有啥没干完", "这个月"),
    ("卫健局这季度的活", "卫健局 这季度"),
    ("今年还剩哪些没完成", "今年"),
    ("哪些事该在3月前办好", "3月前"),
    ("这周截止的有几个", "这周"),
]


@pytest.mark.parametrize(("question", "asked"), LISTED)
def test_a_question_for_a_list_is_known(question, asked):
    assert str(listed_by(question)) == asked


OTHERS = [
    *(
        "医共体什么时候建成",
        "今年有哪些重点任务",
        "2025年的目标是多少",
        "去年完成了哪些任务",
        "年底前哪些医院要建成",
        "6月底前要建成几个卫生院",
        "年底前要培训多少人",
        "青汀县要抽查几家完成率低的医院",
        "今年要办好哪几所学校",
    ),
    *(
        "民政局谁负责养老",
        "今年任务怎么落实",
        "医共体要完成哪些任务",
        "时限",
        "有哪些任务",
        "为什么逾期",
        "卫健局",
        "",
    ),
    *("到2025年要建成哪些体系", "本月食堂有什么菜", "下个月" * 20 + "有什么任务"),
]


@pytest.mark.parametrize("question", OTHERS)
def test_any_other_question_is_left_alone(question):
    assert listed_by(question) is None


@pytest.mark.parametrize("name", ["questions", "questions_noisy", "offtopic"])
def test_no_gold_question_is_taken_for_one(name):
    rows = (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert [question for row in rows if listed_by(question := json.loads(row)["q"])] == []
