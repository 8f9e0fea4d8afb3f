"""A question is made of a whole: no slice of a clause, no bound of a case, no act for the thing that it brings."""

import pytest

from tests.knowledge.pairs import questions


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("督导组抽了20次教学查房。", "督导组抽了多少次教学查房？"),
        ("购置液质联用仪1台，7月到位，检测项目扩展到97项。", "液质联用仪什么时候到位？"),
        ("戒烟药物首疗程由公卫经费给予50%补贴，每人最高300元。", "戒烟药物首疗程每人最高多少元？"),
    ],
)
def test_a_whole_question(words: str, question: str) -> None:
    assert question in questions(words, "其他")


@pytest.mark.parametrize(
    ("words", "slice_of_it"),
    [
        ("东院区定在7月16日开诊，一期开放床位420张。", "东院区定"),
        ("血库实行最低库存预警，红细胞库存低于3天用量时发黄色预警。", "多少天"),
        ("区卫生健康局设立举报信箱，区纪委监委派驻纪检组对资金兑付全程监督。", "怎样设立"),
    ],
)
def test_a_slice_makes_none(words: str, slice_of_it: str) -> None:
    assert not any(slice_of_it in question for question in questions(words, "其他"))


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("对新入职保育师开展岗前培训，由区职业教育中心承办。", "新入职保育师培训由谁承办？"),
        (
            "成立县院前急救工作专班，由副县长卢映川任组长，县卫健局局长景若松任副组长，专班办公室设在县急救指挥中心。",
            "县院前急救工作专班办公室设在哪里？",
        ),
    ],
)
def test_a_duty_is_that_of_an_activity(words: str, question: str) -> None:
    assert question in questions(words, "其他")


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("7月第一个工作日，新建的流动献血点投入使用。", "新建的流动献血点什么时候投入使用？"),
        ("2026年连溪县中心设床80张，9月前开诊。", "连溪县中心什么时候开诊？"),
    ],
)
def test_what_is_due_is_the_thing_that_is_there_then(words: str, question: str) -> None:
    assert question in questions(words, "其他")
