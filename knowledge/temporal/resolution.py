"""What the groups of a matched time pattern mean, counted from a base date: a reader for each pattern.

Relative times follow docs/json.md: 今年 ends on 31 December, N年内 N years on, a range takes its upper bound; one with a
blank year, or that needs an unknown base date, is unresolved.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from knowledge.temporal import calendar as cal
from knowledge.temporal.base_dates import BaseDate, first_day, whole_day
from knowledge.temporal.calendar import UNRESOLVED, Period
from knowledge.temporal.time_points import (
    NEXT_OR_LAST,
    RELATIVE_YEARS,
    SEASON_MONTHS,
    Base,
    Groups,
    ResolvedTime,
    TimePoint,
    calendar_reading,
    is_blank,
    number_in,
    period_of,
    point_of,
    range_to,
    year_of,
)
from loaders.metadata.metadata import PartialDate

THIS = ("今", "本")


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
    end = period_of(here).end
    return replace(point, year=base.year + 1) if end and end < first_day(base) else here


def _is_still_to_come(point: TimePoint, base: Base) -> bool:
    """Whether 今年12月20日, in a plan that is written as of its own year, may be of the year in which it was printed."""
    if not isinstance(base, BaseDate) or not base.writes_ahead or not point.month:
        return False
    end = period_of(replace(point, year=base.year)).end
    return end is not None and end >= first_day(base)


def read_relative_month(groups: Groups, base: Base) -> ResolvedTime:
    """本月, 下月, 上月, and days or parts of them."""
    year = month = None
    if base and base.month:
        shift = NEXT_OR_LAST.get((groups["relative"] or "")[:1], 0)
        year, month = cal.add_months(base.year, base.month, shift)
    return calendar_reading(replace(point_of(groups, base), year=year, month=month))


def _looks_back(groups: Groups, first: int, last: int, base: PartialDate) -> bool:
    """Whether 1至10月 is the part of the printed year that has gone by, whatever year the plan is for."""
    if groups["year"]:
        return groups["year"] == "今"
    return first == 1 and base.month is not None and base.month - 2 <= last <= base.month


def read_year_span(groups: Groups, base: Base) -> ResolvedTime:
    """2018—2020年."""
    first, last = year_of(groups["first_year"], base), year_of(groups["last_year"], base)
    if first is None or last is None:
        return ResolvedTime(UNRESOLVED, "in", blank=True)
    return ResolvedTime(Period(dt.date(first, 1, 1), dt.date(last, 12, 31), "year"), "in")


def read_month_span(groups: Groups, base: Base) -> ResolvedTime | None:
    """10—12月."""
    first, last = number_in(groups["first_month"]), number_in(groups["last_month"])
    if not first or not last or not first <= last <= 12:
        return None
    year = base.year if base and _looks_back(groups, first, last, base) else year_of(groups["year"], base)
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
    first = year_of(groups["first"], base)
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


def _feast(name: str, printed_year: str | None, base: Base) -> dt.date | None:
    year = year_of(printed_year, base)
    day = cal.feast_day(name, year) if year else None
    if printed_year or day is None or base is None or year is None:
        return day
    if base.month is None:
        # Without a month nobody can tell whether a feast of the first months is this year's or the next.
        return day if day.month > 3 else None
    return cal.feast_day(name, year + 1) if day < first_day(base) else day
