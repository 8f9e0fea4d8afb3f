"""Dates as documents write them: 2026年3月12日, 二〇二六年三月, （2026年3月12日）."""

from __future__ import annotations

import re

from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.structure.official.bodies import is_body

_MONTH_OR_DAY = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE = (
    r"(?P<year>20\d\d|二[〇○零O0][一二三]?[〇○零O0一二三四五六七八九])年"
    rf"(?:(?P<month>{_MONTH_OR_DAY})月)?(?:(?P<day>{_MONTH_OR_DAY})日)?"
)
_FOUND = lazy_pattern(_DATE)
_LINE = lazy_pattern(rf"(?:(?:时间|日期|成文日期|印发日期)[:：])?{_DATE}(?:[上下]午|印发)?")
_BRACKETED = lazy_pattern(rf"[(（]{_DATE}(?:[上下]午)?(?:[,，][^)）]{{0,20}})?[)）]")
# The note under the title of a regulation: （2027年1月5日县人民政府第12次常务会议通过）.
_PASSED = lazy_pattern(
    rf"[(（]{_DATE}[^)）]{{0,80}}(?:通过|公布|发布|颁布|批准|修订|修正|施行|印发)[^)）]{{0,80}}[)）]"
)
_ISO = lazy_pattern(r"(?P<year>20\d\d)([-./])(?P<month>\d{1,2})\2(?P<day>\d{1,2})")
# After the name of a body on the same line only a whole date is one.
_AT_END = lazy_pattern(rf"[(（]?(?P<before>[^\d]{{2,60}}?){_DATE}[)）]?")
_RANGE = lazy_pattern(r"(20\d\d)年?[-—–~～至到]{1,2}20\d\d")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")


def date_of_line(words: str) -> PartialDate | None:
    """The date that a line consists of, or ends with after the name of a body; None for any other line."""
    whole = _squeezed(words)
    for pattern in (_LINE, _BRACKETED, _PASSED, _ISO):
        if match := pattern.fullmatch(whole):
            return _date(match)
    match = _AT_END.fullmatch(whole)
    return _date(match) if match and match["day"] and is_body(match["before"]) else None


def bodies_before_date(words: str) -> tuple[str, ...]:
    """The bodies before the whole date at the end of a line (市卫健局　2026年6月30日), none for any other line."""
    match = _AT_END.fullmatch(_squeezed(words))
    return (match["before"],) if match and match["day"] and is_body(match["before"]) else ()


def _squeezed(words: str) -> str:
    """A line without white space, its figures in one width: offices print ２０２６ 年 and 2 0 2 6 年 too."""
    return "".join(words.split()).translate(_FULL_WIDTH)


def year_named(title: str) -> int | None:
    """The year that a title names; of 2026—2028年 the first."""
    whole = _squeezed(title)
    if match := _RANGE.search(whole):
        return int(match[1])
    match = _FOUND.search(whole)
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
