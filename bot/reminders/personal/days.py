"""A day as people say it: 明天, 下周五, 12月5日, 5号, 三天后, 月底, tomorrow, next friday."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.reminders.personal.clock_times import CLOCK, NUMBER
from knowledge.temporal.calendar import add_months_to, day_period
from knowledge.temporal.expressions import find_times
from knowledge.text.numerals import parse_int
from loaders.metadata.metadata import PartialDate

DAY = dt.timedelta(days=1)
RECENTLY = 60 * DAY  # a day of the year that has just passed is not meant to be one of the next year
LONGEST_NAME = 24  # characters
FARTHEST = 999  # of any unit: more is too far all the same
NEAR = {
    "大前天": -3,
    "前天": -2,
    "昨天": -1,
    "昨日": -1,
    "yesterday": -1,
    "今天": 0,
    "今日": 0,
    "今": 0,
    "today": 0,
    "明天": 1,
    "明日": 1,
    "明": 1,
    "the day after tomorrow": 2,
    "tomorrow": 1,
    "后天": 2,
    "后日": 2,
    "大后天": 3,
}
WEEKDAYS = {name: day for day, names in enumerate("一 二 三 四 五 六末 日天".split()) for name in names}
ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ENGLISH_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_YEARS = {"今": 0, "本": 0, "明": 1, "后": 2}

Read = Callable[[re.Match[str], dt.date], dt.date | None]

NEAR_DAY = re.compile(
    r"大前天|前天|昨[天日]|大后天|后[天日]|明[天日]|明(?=[早晚上下中])|今[天日]|今(?=[早晚])"
    r"|the day after tomorrow|tomorrow|today|yesterday",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?P<which>下下个?|下个?|这个?|本|上个?)?(?:周|星期|礼拜)(?P<day>[一二三四五六日天末])"
    rf"|(?P<week>下下个?|下个?)(?:周|星期|礼拜)(?!年|期|边)|(?:on\s+)?(?P<next>next\s+)?(?P<english>{ENGLISH_DAY})",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?:(?P<year>20[0-9]{{2}}|[今本明后])年)?(?P<month>{NUMBER})月份?(?P<day>{NUMBER})[日号]?"
    r"|(?P<iso_year>20[0-9]{2})[-/.](?P<iso_month>[0-9]{1,2})[-/.](?P<iso_day>[0-9]{1,2})(?![0-9])"
)
_DAY_OF_MONTH = re.compile(
    rf"(?<![月0-9一二三四五六七八九十])(?P<month>下个?月|本月|这个月|当月)?(?P<day>{NUMBER})[日号]"
)
_LATER = re.compile(
    rf"(?:再?过)?(?:(?P<half>半)(?P<half_unit>个月|年)|(?P<number>{NUMBER})(?P<unit>天|日|周|个?星期|个?礼拜|个月|年))(?:之|以)?后"
    r"|in (?P<english>[0-9]{1,3}) (?P<english_unit>day|week|month)s?\b",
    re.IGNORECASE,
)
_NAMED = re.compile("[底末初节旬]|元旦|五一|国庆|中秋|端午|清明|春节")


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day that was said, the place where that ends, and whether a week later is as good: 周五 with no week beside."""

    day: dt.date
    end: int
    any_week: bool = False


def day_at(text: str, start: int, today: dt.date) -> SaidDay | None:
    """The day that is said at a place of a text, None where none is."""
    for pattern, read in _READERS:
        match = pattern.match(text, start)
        if match and (day := read(match, today)):
            bare = pattern is _WEEKDAY and not (match["which"] or match["week"] or match["next"])
            return SaidDay(day, match.end(), bare)
    return _named(text, start, today)


def _near(match: re.Match[str], today: dt.date) -> dt.date:
    return today + NEAR[match.group().lower()] * DAY


def _weekday(match: re.Match[str], today: dt.date) -> dt.date:
    """A weekday with no week beside it is the next one, today too; 下周五 is of the week that begins next Monday."""
    monday = today - today.weekday() * DAY
    if match["english"]:
        day = ENGLISH_DAYS.index(match["english"][:3].lower())
        coming = today + ((day - today.weekday()) % 7) * DAY
        return monday + (7 + day) * DAY if match["next"] else coming
    which = match["which"] or match["week"] or ""
    weeks = {"下下": 2, "下": 1, "上": -1}.get(which.removesuffix("个"), 0)
    day = WEEKDAYS[match["day"]] if match["day"] else 0
    if not which:
        return today + ((day - today.weekday()) % 7) * DAY
    return monday + (7 * weeks + day) * DAY


def _date(match: re.Match[str], today: dt.date) -> dt.date | None:
    month = parse_int(match["month"] or match["iso_month"]) or 0
    day = parse_int(match["day"] or match["iso_day"]) or 0
    year = match["year"] or match["iso_year"]
    if year:
        return _day(today.year + _YEARS[year] if year in _YEARS else int(year), month, day)
    this_year = _day(today.year, month, day)
    if this_year and this_year < today - RECENTLY:
        return _day(today.year + 1, month, day)
    return this_year


def _day_of_month(match: re.Match[str], today: dt.date) -> dt.date | None:
    """With no month beside it the next day of that number."""
    months = 1 if (match["month"] or "").startswith("下") else 0
    number = parse_int(match["day"]) or 0
    first = today.replace(day=1)
    for later in range(months, months + 3):
        month = add_months_to(first, later)
        day = _day(month.year, month.month, number)
        if day and (match["month"] or day >= today):
            return day
    return None


def _later(match: re.Match[str], today: dt.date) -> dt.date:
    if match["half"]:
        return add_months_to(today, 6) if match["half_unit"] == "年" else today + 15 * DAY
    number = min(parse_int(match["number"] or match["english"]) or 0, FARTHEST)
    unit = (match["unit"] or match["english_unit"]).lower()
    if unit in ("个月", "month", "年"):
        return add_months_to(today, number * (12 if unit == "年" else 1))
    return today + number * (1 if unit in ("天", "日", "day") else 7) * DAY


def _named(text: str, start: int, today: dt.date) -> SaidDay | None:
    """An end or a beginning of a month or year, or a feast, by the rules by which documents are read."""
    base = PartialDate(today.year, today.month, today.day)
    for time in find_times(text[start : start + LONGEST_NAME], base)[:1]:
        printed = text[start : start + time.end_offset]
        clock = CLOCK.search(printed)
        end = clock.start() if clock else len(printed)
        day = time.start if "初" in printed else time.end
        if time.start_offset == 0 and day and _NAMED.search(printed[:end]):
            return SaidDay(day, start + end)
    return None


def _day(year: int, month: int, day: int) -> dt.date | None:
    return day_period(year, month, day).start if 0 < month < 13 else None


_READERS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (_LATER, _later),
    (NEAR_DAY, _near),
    (_WEEKDAY, _weekday),
    (_DATE, _date),
    (_DAY_OF_MONTH, _day_of_month),
)
