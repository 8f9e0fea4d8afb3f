"""A calendar time by its fields, the days it means, and what a time phrase is resolved to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from knowledge.temporal import calendar as cal
from knowledge.temporal.base_dates import BaseDate, bare_year, this_year
from knowledge.temporal.calendar import UNRESOLVED, Explanation, Period
from knowledge.text.numerals import parse_int
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate

Kind = Literal["by", "in", "from", "during", "every", "vague", "event", "unknown"]
Base = PartialDate | None
Groups = dict[str, str | None]

RELATIVE_YEARS = {"今": 0, "本": 0, "明": 1, "来": 1, "次": 1, "翌": 1, "后": 2, "去": -1, "上": -1, "前": -2}
NEXT_OR_LAST = {"下": 1, "上": -1}
SEASON_MONTHS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}


@dataclass(frozen=True, slots=True)
class TimePoint:
    """A calendar time by its fields; `part` is a part of the year or month (底, 上半年, 中旬), `blank` is 20xx年."""

    year: int | None
    month: int | None
    day: int | None
    part: str
    blank: bool
    year_stated: bool


@dataclass(frozen=True, slots=True)
class ResolvedTime:
    """What a time phrase means: its period and kind.

    `strict` says that 前 excludes the day itself (春节前), `blank` that the source leaves the time out. `point`
    is there where a range may go on from it, `explanation` where the days follow from a rule or convention.
    """

    period: Period
    kind: Kind
    strict: bool = False
    blank: bool = False
    point: TimePoint | None = None
    explanation: Explanation = ""


_BLANK = lazy_pattern("[xX×*]")


def is_blank(text: str | None) -> bool:
    """Whether the source leaves a figure out: 20xx, X月."""
    return bool(text and _BLANK.search(text))


def number_in(printed: str | None) -> int | None:
    """The value of a printed figure, None where there is none or it is blank."""
    return parse_int(printed) if printed and not is_blank(printed) else None


def point_of(groups: Groups, base: Base) -> TimePoint:
    """The fields of a calendar match; a year that is not printed is the base's."""
    year, month, day = (groups.get(name) for name in ("year", "month", "day"))
    return TimePoint(
        year=year_of(year, base),
        month=number_in(month),
        day=number_in(day),
        part=groups.get("half") or _quarter(groups) or groups.get("month_part") or groups.get("edge") or "",
        blank=is_blank(year) or is_blank(month) or is_blank(day),
        year_stated=bool(year),
    )


def calendar_reading(point: TimePoint) -> ResolvedTime:
    """What a calendar time means by itself: its end where it names one (年底, 三季度末), else the whole of it."""
    due = point.part[-1:] in ("底", "末", "终", "内") or point.part == "中"
    return ResolvedTime(period_of(point), "by" if due else "in", blank=point.blank, point=point)


def next_coming(point: TimePoint, base: Base) -> TimePoint:
    """The point, a year later where its month, printed without a year, lies half a year or more back."""
    if point.year_stated or not (point.year and point.month and base and base.month):
        return point
    if isinstance(base, BaseDate) and (base.plan_year or base.organising):
        return point
    return replace(point, year=point.year + 1) if base.month - point.month >= 6 else point


def names_later_part(point: TimePoint | None, base: Base) -> bool:
    """Whether a time names a part of a later year (明年上半年): a bare month after it is of that year too."""
    return bool(point and base and point.year and point.year > base.year and (point.part or point.month))


def range_to(first: TimePoint, last: TimePoint) -> ResolvedTime:
    """From one calendar time to another, which takes over the year and month that it does not print."""
    year = last.year if last.year_stated else first.year
    last = replace(last, year=year, month=last.month or first.month if last.day else last.month)
    start, end = period_of(first), period_of(last)
    period = Period(start.start, end.end, end.precision) if start.start and end.end else UNRESOLVED
    return ResolvedTime(period, "in", blank=first.blank or last.blank)


def year_of(printed: str | None, base: Base) -> int | None:
    """The year that is printed, in figures or as 今 or 明, else the base's."""
    if printed and printed not in RELATIVE_YEARS:
        return number_in(printed)
    if base is None:
        return None
    return this_year(base) + RELATIVE_YEARS[printed] if printed else bare_year(base)


def _quarter(groups: Groups) -> str:
    number = number_in(groups.get("quarter"))
    return f"{groups['through'] or ''}{number}季{groups['quarter_end'] or ''}" if number else ""


def period_of(point: TimePoint) -> Period:
    """The days that a calendar time means."""
    if point.year is None or point.blank:
        return UNRESOLVED
    if point.day is not None and point.month is not None:
        return cal.day_period(point.year, point.month, point.day)
    if point.month is not None:
        return _part_of_month(point.year, point.month, point.part)
    return _part_of_year(point.year, point.part)


def _part_of_month(year: int, month: int, part: str) -> Period:
    if part.endswith(("旬", "初")):
        return cal.third_period(year, month, "初上中下".index(part[0]) or 1)
    return cal.month_period(year, month)


def _part_of_year(year: int, part: str) -> Period:
    if part[:1] in SEASON_MONTHS:
        return cal.season_period(year, SEASON_MONTHS[part[0]])
    if "半年" in part:
        return cal.half_period(year, 1 if part[0] == "上" else 2)
    if "季" in part:
        last = int(part.strip("前季末底"))
        return (
            cal.months_period(year, 1, last * 3, "month")
            if part[0] == "前"
            else cal.quarter_period(year, last)
        )
    if part == "中":
        return cal.half_period(year, 1)
    return cal.quarter_period(year, 1) if part == "初" else cal.year_period(year)
