"""A time of day as people say it: 早上八点, 下午3点半, 20:15, 晚上, 9am."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from knowledge.text.numerals import parse_int

NUMBER = r"(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})"
HALVES = {
    "凌晨": 0,
    "清晨": 7,
    "早晨": 8,
    "早上": 8,
    "上午": 9,
    "早": 8,
    "中午": 12,
    "午后": 14,
    "下午": 14,
    "傍晚": 18,
    "晚上": 19,
    "晚": 19,
    "夜里": 22,
    "am": 9,
    "pm": 14,
    "tonight": 19,
}
"""A part of the day → the hour that it means where none is said."""
LATE = ("午后", "下午", "傍晚", "晚上", "晚", "夜里", "pm", "tonight")
NOON, MIDNIGHT = 12, 24

_MINUTES = r"(?:[0-5]?[0-9]|[零〇]?[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)"
CLOCK = re.compile(
    rf"(?P<half>{'|'.join(sorted((h for h in HALVES if not h.isascii()), key=len, reverse=True))})?\s*(?:"
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9])(?![0-9])\s*(?P<pm>[ap]m\b)?"
    rf"|(?P<oclock>{NUMBER})[点时](?!候|限|间)(?:(?P<past>{_MINUTES})(?!刻)分?(?!钟)|(?P<half_past>半)|(?P<quarter>[一三])刻|整|钟)?"
    r"|(?P<english>[0-9]{1,2})\s*(?P<english_pm>[ap]m)\b)"
    rf"|(?P<alone>{'|'.join(sorted((h for h in HALVES if len(h) > 1 and not h.endswith('m')), key=len, reverse=True))}|(?<=[今明])[早晚])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ClockTime:
    """An hour, 24 for the end of the day, and a minute; `sure` unless it may be of the morning or the evening."""

    hour: int
    minute: int
    sure: bool

    def on(self, day: dt.date, zone: dt.tzinfo | None) -> dt.datetime:
        """The moment on a day; 晚上十二点 is where the next day begins."""
        later = dt.timedelta(days=self.hour // MIDNIGHT)
        return dt.datetime.combine(day + later, dt.time(self.hour % MIDNIGHT, self.minute), zone)


def clock_time(match: re.Match[str]) -> ClockTime | None:
    """The time that a match of CLOCK means, None where there is no such (25点)."""
    if match["alone"]:
        return ClockTime(HALVES[match["alone"].lower()], 0, sure=True)
    hour = parse_int(match["hour"] or match["oclock"] or match["english"])
    minute = 30 if match["half_past"] else {"一": 15, "三": 45}.get(match["quarter"] or "", 0)
    minute = minute or parse_int((match["minute"] or match["past"] or "0").lstrip("零〇") or "0") or 0
    if hour is None or hour > MIDNIGHT or minute > 59:
        return None
    half = (match["half"] or match["pm"] or match["english_pm"] or "").lower()
    if match["hour"] and not half:  # 3:00 on a clock of 24 hours
        return ClockTime(hour % MIDNIGHT, minute, sure=True)
    return ClockTime(_hour_of_day(hour, half), minute, sure=bool(half) or hour > NOON)


def _hour_of_day(hour: int, half: str) -> int:
    """The hour from 0 to 24 that an hour of the dial means in a part of the day."""
    if half in LATE and hour == NOON and half not in ("午后", "下午", "pm"):
        return MIDNIGHT
    if hour < NOON and (half in LATE or (half == "中午" and hour < 10)):
        return hour + NOON
    if half in ("凌晨", "am") and hour == NOON:
        return 0
    return hour
