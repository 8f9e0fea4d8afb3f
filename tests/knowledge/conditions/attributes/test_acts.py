"""When, how, where and by whom an act is done is told only where the act itself is spoken of."""

import pytest

from knowledge.conditions.attributes.acts import conditions_on_acts
from tests.knowledge.conditions.asking import meets


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("听力师招聘什么时候考试", "听力师招聘分两批，第一批3月笔试。"),
        ("助听重点专科怎么申报", "助听重点专科由县级医院提出申请。"),
        ("助听车由谁驾驶", "助听车配司机2名。"),
        ("助听器怎么报销", "助听器由医保支付七成。"),
        ("助听证几年要复审一次", "助听证每三年复审。"),
        ("助听站什么时候建成", "助听站9月底前开张。"),  # any words answer this
        ("村医退下来一个月能领多少钱", "离岗村医每月420元。"),  # asks how much, not how
        ("怎么申报", "由县级医院提出申请。"),
        ("助听布局方案由谁设计", "助听布局方案由县发改局制定。"),
        ("助听平台设计哪些功能", "助听平台有建档、随访两项功能。"),  # asks what, not how
        ("谁负责优化助听申报流程", "优化助听手续由县卫健局负责。"),  # asks who
    ],
)
def test_an_act_that_is_told(question: str, passage: str) -> None:
    assert meets(conditions_on_acts, question, passage)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("听力师招聘什么时候考试", "面向社会招聘听力师8名。"),
        ("听力师 报名时间", "面向社会招聘听力师8名。"),
        ("助听重点专科怎么申报", "安排80万元支持助听重点专科。"),
        ("助听车由谁驾驶", "买一台助听车，4月上路。"),
        ("助听补贴怎么申领", "助听补贴申领率达到98%。"),
        ("助听补贴申请方式有哪些", "助听补贴一季度发放。"),
        ("生前预嘱签了怎么撤销", "推广生前预嘱登记。助听器照发。对违规机构取消协议。"),
    ],
)
def test_an_act_that_is_not(question: str, passage: str) -> None:
    assert not meets(conditions_on_acts, question, passage)
