"""A document that says one thing again and again is read in proportion to its length, and not much longer than prose."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.indexing import worker
from tests.growth import MOST, growth, repeated, seconds

HEAD = "青汀县2026年卫生健康工作要点\n2026年3月1日\n一、总体要求\n"
PROSE = (Path(__file__).parents[3] / "corpus" / "青汀县2027年工作要点.txt").read_text(encoding="utf-8")
MOST_OF_PROSE = 20  # times as long as prose of the same length
MOST_ROWS = 5  # times as many bytes of rows for four times the text
WIDE = 13_000  # Chinese characters in 40 KB

FRAGMENTS = (
    *("1", "12 ", "1.1", "1,000", "10%、", "新增1个", "达到", "提高到90%", "X", "□", "每年", "6月", "6月底前", "1年内", "2026年6月，"),
    *("年", "要", "由", "和", "的", "局、", "（", "）", "“", "《", "，", "；", "责任单位：", "分别", "其余", "全覆盖", "（一）", "一是"),
    *("1\n", "任务\n", "6月底前完成。\n", "- 1\n", "# a\n", "a\n\n", "**a", "|a|b|\n", "[", "`", "http://a "),
)  # fmt: skip


def work(text: str) -> dict[str, object]:
    made = worker.work({"path": "a.txt", "entries": [], "holidays": []}, text.encode())
    assert "rows" in made, made
    return made


def document(fragment: str) -> Callable[[int], str]:
    return lambda length: HEAD + repeated(fragment, length) + "\n"


TABLES: dict[str, Callable[[int], str]] = {
    "times in a cell": lambda n: (
        f"# 要点\n\n|任务|完成时限|\n|-|-|\n|建设中心|{repeated('6月', n)}|\n|甲|乙|\n"
    ),
    "goals in a cell": lambda n: (
        f"# 要点\n\n|任务|2027年目标|\n|-|-|\n|建设中心|{repeated('1个', n)}|\n|甲|乙|\n"
    ),
    "bodies in a cell": lambda n: (
        f"# 要点\n\n|任务|责任单位|\n|-|-|\n|建设中心|{repeated('县局、', n)}|\n|甲|乙|\n"
    ),
    "a name of a column": lambda n: (
        f"# 要点\n\n|{repeated('任务', n // 4)}|b|\n|-|-|\n{repeated('|a|b|', n // 2)}"
    ),
    "a heading": lambda n: f"## {repeated('任务', n // 4)}\n{repeated('要完成。', n // 2)}",
    "blanks in a line": lambda n: f"{HEAD}- {' ' * n}x\n",
}


@pytest.fixture(autouse=True, scope="module")
def _prepared() -> None:
    work(HEAD + "2026年6月底前，新增床位500张。\n")


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_four_times_the_text_takes_about_four_times_as_long(fragment: str) -> None:
    assert growth(work, document(fragment), (1000, 4000)) <= MOST


@pytest.mark.parametrize("fragment", ["1", "每年", "6月", "2026年", "10%、", "新增1个"])
def test_it_stays_so_to_forty_kilobytes(fragment: str) -> None:
    assert growth(work, document(fragment), (WIDE // 4, WIDE)) <= MOST


@pytest.mark.parametrize("fragment", ["1", "每年", "6月", "1年内", "1\n", "a\n\n"])
def test_it_takes_not_much_longer_than_prose(fragment: str) -> None:
    prose = min(seconds(work, repeated(PROSE, 4000)) for _ in range(3))
    assert min(seconds(work, document(fragment)(4000)) for _ in range(3)) <= MOST_OF_PROSE * prose


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_tables_and_headings_are_no_exception(make: Callable[[int], str]) -> None:
    assert growth(work, make, (1000, 4000)) <= MOST


@pytest.mark.parametrize("make", [*TABLES.values(), *map(document, ("6月", "1个", "新增1个"))])
def test_what_is_stored_grows_with_the_text(make: Callable[[int], str]) -> None:
    short, long = (len(json.dumps(work(make(length)))) for length in (2000, 8000))
    assert long <= MOST_ROWS * short
