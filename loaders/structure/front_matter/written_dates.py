"""Dates as documents write them: 2026年3月12日, 二〇二六年三月, （2026年3月12日）."""

from __future__ import annotations

import re

from loaders.metadata.metadata import PartialDate
from loaders.structure.official.bodies import bodies_named

_MONTH_OR_DAY = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = (
    r"(?P<year>20\d\d|二[〇○零O0][一二三]?[〇○零O0一二三四五六七八九])\s?年\s?"
    rf"(?:(?P<month>{_MONTH_OR_DAY})\s?月)?\s?(?:(?P<day>{_MONTH_OR_DAY})\s?日)?"
)
_FOUND = re.compile(_DATE)
_LINE = re.compile(rf"(?:(?:时间|日期|成文日期|印发日期)\s?[:：])?\s?{_DATE}(?:[上下]午|印发)?")
_BRACKETED = re.compile(rf"[(（]\s?{_DATE}(?:[上下]午)?\s?(?:[,，][^)）]{{0,20}})?[)）]")
# The note under the title of a regulation: （2027年1月5日县人民政府第12次常务会议通过）.
_PASSED = re.compile(
    rf"[(（]\s?{_DATE}[^)）]{{0,80}}(?:通过|公布|发布|颁布|批准|修订|修正|施行|印发)[^)）]{{0,80}}[)）]"
)
_ISO = re.compile(r"(?P<year>20\d\d)([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
# After the name of a body on the same line only a whole date is one.
_AT_END = re.compile(rf"(?P<before>.{{2,60}}?)[\s　(（]+{_DATE}[)）]?")
_RANGE = re.compile(r"(20\d\d)\s?年?\s?[-—–~～至到]{1,2}\s?20\d\d")
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")


def date_of_line(words: str) -> PartialDate | None:
    """The date that a line consists of or ends with, None for any other line."""
    for pattern in (_LINE, _BRACKETED, _PASSED, _ISO):
        if match := pattern.fullmatch(words.strip()):
            return _date(match)
    match = _AT_END.fullmatch(words.strip())
    return _date(match) if match and match["day"] and bodies_named(match["before"]) else None


def bodies_before_date(words: str) -> tuple[str, ...]:
    """The bodies before the whole date at the end of a line (市卫健局　2026年6月30日), none for any other line."""
    match = _AT_END.fullmatch(words.strip())
    return bodies_named(match["before"]) if match and match["day"] else ()


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
