"""What a length of time means from a base date: 3年内, 用3至5年的时间, 今后三年, 三个月后."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace

from knowledge.temporal import calendar as cal
from knowledge.temporal.base_dates import holidays_of, whole_day
from knowledge.temporal.calendar import UNRESOLVED, Explanation, Period
from knowledge.temporal.time_points import Base, Groups, ResolvedTime, is_blank, number_in

DAYS_IN = {"周": 7.0, "星期": 7.0, "小时": 1 / 24}
DAYS_IN_MONTH = 30
AHEAD = ("未来", "今后", "接下来", "此后")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time, such as 3 年 or 半 个月; the count is None where it is blank."""

    count: float | None
    unit: str


def read_duration(groups: Groups, base: Base) -> ResolvedTime | None:
    """3年内, 用3至5年的时间, 今后三年, 三个月后, 3年左右; a bare length (三年) is no time."""
    lead, inside, after = groups["lead"], groups["inside"], groups["after"]
    about = groups["about"] and groups["unit"] in ("年", "个月")
    if not (lead or inside or after or about or groups["low"]):
        return None
    if lead in ("近", "最近"):
        return ResolvedTime(UNRESOLVED, "during")
    length, blank = _length(groups), is_blank(groups["high"])
    if after:
        start = _later(length, base)
        return ResolvedTime(Period(start, None, "day") if start else UNRESOLVED, "from", blank=blank)
    period = _within(length, base)
    if lead in AHEAD and not inside:
        return ResolvedTime(
            replace(period, precision="period") if period.end else period, "during", blank=blank
        )
    return ResolvedTime(period, "by", blank=blank, explanation=_explained(length, period, bool(about)))


def _explained(length: Length, period: Period, about: bool) -> Explanation:
    if period.end is None:
        return ""
    return "about" if about else "working_days" if length.unit == "工作日" else ""


def _length(groups: Groups) -> Length:
    count: float | None = 0.5 if groups["high"] == "半" else number_in(groups["high"])
    if count is not None and groups["and_half"]:
        count += 0.5
    return Length(count, (groups["unit"] or "").removeprefix("个"))


def _within(length: Length, base: Base) -> Period:
    """From now to so much later: whole years end on 31 December, other lengths count from the base date."""
    if length.count is None or base is None:
        return UNRESOLVED
    if length.unit.endswith("年") and length.count == int(length.count):
        return Period(None, dt.date(base.year + int(length.count), 12, 31), "year")
    if day := _later(length, base):
        return Period(None, day, "day")
    if base.month and (months := _months_in(length)):
        return Period(None, cal.month_end(*cal.add_months(base.year, base.month, months)), "month")
    return UNRESOLVED


def _months_in(length: Length) -> int | None:
    factor = 12 if length.unit.endswith("年") else 1 if length.unit == "月" else 0
    months = (length.count or 0) * factor
    return int(months) if months and months == int(months) else None


def _later(length: Length, base: Base) -> dt.date | None:
    today = whole_day(base)
    if today is None or length.count is None:
        return None
    if months := _months_in(length):
        return cal.add_months_to(today, months)
    if length.unit == "工作日":
        return cal.add_working_days(today, int(length.count), holidays_of(base))
    days = length.count * (DAYS_IN_MONTH if length.unit == "月" else DAYS_IN.get(length.unit, 1.0))
    return today + dt.timedelta(days=math.ceil(days))
