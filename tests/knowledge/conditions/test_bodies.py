"""A numbered or unknown body and a quoted term of a question must stand in the text."""

import pytest

from knowledge.conditions.bodies import conditions_on_bodies
from knowledge.conditions.condition import Evidence
from knowledge.documents import Document
from knowledge.lexicon.thesaurus import field_words
from knowledge.text.analyzer import Analyzer

ANALYZER = Analyzer(field_words())
DOCUMENT = Document("d", "在砚桥区公立医院推进会上的讲话", "a.txt")


def unmet(question: str, passage: str) -> list[str]:
    text, passage = ANALYZER.normalise(question), ANALYZER.normalise(passage)
    evidence = Evidence(DOCUMENT, about=DOCUMENT.title, text=passage)
    conditions = conditions_on_bodies(
        text, list(ANALYZER.whole_words(text)), lambda word: word in passage + "县中心"
    )
    return [condition.text for condition in conditions if not condition.holds(evidence)]


@pytest.mark.parametrize(
    ("question", "passage"),
    [
        ("区第二人民医院要转型成什么", "区第二人民医院转型为老年医院。"),
        ("二院要转型成什么", "区第二人民医院转型为老年医院。"),
        ("第六届县运会什么时候开", "县第六届运动会9月举行。"),
        ("哪几家医院收支是负的", "6家医院中有4家收支结余为负。"),
        ("念过大学的去村里干几年能入编", "大学生村医服务满三年的入编。"),
        ("“三高供管”是怎么回事", "实施“三高共管”。"),
    ],
)
def test_what_the_text_names(question: str, passage: str) -> None:
    assert unmet(question, passage) == []


@pytest.mark.parametrize(
    ("question", "passage", "text"),
    [
        ("区第三人民医院要转型成什么", "区第二人民医院转型为老年医院。", "第3人民医院"),
        ("第七届县运会什么时候开", "县第六届运动会9月举行。", "第七届"),
        ("协和医院要转型成什么", "区第二人民医院转型为老年医院。", "协和医院"),
        ("“县聘镇用”是什么意思", "实施“三高共管”。", "县聘镇用"),
    ],
)
def test_what_the_text_does_not_name(question: str, passage: str, text: str) -> None:
    assert unmet(question, passage) == [text]
