"""A paragraph that opens with a fault is asked about as a problem; one that opens with praise never is."""

import pytest

from tests.knowledge.pairs import questions

STORY = "。表格填满了，群众却说不知道，电话也打不通，随访记录都是后来才编出来的。"


@pytest.mark.parametrize(
    ("claim", "subject"),
    [
        ("第二个问题，家庭医生签约有水分", "家庭医生签约"),
        ("第二，基层用药不全", "基层用药"),
        ("第三，村医队伍青黄不接", "村医队伍"),
        ("第一，影像检查排队太久", "影像检查排队"),
        ("第四，医患沟通这个老毛病没改", "医患沟通"),
        ("第三，护理人员缺口很大", "护理人员"),
        ("第二，设备闲置的问题突出", "设备闲置"),
        ("第二，服务能力提升不明显", "服务能力"),
        ("第二，信息系统尚未打通", "信息系统"),
        ("第五，服务态度差", "服务态度"),
    ],
)
def test_a_fault(claim: str, subject: str) -> None:
    assert f"{subject}存在什么问题？" in questions(claim + STORY)


@pytest.mark.parametrize(
    "claim",
    [
        "第三，医疗服务不断改善",
        "第一，服务能力不断增强",
        "第二，慢病管理成效明显",
        "第三，老年医学科建设走在前列",
        "第二，散居儿童接种率稳步提高",
        "第二，空气负压病房全部建成",
        "第五，难治性肺结核救治能力走在全省前列",
        "第一，不良事件报告制度落实到位",
        "第二，医疗短板加快补齐",
        "第二，基层缺药问题基本解决",
        "第一，医疗事故没有发生",
        "第三，医院债务不得新增",
    ],
)
def test_praise_and_orders_are_no_fault(claim: str) -> None:
    assert [question for question in questions(claim + STORY) if "什么问题" in question] == []
