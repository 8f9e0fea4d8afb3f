"""What is shared out and what somebody must have is asked where the text tells it, each once."""

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


SHARED = "医保基金结余部分的60%用于人员奖励，30%用于事业发展，10%作为风险金"


@pytest.mark.parametrize("words", ["结余资金的60%用于奖励、40%用于发展。", f"{SHARED}。"])
def test_shares_are_no_goals_beside(words: str) -> None:
    assert [pair.kind for pair in asked(words) if pair.kind != "how"] == ["fact"]


def test_what_stands_after_the_shares_is_asked_for_itself() -> None:
    words = f"{SHARED}，年底前签约率达到70%。"
    pairs = {pair.question: pair for pair in asked(words)}
    said = pairs["医保基金结余部分怎么分配？"].said
    assert said and said[1] - said[0] == len(SHARED)
    assert "签约率的目标是多少？" in pairs


@pytest.mark.parametrize(
    "words",
    [
        "签约率达到60%、管理率达到70%。",
        "60%的村卫生室配备康复设备，40%的乡镇卫生院开设儿科。",
        "医保基金结余部分的60%用于人员奖励。",
    ],
)
def test_what_is_not_shared_out_has_no_shares(words: str) -> None:
    assert [pair.question for pair in asked(words) if "怎么分配" in pair.question] == []
