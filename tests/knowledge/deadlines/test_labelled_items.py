"""Tasks with label lines under them, phases, lead-ins, and values that share a name or a time."""

from __future__ import annotations

import pytest

from knowledge.deadlines.deadlines import Deadline, find_deadlines
from knowledge.targets.targets import find_targets
from loaders.metadata.metadata import PartialDate
from tests.knowledge.speeches import TASKS, paragraphs

BASE = PartialDate(2026, 3, 8)


def due_in(text: str, heading: str = TASKS) -> list[Deadline]:
    return find_deadlines(text, paragraphs(text, heading), BASE, "task")


def told(text: str, heading: str = TASKS) -> list[str]:
    return [f"{one.phrase}={one.end} {one.task}" for one in due_in(text, heading)]


def goals_in(text: str, heading: str = TASKS) -> list[str]:
    speech = paragraphs(text, heading)
    found = find_targets(text, speech, BASE, due_in(text, heading), "task")
    return [f"{one.indicator} {one.op} {one.value} {one.by}" for one in found]


LABELLED = """任务1：新增托位1,200个，普惠托位占比达到65%以上。
牵头单位：县卫健局
配合单位：县财政局、县教育局
完成时限：2026年10月
任务2：修订应急预案。
牵头单位：县应急局
完成时限：长期坚持"""


def test_label_lines_belong_to_the_task_above_them() -> None:
    (one,) = due_in(LABELLED)
    assert (str(one.end), one.bodies) == ("2026-10-31", ("县卫健局", "县财政局", "县教育局"))
    assert one.task == "新增托位1,200个，普惠托位占比达到65%以上"
    assert goals_in(LABELLED) == ["新增托位 = 1,200个 2026-10-31", "普惠托位占比 >= 65% 2026-10-31"]


def test_a_phase_dates_the_months_under_it() -> None:
    assert told("总结评估阶段（2027年11月至12月）。组织终期评估，报告12月20日前上报。")[-1].startswith(
        "12月20日前=2027-12-20"
    )


def test_a_lead_in_tells_its_list() -> None:
    text = "到2028年，主要指标如下：\n（一）签约率达到85%；\n（二）满意度达到92分。"
    assert told(text) == ["到2028年=2028-12-31 主要指标如下"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("（二）集中整改（9月11日至11月底）。", ["2026-11-30"]),
        ("开展“廉洁行医月”活动（5月）。", ["2026-05-31"]),
        ("1.4月启动日间手术中心建设。", ["2026-04-30"]),
        ("今年六一必须开诊。", ["2026-06-01"]),
        ("3月20日前提交申报材料。", ["2026-03-20"]),
        ("2026年、2027年分别建成2个、4个智慧药房。", ["2026-12-31", "2027-12-31"]),
        ("对运营满一年的助餐点，于次年3月底前给予补贴。", ["None"]),
        ("2026年底前完成评审，次年3月底前兑现奖补。", ["2026-12-31", "2027-03-31"]),
        ("每月10日前完成上月成本分析。", ["None"]),
        ("2026年全区慢性病防控工作坚持预防为主。", []),
        ("2027年“两会”前后是敏感期，大家要绷紧弦。", []),
        ("9月8日召开的调度会要求各单位作出说明。", []),
        ("2026年，医院将围绕“质量、效率”主线，重点抓好以下工作。", []),
    ],
)
def test_due(text: str, due: list[str]) -> None:
    assert [str(one.end) for one in due_in(text)] == due


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        (
            "2027年、2028年再分别新增助餐点80个和100个。",
            ["新增助餐点 = 80个 2027-12-31", "新增助餐点 = 100个 2028-12-31"],
        ),
        (
            "标准化率2026年、2027年分别达到80%、90%以上。",
            ["标准化率 >= 80% 2026-12-31", "标准化率 >= 90% 2027-12-31"],
        ),
        (
            "2026年，签约率达到70%，建档率达到90%；2027年，上述两项指标分别达到75%和95%。",
            [
                "签约率 = 70% 2026-12-31",
                "建档率 = 90% 2026-12-31",
                "签约率 = 75% 2027-12-31",
                "建档率 = 95% 2027-12-31",
            ],
        ),
        ("为65岁以上老年人免费体检。", []),
        ("总数由2024年的58名增加到2027年的96名。", ["总数 = 96名 2027-12-31"]),
        ("开展“两癌”免费筛查，5月底前完成60%。", ["开展“两癌”免费筛查完成 = 60% 2026-05-31"]),
        (
            "新建站点6个，新配车辆10辆，以上任务11月底前完成。",
            ["新建站点 = 6个 2026-11-30", "新配车辆 = 10辆 2026-11-30"],
        ),
        (
            "新建站点6个、新配车辆10辆，上述任务11月底前完成。",
            ["新建站点 = 6个 2026-11-30", "新配车辆 = 10辆 2026-11-30"],
        ),
        (
            "为残疾人家庭提供康复服务，5月底前完成首批100户，其余200户10月底前完成。",
            [
                "为残疾人家庭提供康复服务完成 = 100户 2026-05-31",
                "为残疾人家庭提供康复服务完成 = 200户 2026-10-31",
            ],
        ),
        ("平均住院日≤6.8天，患者满意度≥95%。", ["平均住院日 <= 6.8天 None", "患者满意度 >= 95% None"]),
        ("年底这个比例要到80%。", ["这个比例 = 80% 2026-12-31"]),
        ("县财政安排专项经费1,650万元，比上年增长8%。", ["县财政安排专项经费比上年增长 = 8% None"]),
        ("每千人拥有社会体育指导员3.5名。", ["每千人拥有社会体育指导员 = 3.5名 None"]),
        ("案件按期办结率不低于98%。", ["案件按期办结率 >= 98% None"]),
        ("（一）随访不规范。抽查档案40份，电话核实真实率仅70%。", []),
    ],
)
def test_goals(text: str, goals: list[str]) -> None:
    heading = "二、存在的主要问题" if "随访" in text else TASKS
    assert goals_in(text, heading) == goals


def test_year_indicators_are_due_by_the_end_of_the_year() -> None:
    assert goals_in("药占比不高于23%。", "一、年度指标") == ["药占比 <= 23% 2026-12-31"]
