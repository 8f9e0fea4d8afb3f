"""Whether a document is in force: a draft, one that another abolishes, one whose time is limited (有效期, 试行两年)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from knowledge.text.numerals import parse_int
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.metadata.validity_terms import DAY, FOR_YEARS, UNTIL

_DRAFT = lazy_pattern(r"征求意见稿|送审稿|讨论稿|审议稿|代拟稿|草案|草稿|初稿")
_FROM = lazy_pattern(rf"(?:自|从){DAY}起(?:施行|实施|试行|执行)")
_ABOLISHES = lazy_pattern(r"[^。\n]*(?:废止|停止执行|失效)[^。\n]*")
_NOT_YET = lazy_pattern(r"(?:清理|建议|拟|应当|逐步).{0,12}废止|废止.{0,4}(?:工作|程序|情况)")
_TITLE = lazy_pattern(r"《([^《》]{4,80})》")
_NUMBER = lazy_pattern(r"[\u4e00-\u9fff]{2,10}[〔\[（(]20\d\d[〕\]）)]\d{1,4}号")


def is_draft(title: str) -> bool:
    """Whether a title says that the document is not issued yet."""
    return bool(_DRAFT.search(title))


def expires_on(text: str, issued: PartialDate | None) -> dt.date | None:
    """The last day on which a document is in force, None where it tells none; `issued` is the date that it bears."""
    whole = "".join(text.split())
    if match := UNTIL.search(whole):
        return _day(match)
    length = FOR_YEARS.search(whole)
    first = _FROM.search(whole)
    began = _day(first) if first else _whole(issued)
    years = parse_int(length[1]) if length else None
    return _years_on(began, years) if began and years else None


def abolished(text: str) -> Iterator[str]:
    """The titles and issuing numbers of the documents that a text abolishes (《…办法》同时废止)."""
    for sentence in _ABOLISHES.findall(text):
        if not _NOT_YET.search(sentence):
            yield from _TITLE.findall(sentence)
            yield from _NUMBER.findall("".join(sentence.split()))


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(*map(int, match.groups()))
    except ValueError:
        return None


def _whole(date: PartialDate | None) -> dt.date | None:
    return dt.date(date.year, date.month, date.day) if date and date.month and date.day else None


def _years_on(day: dt.date, years: int) -> dt.date:
    """The day before the one that comes so many years later."""
    later = day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)
    return later - dt.timedelta(days=1)
