"""Reading what somebody wants to be reminded of, and when: 明天早上八点提醒我报表, 每周一早上九点提醒我报台账."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from bot.config.config import REMINDER_TIME
from bot.reminders.personal.clock_times import CLOCK, NUMBER, ClockTime, clock_time
from bot.reminders.personal.days import ENGLISH_DAYS, NEAR_DAY, WEEKDAYS, SaidDay, day_at
from bot.scheduling.repeats import LONGEST_MONTH, Repeat
from knowledge.text.numerals import half_width, parse_int

LONGEST_TEXT = 200  # characters of what is to be told
FARTHEST = dt.timedelta(days=3 * 366)
DAY = dt.timedelta(days=1)
WORKING_HOURS = range(1, 7)  # an hour of the dial that on a day at work is one of the afternoon

_VERB = re.compile(
    r"(?:请|麻烦|帮我?|你|到时候?|记得|别忘了?|务必|要){0,6}"
    r"(?:提醒(?:一下|下)?(?:我们?|咱们?|俺|大家)(?:一下|下|一声)?|(?:叫|喊)(?:一下|醒)?(?:我|咱|俺)(?:一下|一声)?)要?(?=[^们]|$)"
    r"|(?:please )?remind (?:me|us)(?: to\b| of\b| that\b)?",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"[?？吗呢]\s*$|什么|哪|多少|几时|怎么|如何|是否")
_EVERY = re.compile(
    r"(?P<daily>每天|每日|天天|every ?day|daily)|(?P<work>每个?工作日|工作日|every weekday)"
    r"|每个?(?:周|星期|礼拜)(?P<days>[一二三四五六日天末](?:\s*[、,，和及]?\s*(?:周|星期)?[一二三四五六日天](?![点时月])){0,6})"
    rf"|每个?月(?:的|份)?(?:(?P<month_day>{NUMBER})[日号]|(?P<last>底|末|最后[一1]天))"
    r"|every (?P<english>(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b",
    re.IGNORECASE,
)
_OTHER_REPEAT = re.compile(
    r"每隔?(?:[0-9一二两三四五六七八九十半]{0,3}个?(?:年|季度?|月|周|星期|小时|分钟|天))|双周|隔(?:天|周|日)|every (?:other|hour|month|year|[0-9]+)",
    re.IGNORECASE,
)
_ITEM = rf"(?:{NUMBER}个?半(?:小时|钟头)|{NUMBER}个?(?:小时|钟头)半?|半个?(?:小时|钟头)|[一两三]刻钟|{NUMBER}分钟?)"
_SOON = re.compile(
    rf"(?:再?过)(?P<through>{_ITEM}{{1,2}})(?:之|以)?后?|(?P<after>{_ITEM}{{1,2}})(?:之|以)?后"
    r"|in (?P<number>[0-9]{1,3}|an?|half an) (?P<unit>minute|hour)s?\b",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"(?P<number>{NUMBER}|半)?个?(?P<half>半)?(?P<unit>小时|钟头|刻钟|分钟?)(?P<more>半)?")
_BETWEEN = re.compile(r"(?:[\s,，、的]|在|于|请|我|之前|以前|前|at\b|on\b|@)*", re.IGNORECASE)
_POLITE = re.compile(r"\s*(?:请|麻烦|帮|你|您|在|于|到|我)*\s*")
_JOINING = re.compile(r"\s*(?:to\b|[在于到]\s)", re.IGNORECASE)
_EDGES = " \t\n,，、;；。.：:的"


class NotUnderstood(ValueError):
    """No time was understood; `part` are the words that were not, empty where there was none at all."""

    def __init__(self, part: str = "") -> None:
        super().__init__(part)
        self.part = part


class OutOfReach(ValueError):
    """The time has passed, or is further off than anything is kept: `moment` says which."""

    def __init__(self, moment: dt.datetime) -> None:
        super().__init__(moment.isoformat())
        self.moment = moment


class NothingToTell(ValueError):
    """It was not said of what."""


class TooLong(ValueError):
    """There is more to tell than a reminder holds: `length` characters."""

    def __init__(self, length: int) -> None:
        super().__init__(length)
        self.length = length


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be told, first when, and how it comes again, None for once."""

    text: str
    due: dt.datetime
    repeat: Repeat | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """The parts of a time in a text, between two places of it."""

    start: int
    end: int
    soon: dt.timedelta | None = None
    repeat: Repeat | None = None
    day: SaidDay | None = None
    clock: ClockTime | None = None

    @property
    def is_empty(self) -> bool:
        return not (self.soon or self.repeat or self.day or self.clock)


def asks_to_be_reminded(text: str) -> bool:
    """Whether somebody wants to be reminded, and does not ask what reminds them."""
    return bool(_VERB.search(text)) and not _QUESTION.search(text)


def names_a_near_time(text: str) -> bool:
    """Whether a text says 明天, 今晚 or 半小时后, which nobody says of the deadlines of documents."""
    return bool(_SOON.search(half_width(text)) or NEAR_DAY.search(text))


def read(text: str, now: dt.datetime, usual: dt.time = REMINDER_TIME) -> Wish:
    """What a text wants told and when. Raises NotUnderstood, OutOfReach, NothingToTell or
    TooLong.

    Arguments: the text, with 提醒我 or without; the present time in the zone of the times; the time of day where only a
    day is said.
    """
    before, after, said = _parted(text, now.date())
    if wrong := _OTHER_REPEAT.search(before) or _OTHER_REPEAT.match(after.lstrip()):
        raise NotUnderstood(wrong.group())
    if said.is_empty:
        raise NotUnderstood
    due = _due(said, now, usual)
    if not now < due <= now + FARTHEST:
        raise OutOfReach(due)
    if not (wanted := _wanted(before, after)):
        raise NothingToTell
    if len(wanted) > LONGEST_TEXT:
        raise TooLong(len(wanted))
    return Wish(wanted, due, said.repeat)


def read_repeated(
    text: str, now: dt.datetime, usual: dt.time = REMINDER_TIME
) -> tuple[str, Repeat, dt.datetime] | None:
    """The words beside a repetition (每周五下午4点 民政局), the repetition and its first time; None where a text has none.

    Raises NotUnderstood.
    """
    before, after, said = _parted(text, now.date())
    if wrong := _OTHER_REPEAT.search(after):
        raise NotUnderstood(wrong.group())
    if said.repeat is None:
        return None
    return _wanted(before, after), said.repeat, _due(said, now, usual)


def has_time(text: str, today: dt.date) -> bool:
    """Whether a time is said in a text that can be understood."""
    try:
        return not _parted(text, today)[2].is_empty
    except NotUnderstood:
        return False


def _parted(text: str, today: dt.date) -> tuple[str, str, _Said]:
    """The words before 提醒我 and after it, without the time, which stands before it or else after, and the time."""
    typed = half_width(" ".join(text.split())).replace("：", ":")
    verb = _VERB.search(typed)
    before, after = (typed[: verb.start()], typed[verb.end() :]) if verb else ("", typed)
    said = _time_in(before, today)
    if not said.is_empty:
        return f"{before[: said.start]} {before[said.end :]}", after, said
    said = _time_in(after, today)
    return before, f"{after[: said.start]} {after[said.end :]}", said


def _wanted(before: str, after: str) -> str:
    """What is to be told: the words around the time, without those that only ask for it."""
    kept = (_POLITE.sub("", before, count=1), _JOINING.sub("", after, count=1))
    return " ".join(" ".join(kept).split()).strip(_EDGES)


def _time_in(text: str, today: dt.date) -> _Said:
    """The first time in a text, as far as its parts stand together."""
    for start in range(len(text)):
        said = _time_at(text, start, today)
        if not said.is_empty:
            return said
    return _Said(0, 0)


def _time_at(text: str, start: int, today: dt.date) -> _Said:
    """The parts of a time that stand together from a place on, each kind once."""
    said = _Said(start, start)
    at = start
    while step := _part_at(text, at, said, today):
        said = step
        between = _BETWEEN.match(text, said.end)
        at = between.end() if between else said.end
    return said


def _part_at(text: str, at: int, said: _Said, today: dt.date) -> _Said | None:
    """A time with the part that stands at a place, None when none does that it lacks."""
    start = said.start
    if said.is_empty and (soon := _SOON.match(text, at)):
        return _Said(start, soon.end(), soon=_length(soon))
    if said.soon:
        return None
    if not (said.day or said.repeat):
        if every := _EVERY.match(text, at):
            return _Said(start, every.end(), repeat=_repeat(every), clock=said.clock)
        if day := day_at(text, at, today):
            return _Said(start, day.end, day=day, clock=said.clock)
    clock = None if said.clock else CLOCK.match(text, at)
    if clock and (time := clock_time(clock)):
        return _Said(start, clock.end(), repeat=said.repeat, day=said.day, clock=time)
    if clock:
        raise NotUnderstood(clock.group().strip())
    return None


def _length(match: re.Match[str]) -> dt.timedelta:
    """How long 一个半小时, 1小时30分钟 or an hour is."""
    if match["unit"]:
        number = {"a": 1.0, "an": 1.0, "half an": 0.5}.get(match["number"].lower()) or float(match["number"])
        return dt.timedelta(**{match["unit"].lower() + "s": number})
    minutes = 0.0
    for piece in _PIECE.finditer(match["through"] or match["after"]):
        number = 0.5 if piece["number"] == "半" else float(parse_int(piece["number"] or "0") or 0)
        number += 0.5 if piece["half"] or piece["more"] else 0
        minutes += number * {"小时": 60, "钟头": 60, "刻钟": 15}.get(piece["unit"], 1)
    return dt.timedelta(minutes=minutes)


def _repeat(match: re.Match[str]) -> Repeat:
    if match["daily"]:
        return Repeat(tuple(range(7)))
    if match["work"]:
        return Repeat(tuple(range(5)))
    if match["english"]:
        return Repeat((ENGLISH_DAYS.index(match["english"][:3].lower()),))
    if match["days"]:
        return Repeat(tuple(sorted({WEEKDAYS[sign] for sign in match["days"] if sign in WEEKDAYS})))
    number = LONGEST_MONTH if match["last"] else parse_int(match["month_day"]) or 0
    if not 0 < number <= LONGEST_MONTH:
        raise NotUnderstood(match.group())
    return Repeat(month_day=number)


def _due(said: _Said, now: dt.datetime, usual: dt.time) -> dt.datetime:
    """When it is due for the first time."""
    if said.soon:
        return now + said.soon
    clock = said.clock or ClockTime(usual.hour, usual.minute, sure=True)
    if said.repeat:
        moment = _at_work(clock).on(now.date(), now.tzinfo)
        return said.repeat.after(now, moment.timetz().replace(tzinfo=None))
    if said.day:
        moment = _at_work(clock).on(said.day.day, now.tzinfo)
        return moment + 7 * DAY if said.day.any_week and moment <= now else moment
    return _nearest(clock, now)


def _nearest(clock: ClockTime, now: dt.datetime) -> dt.datetime:
    """The next time that a clock shows so, in the morning or the evening where that was not said."""
    hours = {clock.hour} if clock.sure else {clock.hour, clock.hour + 12}
    moments = [
        ClockTime(hour, clock.minute, sure=True).on(now.date() + later * DAY, now.tzinfo)
        for hour in hours
        for later in range(2)
    ]
    return min(moment for moment in moments if moment > now)


def _at_work(clock: ClockTime) -> ClockTime:
    """3点 of a day is in the afternoon, unless the morning was named."""
    if not clock.sure and clock.hour in WORKING_HOURS:
        return ClockTime(clock.hour + 12, clock.minute, sure=True)
    return clock
