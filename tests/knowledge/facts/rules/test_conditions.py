"""A figure that holds in a case is asked with the case; a body's own duty needs none."""

import pytest

from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("对取得执业资格的村医，岗位补贴提高到800元。", "取得执业资格的村医岗位补贴提高到多少元？"),
        (
            "签约满一年的，家庭医生签约服务费标准提高到70元。",
            "签约满一年的家庭医生签约服务费标准提高到多少元？",
        ),
        ("对基层服务满五年的骨干，每月津贴提高到600元。", "基层服务满五年的骨干每月津贴提高到多少元？"),
        ("对无力支付的患者，救助比例提高到90%。", "无力支付的患者救助比例的目标是多少？"),
    ],
)
def test_the_case_is_part_of_the_question(words: str, question: str) -> None:
    asked = questions(words)
    assert question in asked
    assert question.partition("的")[2] not in asked


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("取得中级职称的，县医院6月底前完成聘任。", "县医院什么时候完成聘任？"),
        ("家长反映强烈的，县妇幼保健院门诊楼9月底前投用。", "县妇幼保健院门诊楼什么时候投用？"),
    ],
)
def test_a_body_is_asked_for_by_itself(words: str, question: str) -> None:
    assert question in questions(words)


def test_a_figure_of_a_body_has_its_case() -> None:
    asked = questions("符合条件的，县医院住院报销比例提高到80%。")
    assert "符合条件的县医院住院报销比例的目标是多少？" in asked


def test_a_clause_that_names_no_case_is_left_out() -> None:
    asked = questions("今年的，家庭医生签约服务费标准提高到70元。")
    assert not any(words.startswith("今年的") for words in asked)
