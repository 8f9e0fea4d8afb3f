"""Reading what is typed after /remind: 医共体 提前30,7,1天 9:00, 每周一、周四 8:30 民政局, 工作日 9:00, every monday 8:30."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.state.chats.schedule import Schedule
from knowledge.text.numerals import half_width, parse_int

FARTHEST = 366  # days before a deadline
MOST = 6  # stages of a deadline

# A part that may be left out brings its own white space along, and every repetition ends somewhere: each text is read
# in one way only, so reading takes time in proportion to its length.
_MOST_ITEMS = 12
_NUMBER = r"(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})"
_UNIT = r"(?:天|日|周|个?星期|个?礼拜|个月|days?|weeks?|months?)"
_ITEM = rf"{_NUMBER}(?![0-9:：点时年月])(?:\s*{_UNIT})?"
_ITEMS = rf"{_ITEM}(?:\s*(?:[,，、/和及与]|and)\s*{_ITEM}){{0,{_MOST_ITEMS - 1}}}"
_DAYS = re.compile(
    rf"提前\s*(?P<before>{_ITEMS})(?:提醒)?|(?<![月0-9])(?P<ahead>{_ITEMS})(?<=[天日周期拜月sy])(?:前|以前|之前|\s*(?:before|ahead))(?:提醒)?"
    r"|(?P<same>(?:到期)?(?:当天|当日)|same day)(?:提醒)?",
    re.IGNORECASE,
)
_ONE = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})?", re.IGNORECASE)
_WEEK, _DAY = "(?:周|星期|礼拜)", "[一二三四五六日天1-7]"
_MORE_DAYS = rf"(?:(?:\s*(?:[、,，/和及与至到]|-)\s*(?:每?{_WEEK})?|{_WEEK})?{_DAY}(?![0-9:：点时月])){{0,6}}"
_ENGLISH_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_WEEKLY = re.compile(
    # 周一 9:00 alone is every Monday; 下周一 is a time of a filter.
    rf"(?:每个?|(?<!\S)){_WEEK}(?P<days>{_DAY}{_MORE_DAYS})(?:一次)?|(?P<work>(?:每个?|(?<!\S))工作日|every weekday|weekdays)"
    rf"|(?P<daily>每天|每日|天天|\bdaily\b|every day)"
    rf"|(?P<week>每个?{_WEEK}(?:一次)?|周报|weekly|every\s+week\b)|every\s+(?P<english>{_ENGLISH_DAY}(?:\s*(?:,|and|/)\s*{_ENGLISH_DAY}){{0,6}})",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?:(?P<half>凌晨|上午|早上|早晨|清晨|早|中午|下午|晚上|晚|傍晚)\s*)?(?:"
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?![0-9])(?:\s*(?P<pm>[ap]m))?"
    rf"|(?P<oclock>{_NUMBER})[点时](?:(?P<past>[0-9]{{1,2}}|[一二三四五]?十[一二三四五六七八九]?)分?|(?P<half_past>半)|(?P<quarter>[一三])刻)?"
    r"[钟整]?)",
    re.IGNORECASE,
)
_FILLER = re.compile(r"请?提醒我?一?下?|remind me|\bat\b", re.IGNORECASE)
_LEFT = re.compile(
    r"提前\S*|每?双(?:周|星期)\S*|[每隔][0-9一二两三四五六七八九十半个隔]{0,4}(?:周|星期|礼拜|月|年|季度?|天|日)\S*|(?<!\S)\S*[0-9]{1,2}:[0-9]{1,2}\S*|every\s+\S+",
    re.IGNORECASE,
)
_LENGTHS = {"周": 7, "星期": 7, "礼拜": 7, "week": 7, "个月": 30, "month": 30}
_SAID = ("一 1 mon", "二 2 tue", "三 3 wed", "四 4 thu", "五 5 fri", "六 6 sat", "日 天 7 sun")
_WEEKDAYS = {name: day for day, names in enumerate(_SAID) for name in names.split()}
_AFTERNOON = ("下午", "晚上", "晚", "傍晚", "pm")
_EVERY_DAY = tuple(range(7))


class NotUnderstood(ValueError):
    """A part of what was typed makes no sense as a schedule."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


@dataclass(frozen=True, slots=True)
class Request:
    """The words that filter, the schedule, and whether any of the schedule was written."""

    words: str
    schedule: Schedule
    explicit: bool


def read(text: str, usual: Schedule) -> Request:
    """What a person wants to be reminded of; what they do not say is as `usual`. Raises NotUnderstood."""
    typed = half_width(text).replace("：", ":")
    rest, schedule = typed, usual
    # 每天 beside 提前7天 says that every day may be one of them.
    ahead = _DAYS.search(typed)
    for shape, reader in ((_WEEKLY, _daily if ahead else _weekly), (_DAYS, _days), (_TIME, _time)):
        # 提前7天、当天 names stages twice: they add up.
        matches = list(shape.finditer(rest))
        if matches:
            schedule = reader(schedule, matches)
            rest = shape.sub(" ", rest)
    words = " ".join(_FILLER.sub(" ", rest).strip(" ,，、;；。.").split())
    if wrong := _LEFT.search(words):
        raise NotUnderstood(wrong.group())
    return Request(words, schedule, rest != typed)


def _weekly(schedule: Schedule, matches: list[re.Match[str]]) -> Schedule:
    days = {day for match in matches for day in _weekdays(match)}
    return replace(schedule, weekdays=tuple(sorted(days)))


def _daily(schedule: Schedule, matches: list[re.Match[str]]) -> Schedule:
    """Days of the week beside so many days ahead are one wish too many; every day is not."""
    if days := next((match.group().strip() for match in matches if not match["daily"]), ""):
        raise NotUnderstood(days)
    return schedule


def _weekdays(match: re.Match[str]) -> Iterable[int]:
    """The days of 一、四 or 一至五, of 工作日, 每天 and 每周."""
    if match["daily"]:
        return _EVERY_DAY
    if match["work"]:
        return _EVERY_DAY[:5]
    if match["english"]:
        return [
            _WEEKDAYS[day[:3].lower()] for day in re.findall(_ENGLISH_DAY, match["english"], re.IGNORECASE)
        ]
    days = [_WEEKDAYS[day] for day in re.findall(_DAY, match["days"] or "一")]
    through = re.search("[至到-]", match["days"] or "")
    return range(days[0], days[-1] + 1) if through and days[0] < days[-1] else days


def _days(schedule: Schedule, matches: list[re.Match[str]]) -> Schedule:
    days = {day for match in matches for day in _stages(match)}
    if len(days) > MOST or max(days) > FARTHEST:
        raise NotUnderstood(matches[0].group().strip())
    return replace(schedule, days=tuple(sorted(days, reverse=True)))


def _stages(match: re.Match[str]) -> list[int]:
    """The days of 30、7天 or 1个月和1周: a number without a unit has that of the next one."""
    if match["same"]:
        return [0]
    stages, length = [], 1
    for stage in reversed(list(_ONE.finditer(match["before"] or match["ahead"]))):
        if stage["unit"]:
            length = next((days for unit, days in _LENGTHS.items() if unit in stage["unit"].lower()), 1)
        stages.append((parse_int(stage["number"]) or 0) * length)
    return stages


def _time(schedule: Schedule, matches: list[re.Match[str]]) -> Schedule:
    match = matches[0]
    hour = parse_int(match["hour"] or match["oclock"]) or 0
    minute = 30 if match["half_past"] else {"一": 15, "三": 45}.get(match["quarter"] or "", 0)
    minute = minute or parse_int(match["minute"] or match["past"] or "0") or 0
    half = (match["half"] or match["pm"] or "").lower()
    hour += 12 if half in _AFTERNOON and 0 < hour < 12 else 0
    if len(matches) > 1 or hour > 23 or minute > 59:
        raise NotUnderstood(matches[-1].group().strip())
    return replace(schedule, at=dt.time(hour, minute))
