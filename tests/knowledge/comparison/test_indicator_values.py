"""What the documents say of an indicator, however it is asked for."""

from collections import Counter
from pathlib import Path

import pytest

from knowledge.comparison.comparison import passages_of_each, values_of_each
from knowledge.comparison.indicator_values import indicators_named, readings
from tests.knowledge.plans import plans

KNOWN = Counter({"县域内就诊率": 3, "县域内基层就诊率": 1, "居民健康素养水平": 2, "新增托位": 1})


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("县域内就诊率", "县域内就诊率"),
        ("县域就诊率", "县域内就诊率"),
        ("各地县域就诊率目标是多少", "县域内就诊率"),
        ("健康素养", "居民健康素养水平"),
        ("就诊率", "县域内就诊率"),
        ("托位要达到多少？", "新增托位"),
        ("食堂", None),
        ("", None),
        ("是多少", None),
    ],
)
def test_the_indicator_that_is_meant(words: str, first: str | None) -> None:
    assert next(iter(indicators_named(words, KNOWN)), None) == first


def test_goals_and_present_values_by_place_and_year(tmp_path: Path) -> None:
    found = readings(plans(tmp_path), "县域就诊率")
    said = [
        (value.document.place, value.present, value.op, value.value, value.year) for value in found.values
    ]
    assert said == [
        ("云溪", False, ">=", "88%", None),
        ("云溪", False, ">=", "90%", None),
        ("澜江", True, "=", "86.5%", 2025),
        ("澜江", False, ">=", "92%", 2028),
    ]
    assert all(value.value in value.sentence and value.section for value in found.values if value.value)


def test_a_blank_stays_a_blank(tmp_path: Path) -> None:
    found = readings(plans(tmp_path), "老年人健康管理率")
    assert [value.value for value in found.values] == ["68%", None]


def test_a_scope_narrows_them(tmp_path: Path) -> None:
    knowledge = plans(tmp_path)
    (speech,) = (document for document in knowledge.documents() if document.path == "speech.txt")
    found = readings(knowledge, "县域内就诊率", (speech.id,))
    assert {value.document.path for value in found.values} == {"speech.txt"}


def test_a_matter_is_no_indicator(tmp_path: Path) -> None:
    knowledge = plans(tmp_path)
    assert values_of_each(knowledge, "医共体") is None
    assert values_of_each(knowledge, "各地县域就诊率目标是多少") is not None
    sides = passages_of_each(knowledge, "医共体")
    assert len({side.document.id for side in sides}) == len(sides) == 3
    assert all("医共体" in side.passage for side in sides)
    assert passages_of_each(knowledge, "火箭发射") == []
