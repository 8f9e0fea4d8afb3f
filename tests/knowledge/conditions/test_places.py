"""A place that a question names is recognised, with its suffix or without; which one of many is none."""

import pytest

from knowledge.conditions.places import places_in
from knowledge.lexicon.thesaurus import field_words
from knowledge.text.analyzer import Analyzer

ANALYZER = Analyzer(field_words())
OF_DOCUMENTS = ("青汀", "澜江", "砚桥")
CORPUS = "试点 家庭医生 重点 健康 儿童医院 村卫生室 示范 签约 次中心 乡镇 托育 岗位 群众 就诊 共享 强县"


def named(question: str) -> list[str]:
    text = ANALYZER.normalise(question)
    words = list(ANALYZER.whole_words(text))
    return [place.text for place in places_in(text, words, OF_DOCUMENTS, lambda word: word in CORPUS)]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("红枫县家庭医生签约率要达到多少？", ["红枫县"]),
        ("家庭医生签约率，红枫县要到多少", ["红枫县"]),
        ("杭州市儿童医院什么时候搬迁", ["杭州市"]),
        ("杭州的儿童医院什么时候搬迁", ["杭州"]),
        ("沛县有几家医院", ["沛县"]),
        ("准格尔旗有几家医院", ["准格尔旗"]),
        ("锡林郭勒盟有几家医院", ["锡林郭勒盟"]),
        ("青汀县和红枫县的托位数哪个高？", ["青汀县", "红枫县"]),
        ("青汀的托位数", ["青汀"]),
        ("青汀县里拍的片子还用重拍吗", ["青汀"]),
        ("汐州市的托位数", ["汐州市"]),
        ("远山县的托位数", ["远山县"]),
        ("青汀县和江城市的托位数哪个高", ["青汀县", "江城市"]),
        ("红枫省和汐州市的托位数谁高", ["红枫省", "汐州市"]),
        ("青汀县石门镇卫生院什么时候竣工", ["青汀县", "石门镇"]),
        ("砚桥区委书记是谁", ["砚桥区"]),
        ("澜江省每年招多少医学生", ["澜江省"]),
    ],
)
def test_places_are_recognised(question: str, places: list[str]) -> None:
    assert named(question) == places


@pytest.mark.parametrize(
    "question",
    [
        "全市新增多少托位",
        "各县的签约率",
        "哪些县提到托育",
        "试点县有几个",
        "县域内就诊率要到多少",
        "村卫生室怎么建",
        "改造、新建村卫生室各多少所",
        "强县惠乡工程是什么",
        "大病能不能不出县治",
        "小区里怎么放急救设备",
        "乡村医生的岗位补助",
        "集采给群众省了多少钱",
        "市场监管局负责什么",
        "深山区的卫生室怎么建",
        "老城区有几家医院",
        "各省城市医疗集团建几个",
    ],
)
def test_other_words_are_no_places(question: str) -> None:
    assert named(question) == []
