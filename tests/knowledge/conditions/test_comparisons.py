"""An answer to a comparison speaks of both things compared."""

from functools import partial

import pytest

from knowledge.conditions.comparisons import conditions_on_comparisons, each_tells
from knowledge.conditions.condition import Condition, Evidence
from knowledge.documents import Document
from knowledge.lexicon import thesaurus
from knowledge.query.query import QueryParser
from knowledge.text.analyzer import Analyzer

ANALYZER = Analyzer(thesaurus.field_words())
PARSER = QueryParser(ANALYZER, thesaurus.built_in())
DOCUMENT = Document("d", "工作要点", "a.txt")


def evidence(passage: str) -> Evidence:
    return Evidence(DOCUMENT, about="", text=ANALYZER.normalise(passage))


def met(question: str, passage: str) -> bool:
    query = PARSER.parse(question)
    conditions = conditions_on_comparisons(query.normalised, (), query.concepts, lambda word: 3.0)
    return all(condition.holds(evidence(passage)) for condition in conditions)


BEDS = "三级医院每床日480元、二级医院每床日390元。"


@pytest.mark.parametrize(
    ("question", "passage", "told"),
    [
        ("三级医院和二级医院的床日费哪个高", BEDS, True),
        ("三级医院和乡镇卫生院的床日费哪个高", BEDS, False),
        ("石材企业和电镀企业的超标率哪个高", "石材和家具企业的粉尘超标率分别为23%和17%。", False),
        ("石材企业和家具企业的超标率哪个高", "石材和家具企业的粉尘超标率分别为23%和17%。", True),
        ("病床使用率比妇幼保健院低多少", "病床使用率78%，比县人民医院低12个百分点。", False),
        ("诊疗人次比三年前多多少", "诊疗人次比三年前多了118万。", True),
    ],
)
def test_both_sides_are_spoken_of(question: str, passage: str, told: bool) -> None:
    assert met(question, passage) is told


def test_a_side_tells_of_what_is_compared() -> None:
    query = PARSER.parse("甲县和乙县的平均住院日哪个短")
    is_of = partial(lambda facts: "乙县" in facts.text)
    [side] = each_tells([Condition("place", "乙县", is_of, side=True)], query.concepts, lambda word: 3.0)
    assert side.holds(evidence("乙县平均住院日7.2天。"))
    assert not side.holds(evidence("乙县新增托位280个。"))
