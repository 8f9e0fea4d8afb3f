"""What weeks and days near a base date mean: 本周五, 下周, 明天前, 7月第二周."""

from __future__ import annotations

import datetime as dt

from knowledge.temporal.base_dates import holidays_of, whole_day
from knowledge.temporal.calendar import UNRESOLVED, Period, month_end
from knowledge.temporal.time_points import NEXT_OR_LAST, Base, Groups, ResolvedTime, number_in, point_of

WEEKDAYS = "一二三四五六日"


def read_week(groups: Groups, base: Base) -> ResolvedTime:
    """本周五, 下周三, 本周: weeks begin on Monday."""
    today = whole_day(base)
    if today is None:
        return ResolvedTime(UNRESOLVED, "in")
    weeks = NEXT_OR_LAST.get((groups["which"] or "")[:1], 0)
    monday = today + dt.timedelta(weeks=weeks, days=-today.weekday())
    if not groups["weekday"]:
        return ResolvedTime(Period(monday, monday + dt.timedelta(days=6), "day"), "in")
    day = monday + dt.timedelta(days=WEEKDAYS.index(groups["weekday"].replace("天", "日")))
    return ResolvedTime(Period(day, day, "day"), "in")


def read_month_week(groups: Groups, base: Base) -> ResolvedTime:
    """7月第二周: weeks begin on Monday, the first is that of the first day of the month."""
    point = point_of(groups, base)
    if point.year is None or point.month is None or point.blank:
        return ResolvedTime(UNRESOLVED, "in", blank=point.blank)
    first = dt.date(point.year, point.month, 1)
    monday = first + dt.timedelta(weeks=(number_in(groups["week"]) or 1) - 1, days=-first.weekday())
    last = min(monday + dt.timedelta(days=6), month_end(point.year, point.month))
    return ResolvedTime(Period(max(monday, first), last, "day"), "in")


def read_month_working_day(groups: Groups, base: Base) -> ResolvedTime:
    """6月最后一个工作日, 7月第一个工作日."""
    point = point_of(groups, base)
    nth = number_in(groups["nth"]) if groups["nth"] else 1
    if point.year is None or point.month is None or point.blank or not nth:
        return ResolvedTime(UNRESOLVED, "in", blank=point.blank)
    off = holidays_of(base)
    last = month_end(point.year, point.month)
    days = [last.replace(day=day) for day in range(1, last.day + 1)]
    working = [day for day in days if day.weekday() < 5 and day not in off]
    at = len(working) - 1 if groups["nth_last"] else nth - 1
    if at >= len(working):
        return ResolvedTime(UNRESOLVED, "in")
    return ResolvedTime(Period(working[at], working[at], "day"), "in", explanation="working_days")


def read_near_day(groups: Groups, base: Base) -> ResolvedTime:
    """今天, 明天, 后天 before which something is due."""
    today = whole_day(base)
    if today is None:
        return ResolvedTime(UNRESOLVED, "in")
    day = today + dt.timedelta(days="今明后".index(groups["near"] or ""))
    return ResolvedTime(Period(day, day, "day"), "in")
