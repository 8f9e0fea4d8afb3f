"""A question that compares two years is told from one that only names them, with its place and its matter."""

import pytest

from knowledge.query.year_comparisons import year_comparison

PLACES = {"青汀", "岚川"}
COMPARISONS = [
    ("青汀2026年和2027年有什么变化", (2026, 2027), "青汀", ""),
    ("青汀县26年和27年的工作要点对比一下", (2026, 2027), "青汀", ""),
    ("青汀2027年比2026年多了哪些任务", (2026, 2027), "青汀", ""),
    ("2027年和上一年比有什么变化", (2026, 2027), "", ""),
    ("今年和明年青汀的目标有什么变化", (2026, 2027), "青汀", ""),
    ("去年和今年的重点工作有啥不一样", (2025, 2026), "", ""),
    ("与2026年相比，青汀县2027年家庭医生签约率有哪些调整", (2026, 2027), "青汀", "家庭医生签约率"),
    ("跟去年比，村卫生室建设新增了哪些任务", (2025, 2026), "", "村卫生室建设"),
    ("2026年和2027年签约率分别是多少", (2026, 2027), "", "签约率"),
    ("青汀2027年重点人群签约率比2026年提高多少", (2026, 2027), "青汀", "重点人群签约率"),
]


@pytest.mark.parametrize(("question", "years", "place", "matter"), COMPARISONS)
def test_two_years_are_compared(question: str, years: tuple[int, int], place: str, matter: str) -> None:
    compared = year_comparison(question, PLACES, 2026)
    assert compared and (compared.years, compared.place, compared.matter) == (years, place, matter)


@pytest.mark.parametrize(
    "question",
    [
        "2026年签约率是多少",
        "今年有什么变化",
        "青汀和岚川2026年有什么不同",
        "2026年和2027年谁牵头",
        "2025年、2026年和2027年有什么变化",
        "",
    ],
)
def test_anything_else_is_no_comparison_of_years(question: str) -> None:
    assert year_comparison(question, PLACES, 2026) is None


def test_a_relative_year_needs_the_day() -> None:
    assert year_comparison("跟去年相比有什么变化", PLACES, None) is None
