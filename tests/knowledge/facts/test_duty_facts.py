"""Who holds a post, where an office is and how offenders are dealt with is asked for with whose it is."""

import pytest

from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("成立三甲复审办公室，设在质控科，主任由副院长程见山担任。", "三甲复审办公室主任由谁担任？"),
        ("成立三甲复审办公室，设在质控科。", "三甲复审办公室设在哪里？"),
        ("组建紧急医学救援队，2小时内完成集结，队长由急诊科主任程见山担任。", "紧急医学救援队队长由谁担任？"),
        ("疫情信息由县卫生健康局统一对外发布。", "疫情信息由谁发布？"),
        (
            "严禁村医自行购药，查实自行购药的，第一次责令退回，第二次解除聘用合同。",
            "村医自行购药的怎么处理？",
        ),
        (
            "对监测结果连续两年排在末三位的县，由省卫生健康委约谈。",
            "监测结果连续两年排在末三位的县怎么处理？",
        ),
    ],
)
def test_a_duty(words: str, question: str) -> None:
    assert question in questions(words, "其他")
