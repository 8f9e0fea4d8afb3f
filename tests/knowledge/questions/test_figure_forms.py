"""Figures are asked for with the verb of the text, in wordings that people use."""

import pytest

from tests.knowledge.pairs import questions, wordings


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("去年抢救急性心梗患者218例。", "抢救了多少例急性心梗患者？"),
        ("门诊、住院大厅和食堂配AED共9台。", "门诊、住院大厅和食堂配多少台AED？"),
        ("治未病服务进小区全年160场。", "治未病服务进小区要开展多少场？"),
        ("全年完成农村适龄妇女“两癌”检查4200人。", "农村适龄妇女“两癌”检查要完成多少人？"),
        ("县妇幼保健院产科楼改造一季度开工、年内完工。", "县妇幼保健院产科楼改造什么时候完工？"),
    ],
)
def test_a_figure_is_asked_with_its_verb(words: str, question: str) -> None:
    assert question in questions(words)


def test_what_is_to_be_made_has_wordings_with_a_verb() -> None:
    said = wordings("建设尘肺病康复站6个。")
    assert "计划建设多少个尘肺病康复站？" in said
    assert not any("建设尘肺病康复站多少个" in wording or "目标" in wording for wording in said)


def test_stray_spaces_are_no_part_of_a_question() -> None:
    assert "怎样引进博士、学科带头人？" in questions(
        "博士安家费40万元，服务期不少于8年。", "引进博士 6 名、学科带头人 2 名"
    )
