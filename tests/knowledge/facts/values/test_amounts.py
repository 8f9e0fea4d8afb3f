"""A figure is asked for in the words around it: a deed by how many, a share by how much, what is there by how many."""

import pytest

from tests.knowledge.pairs import questions, wordings


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("每名家庭医生联系150户。", "每名家庭医生联系多少户？"),
        ("全县实行干部包联制度，每名包联干部联系15户。", "每名包联干部联系多少户？"),
        ("每名护士护理12名患者。", "每名护士护理多少名患者？"),
        ("基层卫生专项经费拨付86万元。", "基层卫生专项经费拨付多少元？"),
        ("专项经费安排350万元。", "专项经费安排多少元？"),
        ("60岁以上人口占21.4%。", "60岁以上人口占多少？"),
        ("全县65岁以上老年人口占21.4%。", "65岁以上老年人口占多少？"),
        ("全县60岁以上常住人口21.4%。", "60岁以上常住人口占多少？"),
        ("全县常住人口86.4万。", "常住人口有多少？"),
        ("公共场所平均每10万人只有自动体外除颤器9台。", "公共场所平均每10万人有多少台自动体外除颤器？"),
        ("到2028年，村医岗位补贴提高到每月1000元。", "村医岗位补贴要提高到每月多少元？"),
        ("急救出车费提高到每次80元。", "急救出车费提高到每次多少元？"),
    ],
)
def test_a_figure(words: str, question: str) -> None:
    assert question in questions(words)


@pytest.mark.parametrize(
    ("words", "never"),
    [
        ("全县60岁以上常住人口21.4%。", "多少人"),
        ("每名家庭医生联系150户。", "联系有"),
        ("县卫健局编制缺口不足30名。", "编制了"),
        ("服务人口不足800人，或者距卫生院不到2公里的行政村，可以合并设置。", "多少人"),
    ],
)
def test_what_is_not_asked_of_a_figure(words: str, never: str) -> None:
    assert [wording for wording in wordings(words) if never in wording] == []
