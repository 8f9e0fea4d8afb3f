"""What is due is asked for by its time; the day on which something was adopted is no due time."""

import pytest

from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("经县政府研究同意，县中医院新院区6月底前投入使用。", "县中医院新院区什么时候投入使用？"),
        ("经费分配方案由县财政局审定，绩效考核办法3月底前印发。", "绩效考核办法什么时候印发？"),
        ("经济开发区卫生院9月底前建成，选址方案由县政府审定。", "经济开发区卫生院什么时候建成？"),
        ("经县委研究同意，远程心电中心5月投用。", "远程心电中心什么时候投用？"),
    ],
)
def test_an_adopted_matter_keeps_its_due_time(words: str, question: str) -> None:
    assert question in questions(words)


@pytest.mark.parametrize(
    "words",
    [
        "经2027年1月6日院长办公会讨论、院党委会审定，印发执行。",
        "经2027年2月3日县政府常务会议审议通过，现印发给你们。",
    ],
)
def test_the_day_of_a_meeting_is_no_due_time(words: str) -> None:
    assert [question for question in questions(words) if "什么时候" in question] == []


def test_a_development_zone_is_a_place() -> None:
    asked = questions("经济开发区社区卫生服务中心3月底前投用。")
    assert "经济开发区社区卫生服务中心什么时候投用？" in asked
