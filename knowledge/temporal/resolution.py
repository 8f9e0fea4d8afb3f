"""What the groups of a matched time shape mean, counted from a base date.

Relative times follow docs/json.md: 今年 ends on 31 December, N年内 N years on, a range takes its upper bound; one with a
blank year, or that needs an unknown base date, is unresolved.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import Literal

from knowledge.temporal import calendar as cal
from knowledge.temporal.base_dates import BaseDate, bare_year, this_year
from knowledge.temporal.calendar import UNRESOLVED, Explanation, Period
from knowledge.text.numerals import parse_int
from loaders.metadata.metadata import PartialDate

Kind = Literal["by", "in", "from", "during", "every", "vague", "event", "unknown"]
Base = PartialDate | None
Groups = dict[str, str | None]

RELATIVE_YEARS = {"今": 0, "本": 0, "明": 1, "来": 1, "次": 1, "翌": 1, "后": 2, "去": -1, "上": -1, "前": -2}
THIS = ("今", "本")
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
    """What a shape means: its period and kind.

    `strict` says that 前 excludes the day itself (春节前), `blank` that the source leaves the time out. `point`
    is there where a range may go on from it, `explanation` where the days follow from a rule or convention.
    """

    period: Period
    kind: Kind
    strict: bool = False
    blank: bool = False
    point: TimePoint | None = None
    explanation: Explanation = ""


def is_blank(text: str | None) -> bool:
    """Whether the source leaves a figure out: 20xx, X月."""
    return bool(text and re.search("[xX×*]", text))


def whole_day(base: Base) -> dt.date | None:
    """The base date, None where its month or day is not known."""
    if base is None or base.month is None or base.day is None:
        return None
    return cal.day_period(base.year, base.month, base.day).start


def first_day(base: PartialDate) -> dt.date:
    """The base date, or the first day that it may be."""
    return cal.day_period(base.year, base.month or 1, base.day or 1).start or dt.date(
        base.year, base.month or 1, 1
    )


def number_in(printed: str | None) -> int | None:
    """The value of a printed figure, None where there is none or it is blank."""
    return parse_int(printed) if printed and not is_blank(printed) else None


def read_calendar(groups: Groups, base: Base) -> ResolvedTime:
    """A date, month, quarter, half or year, with or without its year."""
    point = point_of(groups, base)
    if isinstance(base, BaseDate) and base.organising and not point.year_stated and not point.blank:
        return replace(calendar_reading(_next_such(point, base)), explanation="organising")
    if groups.get("year") in THIS and _is_still_to_come(point, base):
        return calendar_reading(replace(point, year=base.year if base else None))
    return calendar_reading(point)


def _next_such(point: TimePoint, base: BaseDate) -> TimePoint:
    """The point in the first year, from the printed date, in which it is not over."""
    here = replace(point, year=base.year)
    end = _period_of(here).end
    return replace(point, year=base.year + 1) if end and end < first_day(base) else here


def _is_still_to_come(point: TimePoint, base: Base) -> bool:
    """Whether 今年12月20日, in a plan that is written as of its own year, may be of the year in which it was printed."""
    if not isinstance(base, BaseDate) or not base.writes_ahead or not point.month:
        return False
    end = _period_of(replace(point, year=base.year)).end
    return end is not None and end >= first_day(base)


def read_relative_month(groups: Groups, base: Base) -> ResolvedTime:
    """本月, 下月, 上月, and days or parts of them."""
    year = month = None
    if base and base.month:
        shift = NEXT_OR_LAST.get((groups["relative"] or "")[:1], 0)
        year, month = cal.add_months(base.year, base.month, shift)
    return calendar_reading(replace(point_of(groups, base), year=year, month=month))


def point_of(groups: Groups, base: Base) -> TimePoint:
    """The fields of a calendar match; a year that is not printed is the base's."""
    year, month, day = (groups.get(name) for name in ("year", "month", "day"))
    return TimePoint(
        year=_year(year, base),
        month=number_in(month),
        day=number_in(day),
        part=groups.get("half") or _quarter(groups) or groups.get("month_part") or groups.get("edge") or "",
        blank=is_blank(year) or is_blank(month) or is_blank(day),
        year_stated=bool(year),
    )


def calendar_reading(point: TimePoint) -> ResolvedTime:
    """What a calendar time means by itself: its end where it names one (年底, 三季度末), else the whole of it."""
    due = point.part[-1:] in ("底", "末", "终", "内") or point.part == "中"
    return ResolvedTime(_period_of(point), "by" if due else "in", blank=point.blank, point=point)


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
    start, end = _period_of(first), _period_of(last)
    period = Period(start.start, end.end, end.precision) if start.start and end.end else UNRESOLVED
    return ResolvedTime(period, "in", blank=first.blank or last.blank)


def _looks_back(groups: Groups, first: int, last: int, base: PartialDate) -> bool:
    """Whether 1至10月 is the part of the printed year that has gone by, whatever year the plan is for."""
    if groups["year"]:
        return groups["year"] == "今"
    return first == 1 and base.month is not None and base.month - 2 <= last <= base.month


def read_year_span(groups: Groups, base: Base) -> ResolvedTime:
    """2018—2020年."""
    first, last = _year(groups["first_year"], base), _year(groups["last_year"], base)
    if first is None or last is None:
        return ResolvedTime(UNRESOLVED, "in", blank=True)
    return ResolvedTime(Period(dt.date(first, 1, 1), dt.date(last, 12, 31), "year"), "in")


def read_month_span(groups: Groups, base: Base) -> ResolvedTime | None:
    """10—12月."""
    first, last = number_in(groups["first_month"]), number_in(groups["last_month"])
    if not first or not last or not first <= last <= 12:
        return None
    year = base.year if base and _looks_back(groups, first, last, base) else _year(groups["year"], base)
    return ResolvedTime(cal.months_period(year, first, last, "month") if year else UNRESOLVED, "in")


def read_day_span(groups: Groups, base: Base) -> ResolvedTime | None:
    """6月8—10日, and the days of a list (6月8日、9日和10日): due on the last one."""
    first, last = number_in(groups["first_day"]), number_in(groups["last_day"])
    if not first or not last or first >= last:
        return None
    point = point_of(groups, base)
    reading = range_to(replace(point, day=first), replace(point, day=last))
    return replace(reading, point=replace(point, day=last))


def read_coming_years(groups: Groups, base: Base) -> ResolvedTime:
    """今明两年, 明后两年."""
    first = _year(groups["first"], base)
    if first is None:
        return ResolvedTime(UNRESOLVED, "in")
    return ResolvedTime(Period(dt.date(first, 1, 1), dt.date(first + 1, 12, 31), "period"), "in")


def read_plan(groups: Groups, base: Base) -> ResolvedTime:
    """“十四五”时期, “十四五”末."""
    period = cal.plan_period(10 + (number_in(groups["plan"]) or 0))
    at_the_end = "末" in (groups["plan_part"] or "")
    return ResolvedTime(replace(period, precision="year"), "by") if at_the_end else ResolvedTime(period, "in")


def read_feast(groups: Groups, base: Base) -> ResolvedTime:
    """A feast: of the year that is printed, else the next one from the base date."""
    name = (groups["feast"] or "").replace("劳动节", "五一")
    day = _feast(name, groups["year"], base)
    return ResolvedTime(
        Period(day, day, "day") if day else UNRESOLVED, "in", strict=True, blank=is_blank(groups["year"])
    )


def read_founding(groups: Groups, base: Base) -> ResolvedTime:
    """建党100周年."""
    return ResolvedTime(
        cal.anniversary(groups["founding"] or "", number_in(groups["years"]) or 0), "in", strict=True
    )


def read_century(groups: Groups, base: Base) -> ResolvedTime:
    """本世纪中叶 is 2050, 本世纪末 2100."""
    return ResolvedTime(cal.year_period(2050 if groups["century"] == "中叶" else 2100), "by")


def read_season(groups: Groups, base: Base) -> ResolvedTime:
    """今冬, 明春; 今冬明春 is the respiratory season that health plans mean, November to March."""
    if base is None:
        return ResolvedTime(UNRESOLVED, "in")
    if groups["both"]:
        return ResolvedTime(Period(dt.date(base.year, 11, 1), cal.month_end(base.year + 1, 3), "month"), "in")
    year = base.year + RELATIVE_YEARS[groups["year"] or ""]
    return ResolvedTime(cal.season_period(year, SEASON_MONTHS[groups["season"] or ""]), "in")


def read_now(groups: Groups, base: Base) -> ResolvedTime:
    """即日起."""
    today = whole_day(base)
    if today is None:
        return ResolvedTime(UNRESOLVED, "from")
    point = TimePoint(today.year, today.month, today.day, "", blank=False, year_stated=False)
    return ResolvedTime(Period(today, None, "day"), "from", point=point)


def _year(printed: str | None, base: Base) -> int | None:
    if printed and printed not in RELATIVE_YEARS:
        return number_in(printed)
    if base is None:
        return None
    return this_year(base) + RELATIVE_YEARS[printed] if printed else bare_year(base)


def _quarter(groups: Groups) -> str:
    number = number_in(groups.get("quarter"))
    return f"{groups['through'] or ''}{number}季{groups['quarter_end'] or ''}" if number else ""


def _period_of(point: TimePoint) -> Period:
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


def _feast(name: str, printed_year: str | None, base: Base) -> dt.date | None:
    year = _year(printed_year, base)
    day = cal.feast_day(name, year) if year else None
    if printed_year or day is None or base is None or year is None:
        return day
    if base.month is None:
        # Without a month nobody can tell whether a feast of the first months is this year's or the next.
        return day if day.month > 3 else None
    return cal.feast_day(name, year + 1) if day < first_day(base) else day
