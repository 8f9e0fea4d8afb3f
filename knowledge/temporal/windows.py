"""Windows of days said in plain words: 本月, 下周, 第三季度, 年底前, 未来30天, 2026年3月到6月."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from knowledge.temporal.calendar import (
    Period,
    add_months,
    day_period,
    month_period,
    quarter_period,
    year_period,
)
from knowledge.temporal.expressions import TimePhrase, find_times
from knowledge.temporal.patterns import JOINER
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate

# Where a time stands in a text does not depend on the day, so any day will do to find it.
ANY_DAY = PartialDate(2026, 1, 1)
EVERY_YEAR = "历年"
AN_OVERSIGHT = 183  # days after which a month without a year is taken for the next one to come
JOINED = lazy_pattern(rf"\s*(?:{JOINER}|\.\.|到)?\s*")
LONGEST_OF_ANY_YEAR = 5  # characters
OF_ANY_YEAR = lazy_pattern(r"(?:历年|各年|任何一年)的?$")
# A part of a year that does not say of which: 10月, 3-6月, 第三季度, 下半年.
YEARLESS = lazy_pattern(
    rf"(?:截至|截止|[到至从])*(?:[0-9]{{1,2}}[./][0-9]{{1,2}}(?![0-9./])|第?[0-9一二三四五六七八九十]{{1,3}}(?:月|个?季度|{JOINER}[0-9一二三四五六七八九十]{{1,3}}月)|[上下]半年)"
)
DAYS = {"今": 0, "明": 1, "后": 2}
QUARTERS = {"上": -1, "本": 0, "这": 0, "下": 1}
# What people type and documents do not print.
_MONTH, _DAY = "(?:1[0-2]|0?[1-9])", "(?:3[01]|[12][0-9]|0?[1-9])"
_DATE = rf"{_MONTH}[./]{_DAY}|(?:1[0-2]|0[1-9])-(?:3[01]|[12][0-9]|0[1-9])"
TYPED = lazy_pattern(
    rf"从?(?:(?P<day>[今明后])[天日]|(?P<after_next>下下)个?月|(?<![0-9./-])(?P<of>20[0-9]{{2}})[-/.](?P<month>{_MONTH})(?![0-9./月-])"
    rf"|(?<![0-9./])(?<!20[0-9]{{2}}-)(?P<date>{_DATE})(?![0-9./%‰万亿元个人家]|-[0-9]+(?![0-9./]))"
    r"|(?:(?P<quarter>[本这上下])个?季度?|季度(?=[末底]))(?:[末底](?!之?前))?|(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?![0-9])年?)"
    r"(?:(?P<since>起|以后|之后)|(?P<by>[末底]?(?:之|以)?前))?"
    r"|(?<![0-9])(?P<days>[0-9]{1,3})天(?!以?前|以?后)"
)


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days from one to another, both included, None where it is open; with `any_year` those of every year."""

    since: dt.date | None
    until: dt.date | None
    any_year: bool = False

    def holds(self, day: dt.date) -> bool:
        """Whether a day lies in the window."""
        if self.any_year and self.since and self.until:
            first, last = (self.since.month, self.since.day), (self.until.month, self.until.day)
            return first <= (day.month, day.day) <= last
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


def window_spans(text: str) -> list[tuple[int, int]]:
    """Where the windows of a text stand, in characters, in order; two that are joined (…到…) are one."""
    spans: list[tuple[int, int]] = []
    for start, end in sorted(_spans(text)):
        gap = text[spans[-1][1] : start] if spans else ""
        leads_on = bool(spans) and (gap.strip() or text[start] in "到至")
        if leads_on and JOINED.fullmatch(gap):
            spans[-1] = (spans[-1][0], end)
        else:
            named = OF_ANY_YEAR.search(text, max(0, start - LONGEST_OF_ANY_YEAR), start)
            spans.append((named.start() if named else start, end))
    return spans


def window_of(phrase: str, today: dt.date) -> DateRange | None:
    """The window that a phrase means on a day; None when it names none, or one that cannot be resolved."""
    plain = re.sub(r"^(?:历年|各年|任何一年)的?", "", phrase)
    parts = [part for start, end in sorted(_spans(plain)) if (part := _part(plain[start:end], today))]
    if not parts:
        return None
    whole = _whole(parts[0], parts[-1])
    if plain != phrase:
        return _of_any_year(plain, whole)
    return _coming(whole, today) if YEARLESS.match(plain) and not _is_limit(plain) else whole


def in_any_year(phrase: str) -> str:
    """The same part of every year, for a phrase that does not say of which; empty for every other."""
    return EVERY_YEAR + phrase if YEARLESS.match(phrase) else ""


def with_year(phrase: str, year: str) -> str:
    """A part of a year put into the year that stands elsewhere, empty where it is no such part."""
    if re.match("年[底末终初中内]", phrase):
        return year + phrase.removeprefix("年")
    return year + phrase.lstrip("到至从") if YEARLESS.match(phrase) else ""


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The times that documents print, and in what is left those that people type."""
    left = text
    for time in find_times(text, ANY_DAY):
        if _is_window(time):
            start, end = time.start_offset, time.end_offset
            left = left[:start] + "\0" * (end - start) + left[end:]
            yield start, end
    yield from (match.span() for match in TYPED.finditer(left))


def _is_window(time: TimePhrase) -> bool:
    return time.kind in ("by", "in", "from", "during") and (time.start or time.end) is not None


def _part(phrase: str, today: dt.date) -> DateRange | None:
    base = PartialDate(today.year, today.month, today.day)
    time = next(filter(_is_window, find_times(phrase, base)), None)
    if time is None:
        typed = TYPED.fullmatch(phrase)
        return _typed(typed, today) if typed else None
    if time.kind == "from":
        return DateRange(time.start, None)
    return DateRange(time.start, time.end) if time.start else _until(time.end, today)


def _until(end: dt.date | None, today: dt.date) -> DateRange | None:
    """From today to a limit; to one that is over, from the beginning of its year."""
    if end is None:
        return None
    return DateRange(today if end >= today else dt.date(end.year, 1, 1), end)


def _typed(match: re.Match[str], today: dt.date) -> DateRange | None:
    if match["days"]:
        return DateRange(today, today + dt.timedelta(days=int(match["days"])))
    period = _typed_period(match, today)
    if period.end is None:
        return None
    if match["by"]:
        return _until(period.end, today)
    return DateRange(period.start, None if match["since"] else period.end)


def _typed_period(match: re.Match[str], today: dt.date) -> Period:
    if match["day"]:
        day = today + dt.timedelta(days=DAYS[match["day"]])
        return Period(day, day, "day")
    if match["after_next"]:
        return month_period(*add_months(today.year, today.month, 2))
    if match["of"]:
        return month_period(int(match["of"]), int(match["month"]))
    if match["date"]:
        month, last = map(int, re.split("[./-]", match["date"]))
        return day_period(today.year, month, last)
    if match["year"]:
        return year_period(int(match["year"]))
    year, month = add_months(today.year, today.month, 3 * QUARTERS[match["quarter"] or "本"])
    return quarter_period(year, (month + 2) // 3)


def _whole(first: DateRange, last: DateRange) -> DateRange:
    """From the beginning of one to the end of another; put the wrong way round (12月到10月) they still bound it."""
    since, until = first.since, last.until
    if since and until and until < since:
        return DateRange(min(since, last.since or until), max(until, first.until or since))
    return DateRange(since, until)


def _is_limit(phrase: str) -> bool:
    times = list(filter(_is_window, find_times(phrase, ANY_DAY)))
    return len(times) == 1 and times[0].kind == "by"


def _coming(window: DateRange, today: dt.date) -> DateRange:
    """The window, a year later where it has been over for half a year."""
    since, until = window.since, window.until
    if since is None or until is None or (today - until).days < AN_OVERSIGHT:
        return window
    return DateRange(_year_on(since), _year_on(until))


def _year_on(day: dt.date) -> dt.date:
    leaps = (day.month, day.day) == (2, 29)
    following = day.year + 1
    return dt.date(following, 2, 28) if leaps else day.replace(year=following)


def _of_any_year(phrase: str, window: DateRange) -> DateRange:
    """A limit (10月底前) is the month in which it ends."""
    if _is_limit(phrase) and window.until:
        window = replace(window, since=window.until.replace(day=1))
    return replace(window, any_year=True)
