"""Dates as documents write them: 2026年3月12日, 二〇二六年三月, （2026年3月12日）."""

from __future__ import annotations

import re

from loaders.metadata.metadata import PartialDate

_MONTH_OR_DAY = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = (
    r"(?P<year>20\d\d|二[〇○零O0][一二三]?[〇○零O0一二三四五六七八九])\s?年\s?"
    rf"(?:(?P<month>{_MONTH_OR_DAY})\s?月)?\s?(?:(?P<day>{_MONTH_OR_DAY})\s?日)?"
)
_FOUND = re.compile(_DATE)
_LINE = re.compile(
    rf"(?:(?:时间|日期|成文日期|印发日期)\s?[:：])?[(（]?\s?{_DATE}(?:[上下]午|印发)?\s?(?:[,，][^)）]{{0,20}})?[)）]?"
)
# After the name of a body on the same line only a whole date is one.
_AT_END = re.compile(rf".{{2,30}}[\s　(（]{_DATE}[)）]?")
_RANGE = re.compile(r"(20\d\d)\s?年?\s?[-—–~～至到]{1,2}\s?20\d\d")
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")


def date_of_line(words: str) -> PartialDate | None:
    """The date that a line consists of or ends with, None for any other line."""
    if match := _LINE.fullmatch(words.strip()):
        return _date(match)
    match = _AT_END.fullmatch(words.strip())
    return _date(match) if match and match["day"] else None


def year_named(title: str) -> int | None:
    """The year that a title names; of 2026—2028年 the first."""
    if match := _RANGE.search(title):
        return int(match[1])
    match = _FOUND.search(title)
    return _numeral(match["year"]) if match else None


def _date(match: re.Match[str]) -> PartialDate:
    month, day = match["month"], match["day"]
    return PartialDate(
        _numeral(match["year"]), _numeral(month) if month else None, _numeral(day) if day else None
    )


def _numeral(words: str) -> int:
    if words.isdecimal():
        return int(words)
    digits = words.translate(_DIGITS)
    if "十" not in digits:
        return int(digits)
    tens, _, ones = digits.partition("十")
    return int(tens or 1) * 10 + int(ones or 0)
