"""A case is asked with whose it is and by what happens in it; where nothing tells whose it is, not at all."""

import pytest

from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("带教老师每月补助800元，督导查到中途离开的，当月不发。", "带教老师中途离开的怎么处理？"),
        ("考核不合格的，扣发当季补助；连续两次不合格的，解除聘用合同。", "考核连续两次不合格的怎么处理？"),
        ("对运营满一年的助餐点，于次年3月底前一次性给予2万元补贴。", "运营满一年的助餐点能补贴多少？"),
        ("对提前完成任务的乡镇，次年一季度给予奖励。", "提前完成任务的乡镇怎么奖励？"),
        ("对没有村医的142个行政村，由乡镇卫生院每周巡诊2次。", "没有村医的行政村怎么处理？"),
        ("设备采购实行论证在前，单价50万元以上的设备须经成本效益评估。", "单价50万元以上的设备有什么要求？"),
        ("对无证行医的一律立案、一律公示。", "无证行医的怎么处理？"),
    ],
)
def test_a_case(words: str, question: str) -> None:
    assert question in questions(words, "其他")


@pytest.mark.parametrize(
    "words",
    [
        "对两次调度仍未完成时序任务的，由县政府督查室下发督办单。",
        "对贫血、肥胖和发育偏异的，建立专案管理。",
        "红色为血压控制不达标的，每两周随访一次。",
    ],
)
def test_whose_it_is_must_be_told(words: str) -> None:
    assert not any("怎么" in question for question in questions(words, "其他"))
