"""Time phrases of running text, each with its kind and the days it means."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache

from knowledge.temporal.base_dates import bare_year, whole_day
from knowledge.temporal.calendar import UNRESOLVED, Explanation, Period, Precision, add_months_to
from knowledge.temporal.patterns import AFTER, BEFORE, DAY_ALONE, INSIDE, JOINER, SCANNER, SHAPES
from knowledge.temporal.school_terms import TERM_NAMES, before_term
from knowledge.temporal.time_points import (
    Base,
    Kind,
    ResolvedTime,
    TimePoint,
    calendar_reading,
    names_later_part,
    next_coming,
    number_in,
    point_of,
    range_to,
)
from knowledge.text.normalisation import squeeze
from loaders.lazy_pattern import lazy_pattern

JOIN = lazy_pattern(JOINER)
# 达到2020年的水平 and 提高到… are no limits in time: 到 counts only where it does not belong to a verb.
LEAD = lazy_pattern(
    r"(?P<by>截至到?|截止[到至]?|(?<![达高加升降低长回受得想看遇做直涉提收减缩增涨碰])到了?|(?<![甚乃直降增升高冬夏])至)$"
    r"|(?P<since>自从|自|从)$"
)
TAIL = lazy_pattern(
    rf"(?P<by>(?:“[^”，。]{{1,8}}”|(?<=[日号])[^“”，。；：0-9]{{2,8}}[日节])?{BEFORE}|{INSIDE})|(?P<since>起(?!来|步|草|点|诉|伏|码|效|搏)|开始|以来|至今)|(?P<after>{AFTER})"
    r"|前后|期间|之间|间(?=，|内|完)"
)
# 1.4月完成招标, 2.三年内…: the first figure numbers the item.
ITEM_NUMBER = lazy_pattern(r"^([0-9]{1,2})[.．](?=(?:1[0-2]|[1-9])月|20[0-9]{2}年|[^0-9])")
# 满一年的，次年3月前补贴; 对提前完成的乡镇，次年奖励: a standing rule, of any year.
STANDING_RULE = lazy_pattern(
    r"满[^，。；]{0,8}(?:年|月|期)的?|(?:^|[，；])对[^，。；]{2,30}的[^，。；]{0,12}，$|每年"
)
# 本通知印发后10日内 counts from the day of printing; working days after it and other events do not.
SINCE_ISSUE = lazy_pattern(
    r"(?:本|此)(?:通知|方案|计划|办法|意见|要点|文件|规定|细则)(?:印发|下发|发布|公布|发文)(?:之日起|之?后)(?P<count>[0-9一二两三四五六七八九十]{1,3})(?P<unit>天|日|个?月|周|个星期)(?:之|以)?内"
)
EVERY_YEAR_IN_A_MONTH = lazy_pattern(r"^每年.*月")
# What an event-anchored phrase may reach back over: 方案印发后, at most this many characters.
EVENT_REACH = 14
# 届满30日前 counts back from an event, not to the thirtieth.
COUNTS_BACK = lazy_pattern(r"(?:届满|期满|到期|开幕|开工|举行|召开|入汛|开学)之?(?:的)?$")
EVENT_START = lazy_pattern(
    r"[，。；：！？、（）()“”]|(?<![现正存实所])在|(?<![来独各亲])自|(?<![是主])要(?!点|求)|是指"
)


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time as printed in a text.

    `start_offset` and `end_offset` count characters of that text. `start` and `end` are the first and last day;
    None is open, unresolved, or no calendar time. `kind` is unknown where the source blanks the time (20xx年底,
    `redacted`); `manner` is the kind that the words around it give all the same.
    """

    kind: Kind
    text: str
    start_offset: int
    end_offset: int
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    redacted: bool
    manner: Kind
    explanation: Explanation = ""


@dataclass(frozen=True, slots=True)
class _Core:
    """A shape found in squeezed text, before the words around it are read."""

    start: int
    end: int
    reading: ResolvedTime


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence has said before a month without a year: a later `year` (明年上半年分解到县，6月底前报备), or
    that all this is `yearly` (每年3月前确定名单，10月底前完工). 次年 is the year after the `latest` one."""

    year: int | None
    yearly: bool
    latest: int | None


SAID_NOTHING = _Said(None, yearly=False, latest=None)


def find_times(text: str, base: Base) -> list[TimePhrase]:
    """The time phrases of a text in reading order, without overlap.

    `base` is the date that relative times count from (docs/json.md, deadlines); without it, or where it
    lacks the month or day that a phrase needs, the phrase is unresolved. Takes time in proportion to the length
    of the text.
    """
    return list(_times(text, base))


@lru_cache(maxsize=4096)
def _times(text: str, base: Base) -> tuple[TimePhrase, ...]:
    """The time phrases of a text; the search for deadlines, for targets and for bodies all want those of a sentence."""
    printed = squeeze(text)
    words = printed.text
    if number := ITEM_NUMBER.match(words):
        words = f"{number[1]}、{words[number.end() :]}"
    phrases: list[tuple[int, int, ResolvedTime]] = []
    at, begin, context = 0, 0, SAID_NOTHING
    while match := SCANNER.search(words, at):
        core = _read_core(words, match, base)
        at = match.end()
        if core is None:
            continue
        context = SAID_NOTHING if re.search("[；。]", words[begin : core.start]) else context
        framed = _framed(words, _as_said(core, words, context, base), begin, base)
        context = _now_said(framed[2], words[framed[0] : framed[1]], context, base)
        phrases.append(framed)
        at = begin = framed[1]
    return tuple(_phrase(text, printed.span(start, end), reading) for start, end, reading in phrases)


def _now_said(reading: ResolvedTime, phrase: str, context: _Said, base: Base) -> _Said:
    """What a sentence has come to with one more time.

    What begins later (从2027年1月起…，11月底前拿出细则) sets no year: its preparation comes before.
    """
    if reading.kind == "every" and EVERY_YEAR_IN_A_MONTH.search(phrase):
        return _Said(None, yearly=True, latest=None)
    point = reading.point
    if point is None or point.year is None:
        return context
    if not point.year_stated:
        return replace(context, latest=point.year)
    later = reading.kind != "from" and names_later_part(point, base)
    return _Said(point.year if later else None, yearly=False, latest=point.year)


def _as_said(core: _Core, text: str, context: _Said, base: Base) -> _Core:
    """次年, and a month without a year, read by what their sentence has said before them."""
    point = core.reading.point
    if point and text[core.start] in "次翌":
        return replace(core, reading=_year_after(point, context, text[: core.start], base))
    if point is None or point.year_stated or not point.month or core.reading.explanation:
        return core
    if context.yearly:
        return replace(core, reading=ResolvedTime(UNRESOLVED, "every"))
    if context.year is None:
        return core
    return replace(core, reading=calendar_reading(replace(point, year=context.year, year_stated=True)))


def _year_after(point: TimePoint, context: _Said, before: str, base: Base) -> ResolvedTime:
    """次年3月底前: the year after the one said before, else after the plan's; of a standing rule every year's."""
    if context.yearly or (context.latest is None and STANDING_RULE.search(before)):
        return ResolvedTime(UNRESOLVED, "every")
    latest = context.latest or (bare_year(base) if base else None)
    return calendar_reading(replace(point, year=latest + 1 if latest else None))


def _read_core(text: str, match: re.Match[str], base: Base) -> _Core | None:
    shape = SHAPES[match.lastgroup or ""]
    groups = shape.pattern.match(text, match.start())
    reading = shape.read(groups.groupdict(), base) if groups else None
    if reading is None:
        return None
    core = _Core(match.start(), match.end(), reading)
    return _range_from(text, core, base) or _anchored(text, core, shape.name, base)


def _range_from(text: str, core: _Core, base: Base) -> _Core | None:
    """2020年7月1日至8月31日, 即日起至9月底: a range where a calendar time goes on to another."""
    first, join = core.reading.point, JOIN.match(text, core.end)
    if first is None or join is None or core.reading.kind not in ("in", "from"):
        return None
    patterns = (SHAPES["dated"].pattern, SHAPES["undated"].pattern, DAY_ALONE)
    last = next((m for pattern in patterns if (m := pattern.match(text, join.end()))), None)
    return _Core(core.start, last.end(), range_to(first, point_of(last.groupdict(), base))) if last else None


def _anchored(text: str, core: _Core, name: str, base: Base) -> _Core:
    """An event, and a length counted from one (接到报告后两天内), take in the words that name the event."""
    before = text[max(0, core.start - 1) : core.start]
    counted = name == "duration" and core.reading.kind == "by" and before in ("后", "起")
    counts_back = name == "day_of_month" and COUNTS_BACK.search(text[max(0, core.start - 4) : core.start])
    if name != "event" and not counted and not counts_back:
        return core
    reach = text[max(0, core.start - EVENT_REACH) : core.start]
    starts = [match.end() for match in EVENT_START.finditer(reach)]
    begin = core.start - len(reach) + (starts[-1] if starts else 0)
    tail = TAIL.match(text, core.end) if counts_back else None
    end = tail.end() if tail else core.end
    return _Core(begin, end, _since_issue(text[begin:end], base) or ResolvedTime(UNRESOLVED, "event"))


def _since_issue(phrase: str, base: Base) -> ResolvedTime | None:
    """本通知印发后10日内, None for a time that counts from any other event."""
    match, printed = SINCE_ISSUE.fullmatch(phrase), whole_day(base)
    count = number_in(match["count"]) if match else None
    if match is None or printed is None or count is None:
        return None
    if match["unit"].endswith("月"):
        day = add_months_to(printed, count)
    else:
        day = printed + dt.timedelta(days=count * (1 if match["unit"] in "天日" else 7))
    return ResolvedTime(Period(None, day, "day"), "by", explanation="after_issue")


def _framed(text: str, core: _Core, floor: int, base: Base) -> tuple[int, int, ResolvedTime]:
    """The core with the words around it (到…, …前, 从…起), not reaching back beyond `floor`."""
    if core.reading.kind in ("every", "vague", "event"):
        before = TAIL.match(text, core.end) if core.reading.kind != "vague" else None
        end = before.end() if before and before.lastgroup == "by" else core.end
        return max(core.start, floor), end, core.reading
    lead = LEAD.search(text[max(floor, core.start - 4) : core.start])
    tail = TAIL.match(text, core.end)
    start = core.start - len(lead[0]) if lead else core.start
    return start, tail.end() if tail else core.end, _with_words(core.reading, lead, tail, base)


def _with_words(
    reading: ResolvedTime, lead: re.Match[str] | None, tail: re.Match[str] | None, base: Base
) -> ResolvedTime:
    role = _role(reading, lead, tail)
    if role == "by":
        counts_back = bool(lead and lead[0].startswith("截"))
        return _until(reading, base, counts_back, before=bool(tail and "前" in tail[0]))
    if role == "since":
        begins = reading.period.start is not None
        period = replace(reading.period, end=None) if begins or reading.blank else UNRESOLVED
        return replace(reading, kind="from", period=period)
    if role == "after" and reading.period.end:
        start = reading.period.end + dt.timedelta(days=1)
        return replace(reading, kind="from", period=replace(reading.period, start=start, end=None))
    return replace(reading, kind="from") if role == "after" else _settled(reading, base)


def _role(reading: ResolvedTime, lead: re.Match[str] | None, tail: re.Match[str] | None) -> str | None:
    """What the words around a time make of it: by, since or after; the word after it counts first."""
    if tail and tail.lastgroup:
        return tail.lastgroup
    # 从4月到10月 is a stretch with an end, so its 从 does not open it.
    ends = reading.kind == "in" and reading.point is None
    return None if lead is None or (ends and lead.lastgroup == "since") else lead.lastgroup


def _until(reading: ResolvedTime, base: Base, counts_back: bool, before: bool) -> ResolvedTime:
    """The reading as a limit: 前 of a named day (春节前) or of a term is the day before it."""
    if before and reading.explanation in TERM_NAMES and reading.kind == "in":
        return replace(reading, kind="by", period=before_term(reading))
    if reading.strict and before and reading.period.end:
        day = reading.period.end - dt.timedelta(days=1)
        return replace(reading, kind="by", period=Period(None, day, "day"))
    return replace(reading, kind="by") if counts_back else _settled(replace(reading, kind="by"), base)


def _settled(reading: ResolvedTime, base: Base) -> ResolvedTime:
    point = reading.point
    if reading.kind != "by" or point is None:
        return reading
    coming = next_coming(point, base)
    return reading if coming is point else replace(calendar_reading(coming), kind="by")


def _phrase(text: str, span: tuple[int, int], reading: ResolvedTime) -> TimePhrase:
    period = UNRESOLVED if reading.blank else reading.period
    return TimePhrase(
        kind="unknown" if reading.blank else reading.kind,
        text=text[slice(*span)],
        start_offset=span[0],
        end_offset=span[1],
        start=None if reading.kind == "by" else period.start,
        end=period.end,
        precision=period.precision,
        redacted=reading.blank,
        manner=reading.kind,
        explanation="" if period.precision == "unresolved" else reading.explanation,
    )
