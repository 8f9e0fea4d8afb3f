"""Headings numbered 3, 3.1 and 3.1.2, as emergency plans have them: told from 3.2人 and 1.5% by their series."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.headings import Marker, Style, marker_at
from loaders.structure.lines import Line

Numbers = tuple[int, ...]

_DECIMAL = lazy_pattern(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})[.、]?\s?(?=[^\s\d.%‰~\-])")
_WHOLE = lazy_pattern(r"(?P<n>\d{1,2})\s?(?=[\u4e00-\u9fff])")
_UNIT = lazy_pattern(
    r"[个名人万亿元倍级类年月日号吨米度℃岁分秒天张床例次户件台辆套份批公平千百股条升克毫场篇]|小时|亩|家(?!庭)|所(?!有)|项(?!目)|处(?!置|理)|种(?!植)|位(?!置)"
)
_STYLES = (Style.DECIMAL_1, Style.DECIMAL_2, Style.DECIMAL_3, Style.DECIMAL_4)
_LONGEST = 40


def decimal_marks(form: str, lines: Sequence[Line]) -> dict[int, Marker]:
    """The marks of headings with decimal numbers, by where their lines begin.

    A number counts when it is the first of its series or follows on another, and its series has a second or a parent
    (3 or 3. above 3.1). Arguments: the text in one form (`headings.one_form`), its lines.
    """
    decimals = {line: numeral for line in lines if (numeral := _numbers(_DECIMAL, form, line))}
    wholes = {line: numeral for line in lines if (numeral := _whole(form, line))}
    parents = {*decimals.values(), *wholes.values(), *_dotted(form, lines)} if decimals else set()
    series = {line: number for line, number in decimals.items() if _belongs(number, parents)}
    firsts = {number[:1]: line.start for line, number in reversed(series.items())}
    used = dict(_used(wholes, firsts)) if firsts else {}
    return {
        line.start: _mark(form, line, number)
        for line, number in sorted({**series, **used}.items(), key=_start)
    }


def _start(item: tuple[Line, Numbers]) -> int:
    return item[0].start


def _numbers(pattern: re.Pattern[str], form: str, line: Line) -> Numbers | None:
    match = pattern.match(form, line.start, line.end)
    if not match or match.end() >= line.end or _UNIT.match(form, match.end()):
        return None
    return tuple(map(int, match["n"].split(".")))


def _whole(form: str, line: Line) -> Numbers | None:
    """A line that 3 and a few words are."""
    is_short = line.end - line.start <= _LONGEST and not re.search(
        r"[。,;:!?\t]", form[line.start : line.end]
    )
    return _numbers(_WHOLE, form, line) if is_short else None


def _dotted(form: str, lines: Sequence[Line]) -> Iterator[Numbers]:
    """The numbers of the items 3. and 三、 that may hold 3.1."""
    for line in lines:
        marker = marker_at(form, line.start)
        if marker and marker.style in (Style.ARABIC, Style.HAN_COMMA, Style.CHAPTER):
            yield (marker.number,)


def _belongs(number: Numbers, others: set[Numbers]) -> bool:
    above, last = number[:-1], number[-1]
    if last == 1:
        return (*above, 2) in others or above in others
    return (*above, last - 1) in others


def _used(wholes: Mapping[Line, Numbers], firsts: Mapping[Numbers, int]) -> Iterator[tuple[Line, Numbers]]:
    """Of the lines 3总体安排 the last one before the first 3.1, and those that count on from one (4附则)."""
    last: Numbers = (0,)
    for line, number in wholes.items():
        before = [
            other for other in wholes if wholes[other] == number and other.start < firsts.get(number, -1)
        ]
        if before[-1:] == [line] or (last > (0,) and number == (last[0] + 1,) and number not in firsts):
            last = number
            yield line, number


def _mark(form: str, line: Line, number: Numbers) -> Marker:
    pattern = _DECIMAL if len(number) > 1 else _WHOLE
    match = pattern.match(form, line.start)
    assert match, "the line was told by this pattern"
    return Marker(line.start, match.end(), _STYLES[len(number) - 1], number[-1])
