"""Numerals in running text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.text.numerals import find_numbers, half_width, normalise_numbers, parse_int, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("二〇二五", "2025"),
        ("二0二0", "2020"),
        ("二○二六", "2026"),
        ("十", "10"),
        ("十五", "15"),
        ("二十", "20"),
        ("九十九", "99"),
        ("一百二十", "120"),
        ("一百零五", "105"),
        ("三千六百", "3600"),
        ("两万五千", "25000"),
        ("一亿二千万", "120000000"),
        ("3.5万", "35000"),
        ("4.1万", "41000"),
        ("2千万", "20000000"),
        ("1,200", "1200"),
        ("６５", "65"),
        ("两", "2"),
        ("两三", "3"),
        ("三五", "5"),
        ("零", "0"),
    ],
)
def test_numeral(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "医院", "3家", "一体", "1" * 5000, "x", "3.5.2"])
def test_not_a_numeral(text: str) -> None:
    assert parse_number(text) is None


def test_whole_numbers_only() -> None:
    assert parse_int("三十") == 30
    assert parse_int("3.5") is None
    assert parse_int("3.5万") == 35000


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("达到百分之七十以上", [("70", "%")]),
        ("千分之五", [("5", "‰")]),
        ("接种率达95.5%，死亡率7.2‰", [("95.5", "%"), ("7.2", "‰")]),
        ("七成的卫生院", [("70", "%")]),
        ("七成半", [("75", "%")]),
        ("一半的村", [("50", "%")]),
        ("新增３．５万张", [("35000", "")]),
        ("成立三成就两", [("3", ""), ("2", "")]),
        ("没有数", []),
    ],
)
def test_numbers_in_text(text: str, numbers: list[tuple[str, str]]) -> None:
    assert [(number.value, number.share) for number in find_numbers(text)] == [
        (Decimal(v), s) for v, s in numbers
    ]


def test_offsets_count_the_text_given() -> None:
    (number,) = find_numbers("新增３．５万张")
    assert (number.start, number.end) == (2, 6)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("三年内建多少家", "3年内建多少家"),
        ("二〇二五年目标", "2025年目标"),
        ("百分之七十的村", "70%的村"),
        ("七成以上", "70%以上"),
        ("十五个工作日", "15个工作日"),
        ("６５岁以上", "65岁以上"),
        ("一体化和三级医院", "一体化和三级医院"),
        ("“十四五”末", "“十四五”末"),
        ("五大中心", "五大中心"),
    ],
)
def test_question_normalisation(text: str, normal: str) -> None:
    assert normalise_numbers(text) == normal


def test_half_width_keeps_the_length() -> None:
    assert half_width("２０２６年，达到９５％") == "2026年，达到95%"


@pytest.mark.parametrize("pattern", ["1", "一", "百", "1.", "1,", "百分之", "3万", "半"])
def test_hostile_text_is_read_to_its_end(pattern: str) -> None:
    text = (pattern * 100_000)[:100_000]  # a square of this many steps would outlast any patience
    assert all(0 <= number.start < number.end <= len(text) for number in find_numbers(text))
    assert normalise_numbers(text)
