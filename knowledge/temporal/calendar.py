"""Calendar periods by name: months, quarters, plan periods (“十四五”), feasts and anniversaries."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from knowledge.temporal.holidays import Holidays

Precision = Literal["day", "month", "quarter", "half", "year", "term", "period", "unresolved"]
Explanation = Literal[
    "",
    "autumn_term",
    "winter_holiday",
    "spring_term",
    "summer_holiday",
    "organising",
    "after_issue",
    "working_days",
    "about",
]
"""Why a time means these days, where a rule or convention says so; "" where they are printed."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; None is an open end, or an unknown one where it is unresolved."""

    start: dt.date | None
    end: dt.date | None
    precision: Precision


MOST_WORKING_DAYS = 1000
UNRESOLVED = Period(None, None, "unresolved")

# 春节, 清明, 端午 and 中秋 as month and day, by year. Two lunar calendar libraries agree on every date.
LUNAR_FEASTS = {
    2015: "0219 0405 0620 0927",
    2016: "0208 0404 0609 0915",
    2017: "0128 0404 0530 1004",
    2018: "0216 0405 0618 0924",
    2019: "0205 0405 0607 0913",
    2020: "0125 0404 0625 1001",
    2021: "0212 0404 0614 0921",
    2022: "0201 0405 0603 0910",
    2023: "0122 0405 0622 0929",
    2024: "0210 0404 0610 0917",
    2025: "0129 0404 0531 1006",
    2026: "0217 0405 0619 0925",
    2027: "0206 0405 0609 0915",
    2028: "0126 0404 0528 1003",
    2029: "0213 0404 0616 0922",
    2030: "0203 0405 0605 0912",
    2031: "0123 0405 0624 1001",
    2032: "0211 0404 0612 0919",
    2033: "0131 0404 0601 0908",
    2034: "0219 0405 0620 0927",
    2035: "0208 0405 0610 0916",
    2036: "0128 0404 0530 1004",
    2037: "0215 0404 0618 0924",
    2038: "0204 0405 0607 0913",
    2039: "0124 0405 0527 1002",
    2040: "0212 0404 0614 0920",
}
LUNAR_COLUMNS = {"春节": 0, "清明": 1, "端午": 2, "中秋": 3}
FIXED_FEASTS = {
    "元旦": (1, 1),
    "五一": (5, 1),
    "六一": (6, 1),
    "七一": (7, 1),
    "八一": (8, 1),
    "国庆": (10, 1),
}
FOUNDINGS = {
    "建党": (1921, 7, 1),
    "中国共产党成立": (1921, 7, 1),
    "建军": (1927, 8, 1),
    "建国": (1949, 10, 1),
    "新中国成立": (1949, 10, 1),
}


def day_period(year: int, month: int, day: int) -> Period:
    """One day; unresolved where the calendar has no such day (2月30日)."""
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return UNRESOLVED
    return Period(date, date, "day")


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months_period(year: int, first: int, last: int, precision: Precision) -> Period:
    """From the first day of one month to the last day of another of the same year."""
    return Period(dt.date(year, first, 1), month_end(year, last), precision)


def year_period(year: int) -> Period:
    """A calendar year."""
    return months_period(year, 1, 12, "year")


def half_period(year: int, half: int) -> Period:
    """上半年 (1) or 下半年 (2)."""
    return months_period(year, half * 6 - 5, half * 6, "half")


def quarter_period(year: int, quarter: int) -> Period:
    """A quarter of a year, 1 to 4."""
    return months_period(year, quarter * 3 - 2, quarter * 3, "quarter")


def month_period(year: int, month: int) -> Period:
    """A calendar month."""
    return months_period(year, month, month, "month")


def season_period(year: int, first_month: int) -> Period:
    """Three months from the first day of one: winter goes on into the next year."""
    return Period(dt.date(year, first_month, 1), month_end(*add_months(year, first_month, 2)), "month")


def third_period(year: int, month: int, third: int) -> Period:
    """上旬 (1), 中旬 (2) or 下旬 (3) of a month."""
    last = third * 10 if third < 3 else month_end(year, month).day
    return Period(dt.date(year, month, third * 10 - 9), dt.date(year, month, last), "day")


def plan_period(number: int) -> Period:
    """A five-year plan by its number: the fourteenth (“十四五”) is 2021 to 2025."""
    first = 1951 + 5 * number
    return Period(dt.date(first, 1, 1), dt.date(first + 4, 12, 31), "period")


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month so many months on."""
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def add_months_to(date: dt.date, count: int) -> dt.date:
    """The same day so many months on, or the last of that month where it is shorter."""
    year, month = add_months(date.year, date.month, count)
    return dt.date(year, month, min(date.day, month_end(year, month).day))


def add_working_days(date: dt.date, count: int, holidays: Holidays) -> dt.date:
    """So many days on from Monday to Friday, public holidays left out."""
    for _ in range(min(count, MOST_WORKING_DAYS)):
        date += dt.timedelta(days=1)
        while date.weekday() >= 5 or date in holidays:
            date += dt.timedelta(days=1)
    return date


def feast_day(name: str, year: int) -> dt.date | None:
    """The day of a feast in a year; None where the table has no such year."""
    if name in FIXED_FEASTS:
        return dt.date(year, *FIXED_FEASTS[name])
    if year not in LUNAR_FEASTS:
        return None
    printed = LUNAR_FEASTS[year].split()[LUNAR_COLUMNS[name]]
    return dt.date(year, int(printed[:2]), int(printed[2:]))


def anniversary(name: str, years: int) -> Period:
    """The day on which a founding of `FOUNDINGS` is so many years ago."""
    year, month, day = FOUNDINGS[name]
    return day_period(year + years, month, day) if years < 1000 else UNRESOLVED
