"""Years are named in digits, in two of them, or counted from today; lengths and ages name none."""

import datetime as dt

import pytest

from knowledge.query.named_years import years_named

TODAY = dt.date(2026, 11, 30)


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("云溪2027年的目标", {2027}),
        ("云溪县24年签约率", {2024}),
        ("去年签约率", {2025}),
        ("上一年签约率", {2025}),
        ("上1年签约率", {2025}),  # as normalisation writes it
        ("前1年签约率", {2025}),
        ("前年签约率", {2024}),
        ("24年前三季度签约率", {2024}),
        ("10年前的旧系统还有多少家", set()),
        ("20年前的旧系统还有多少家", set()),
        ("目前年门诊量", set()),
        ("今后年均新建几个", set()),
        ("60岁以上年龄组签约率", set()),
        ("后年建成吗", {2028}),
        ("上年纪的护士能不熬夜吗", set()),
        ("干满25年的村医", set()),
        ("要在25年内建成", set()),
    ],
)
def test_years(question: str, years: set[int]) -> None:
    assert set(years_named(question, TODAY)) == years
