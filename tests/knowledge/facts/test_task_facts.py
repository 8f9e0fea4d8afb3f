"""A heading that names a task is asked how that is done; one that tells how something stands is not."""

import pytest

from knowledge.indexing.annotation import annotate
from knowledge.text.analyzer import Analyzer
from loaders.registry import load
from tests.knowledge.pairs import questions

TOLD = "各医疗机构要完善制度、加强培训，把各项措施落到实处，让群众有更多获得感。"


@pytest.mark.parametrize(
    ("heading", "question"),
    [
        ("医疗废物处置监管", "医疗废物处置监管怎么做？"),
        ("加强医疗废物监管", "怎样加强医疗废物监管？"),
        ("青少年心理健康服务", "青少年心理健康服务怎么开展？"),
        ("急救人员待遇", "急救人员有什么待遇？"),
        ("调度员岗位", "调度员岗位怎么安排？"),
        ("延时托管奖励", "延时托管奖励怎么发？"),
        ("团体献血预约", "团体献血怎么预约？"),
        ("锤炼过硬作风", "怎样锤炼过硬作风？"),
        ("血吸虫病", "血吸虫病怎么防治？"),
    ],
)
def test_a_task_is_asked_how(heading: str, question: str) -> None:
    assert question in questions(TOLD, heading)


@pytest.mark.parametrize(
    "heading",
    [
        "慢病管理成效明显",
        "老年医学科建设走在前列",
        "老年健康服务体系日益完善",
        "不良事件零容忍",
        "基层人才储备薄弱",
        "护理服务质量良好",
    ],
)
def test_how_something_stands_is_no_task(heading: str) -> None:
    assert not any(heading in question for question in questions(TOLD, heading))


def test_an_act_is_asked_with_the_subject_of_the_heading_above() -> None:
    plan = "澄原县2027年卫生健康工作要点\n（2026年12月1日）\n一、重点传染病\n（一）结核病\n1.学校筛查。高一新生入学筛查率达到100%，筛查结果报教育部门。\n"
    file = load(plan.encode(), "plan.txt")
    pairs = [pair.question for document in annotate(file, "plan.txt", Analyzer()) for pair in document.pairs]
    assert "结核病学校筛查怎么开展？" in pairs
