"""How many there are in all is told only by a figure that counts the thing itself."""

import pytest

from knowledge.conditions.attributes.counts import conditions_on_counts
from tests.knowledge.conditions.asking import meets


def told(question: str, passage: str) -> bool:
    return meets(conditions_on_counts, question, passage)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("一共有多少名护士", "全院现有护士412名。"),
        ("护士现有多少名", "医院有412名护士，医生208名。"),
        ("上半年有多少件患者投诉", "患者投诉31件，其中9件是嫌排队久。"),
        ("康复驿站一共有多少名治疗师", "康复驿站设在两个街道。现有治疗师9名。"),
        ("要建多少家托育机构", "今年新建3家。"),  # how many there are to be is not how many there are
        ("哪几家医院设了康复驿站", "康复驿站6月开张。"),  # asks which
        ("沿江有多少个乡镇", "沿江6个乡镇的康复驿站年底建成投用。"),
        ("护士一共下乡多少场", "护士下乡每年120场。"),
        ("有多少名具有执业(助理)医师资格的村医", "村医具有执业(助理)医师资格的只有131名。"),
    ],
)
def test_a_figure_that_counts_it(question: str, passage: str) -> None:
    assert told(question, passage)


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("康复驿站一共有多少名医生", "设立6个康复驿站，医生轮流坐诊，康复患者达到600人。"),
        ("一共有多少所村卫生室", "改造村卫生室21所，由巡诊车代管的村有9个。"),
        ("一共配了多少辆流调车", "各县疾控中心配流调车不少于2辆。"),
        ("现有急救员多少名", "今年培训急救员3万名。"),
        ("沿江有多少个乡镇", "沿江新增6个乡镇康复驿站。"),
        (
            "市儿童医院有多少名护士",
            "全市护士2.1万名。市儿童医院年内搬迁。乡镇卫生院不变。市人民医院派出31名护士。",
        ),
    ],
)
def test_a_figure_of_something_else(question: str, passage: str) -> None:
    assert not told(question, passage)
