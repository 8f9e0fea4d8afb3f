"""What somebody must have is asked where the text tells it, not where it only points on to a list elsewhere."""

import pytest

from tests.knowledge.pairs import asked


@pytest.mark.parametrize(
    ("words", "question", "told"),
    [
        ("新聘药师应当具备主管药师以上资格。", "新聘药师应当具备什么资格？", "主管药师以上资格"),
        (
            "新聘乡村医生应当符合下列条件：年龄在45岁以下，具有执业资格。",
            "新聘乡村医生应当具备什么条件？",
            "具有执业资格",
        ),
    ],
)
def test_what_somebody_must_have(words: str, question: str, told: str) -> None:
    (pair,) = [pair for pair in asked(words) if pair.question == question]
    at = words.index(told)
    assert pair.said is not None
    assert pair.said[1] - pair.said[0] >= at + len(told)


@pytest.mark.parametrize(
    "words",
    ["村卫生室应当具备以下条件：", "护理人员须具备相应资质。", "定点医疗机构应当具备有关资格。"],
)
def test_what_points_elsewhere_is_not_asked(words: str) -> None:
    assert [pair.question for pair in asked(words) if "应当具备什么" in pair.question] == []
