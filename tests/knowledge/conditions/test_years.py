"""A passage is of the years that it names, that its dates mean and that its document is of."""

import pytest

from knowledge.conditions.condition import Evidence
from knowledge.conditions.years import conditions_on_years
from knowledge.documents import Document
from loaders.metadata.metadata import PartialDate

SPEECH = Document("d", "在全市卫生健康工作会议上的讲话", "a.txt", date=PartialDate(2026, 3, 12))
PLAN = Document("p", "三年行动计划（2026—2028年）", "p.txt", date=PartialDate(2026))


def holds(question: str, text: str, document: Document = SPEECH, years: frozenset[int] = frozenset()) -> bool:
    evidence = Evidence(document, about=document.title, text=text, years=years)
    return all(condition.holds(evidence) for condition in conditions_on_years(question))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("2028年托位数要到多少", "到2028年底托位数达到5.5个"),
        ("2026年托位数要到多少", "托位数达到5.5个"),
        ("2025年接种率是多少", "去年接种率是96%"),
        ("2027年建几个", "明年建2个"),
        ("2030年要到多少", "“十五五”末达到55%"),
        ("“十五五”要到多少", "“十五五”期间达到55%"),
        ("24年的接种率", "2024年接种率是96%"),
        ("2027年的签约率", "指标：签约率；2027：62%"),
    ],
)
def test_what_is_of_the_year(question: str, text: str) -> None:
    assert holds(question, text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("2033年托位数要到多少", "到2028年底托位数达到5.5个"),
        ("2030年托位数要到多少", "对标“健康霁岭2030”，托位数达到5.5个"),
        ("2030年托位数要到多少", "按照《全民健身实施计划（2026—2030年）》，托位数达到5.5个"),
        ("2017年接种率是多少", "去年接种率是96%"),
        ("“十三五”要到多少", "“十五五”期间达到55%"),
        ("24年的接种率", "接种率是96%"),
    ],
)
def test_what_is_of_another_year(question: str, text: str) -> None:
    assert not holds(question, text)


def test_years_that_are_compared_are_sides() -> None:
    for question in ("2026年和2027年各建几个", "2026还是2027年建得多", "2026年、2027年分别建几个"):
        assert [(c.text, c.side) for c in conditions_on_years(question)] == [
            ("2026年", True),
            ("2027年", True),
        ]
    assert [c.side for c in conditions_on_years("2026年建了几个")] == [False]


def test_a_plan_for_several_years_is_of_each() -> None:
    assert holds("2027年建几个", "建2个", PLAN)
    assert not holds("2029年建几个", "建2个", PLAN)


def test_a_row_is_of_the_years_of_its_columns() -> None:
    row = Evidence(
        PLAN, about=PLAN.title, text="全科医生数 3.1 3.4 4.2", columns=frozenset({2025, 2026, 2028})
    )
    (met,), (unmet,) = conditions_on_years("2028年要多少"), conditions_on_years("2027年要多少")
    assert met.holds(row) and not unmet.holds(row)


def test_dates_count_as_years() -> None:
    assert holds("2035年建几个", "建2个", years=frozenset({2035}))


@pytest.mark.parametrize(
    "question", ["去年接种率是多少", "干满25年给多少", "（2026—2028年）行动计划说了什么"]
)
def test_no_condition(question: str) -> None:
    assert list(conditions_on_years(question)) == []
