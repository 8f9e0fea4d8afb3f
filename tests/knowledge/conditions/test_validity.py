"""Until when a document is in force is told by the article that limits it, not by any other date."""

import pytest

from knowledge.conditions.condition import Evidence
from knowledge.conditions.validity import conditions_on_validity
from knowledge.documents import Document

DOCUMENT = Document("d", "助听服务若干措施(试行)", "a.txt")


def holds(question: str, text: str) -> list[bool]:
    evidence = Evidence(DOCUMENT, about=DOCUMENT.title, text=text)
    return [condition.holds(evidence) for condition in conditions_on_validity(question)]


@pytest.mark.parametrize(
    "question",
    ["助听服务措施管到什么时候为止?", "助听办法的有效期到哪一年", "这个方案试行几年", "助听细则什么时候失效"],
)
def test_what_limits_it(question: str) -> None:
    assert holds(question, "本措施自2026年1月1日起施行,有效期至2028年12月31日。") == [True]
    assert holds(question, "本办法试行2年。") == [True]
    assert holds(question, "县财政局应当在每年3月底前将资金拨付到位。") == [False]


@pytest.mark.parametrize(
    "question",
    [
        "助听服务措施执行得怎么样",
        "方案什么时候印发",
        "助听站什么时候启用",
        "考核办法实施多少年来取得什么成绩",
    ],
)
def test_other_questions(question: str) -> None:
    assert holds(question, "县财政局应当在每年3月底前将资金拨付到位。") == []


def test_of_another_document() -> None:
    assert holds("村卫生室运行保障措施管到什么时候", "本措施有效期至2028年12月31日。") == [False]
