"""The values of a sentence that are goals, each with its indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.targets.indicators import (
    COMPARED,
    LIST_MARK,
    MASK,
    MEASURE_NOUN,
    ValueContext,
    indicator_of,
    listed_after,
    names_in,
    tidy,
)
from knowledge.targets.paired_values import APART, pairs_at
from knowledge.targets.start_values import AIM, BEFORE, row_name, start_of
from knowledge.targets.values import Value, find_values
from knowledge.text.clauses import clause_end, clause_start
from loaders.lazy_pattern import lazy_pattern

LONGEST_NAME = 80
MANIFOLD = "番"
# 互联网诊疗量比2025年翻一番
COMPARES_TO = lazy_pattern("(?:比|较|在)[^，；]{0,14}$")
# A、B均达到92%: one value for each of several names.
FOR_EACH = lazy_pattern("[均都](?:要|应|须)?(?:达|不低于|不高于|不超过|控制|保持|稳定|提高|降|超过|在)")
# 配送时间压缩到24小时以内: the length is the value, and no time by which something is due.
LENGTH = lazy_pattern("(?:分钟|小时|天|日|周|个月)(?:以内|之内|内|以上|左右)?$")
IS_REACHED = lazy_pattern(
    "(?:压缩|缩短|压减|缩减|降低?|延长|提高|控制|稳定|保持)[到至在]$|不超过$|不少于$|不低于$"
)
LEVEL = lazy_pattern("(?:国家|省|市|县|区)级")
# 1:1.3 is one value; the sign ends no clause.
RATIO_SIGN = lazy_pattern("(?<=[0-9])[:：](?=[0-9])")
SHORTEST_NAME = 3
# 增加到2027年的96名: the time goes with the 的 after it.
TIMES_OF_VALUES = lazy_pattern(f"{MASK}+(?:的(?=[0-9]|$))?")
FULL_COVER = lazy_pattern(r"全覆盖(?!实施|方案|工程|的|检查|行动|式|，?但)")
# 按期办结率, 限期整改率: the time is part of the name.
PART_OF_RATE = lazy_pattern("[^，；、0-9]{0,6}率")
COVERS = lazy_pattern(r"(?:加快|推动|推进|确保|力争)?(?:实现|达到|做到|推动|确保|推进|形成|完成)")
# 由目前的15分钟缩短到12分钟: the first value is where it starts from.
STARTS_FROM = lazy_pattern(r"(?:由|从|(?<![占分])比)(?:现在|目前|原来|每人|每月|每年|的)*$")
RELATIVE_TO = lazy_pattern(
    r"(?P<name>.{2,}?)(?:(?P<least>不得?低于|不得?少于|至少达到)|(?P<most>不得?高于|不得?超过|控制在)|达到?|提高到)"
    r"(?P<to>[^，；]{0,12}(?:平均|水平|人均|同级|同期|同类)[^，；0-9]{0,8})的$"
)


@dataclass(frozen=True, slots=True)
class Goal:
    """A value with what it is to be of; `start` and `end` count characters of the sentence, `base` is the value that
    it starts from (由62%提高到75%).

    `turn` is its place, from 0, among so many values that are paired with times (2027年、2028年分别新增80个和100个).
    """

    indicator: str
    op: str
    text: str | None
    unit: str
    start: int
    end: int
    turn: tuple[int, int] | None = None
    base: str | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """A sentence as printed and with its times masked, and the name of the item that it is in."""

    printed: str
    masked: str
    item: str


def find_goals(sentence: str, times: Sequence[tuple[int, int]] = (), item: str = "") -> list[Goal]:
    """The goals with values of a sentence that asks for something.

    Arguments: the sentence without stray white space; where its time phrases stand, whose figures are no
    values; the name of the item that it is in, for a value without a name of its own.
    """
    sentence = RATIO_SIGN.sub("∶", sentence)
    masked = _mask(sentence, times)
    text, values = _Text(sentence, masked, item), find_values(masked)
    goals: list[Goal] = []
    for value in values:
        apart = masked.rfind(APART, clause_start(masked, value.start), value.start)
        goal = _goal(text, value, goals) if apart < 0 else _paired(text, value, values, goals)
        goals += _for_each(goal, masked[clause_start(masked, value.start) : value.start]) if goal else []
    based = [replace(goal, base=start_of(masked, goal.start, goal.unit, values)) for goal in goals]
    return sorted([*based, *_full_cover(masked, goals)], key=lambda goal: goal.start)


def _for_each(goal: Goal, head: str) -> list[Goal]:
    """The goal for each of several names that have one value (A、B均达到92%), else the goal as it is."""
    names = names_in(goal.indicator) if FOR_EACH.search(head) else []
    if len(names) < 2 or not all(map(MEASURE_NOUN.search, names)):
        return [goal]
    return [replace(goal, indicator=name) for name in names]


def _mask(sentence: str, times: Sequence[tuple[int, int]]) -> str:
    """The sentence with its times blanked out, as long as before."""
    pieces, at = [], 0
    for start, end in times:
        if PART_OF_RATE.match(sentence, end) and not re.search("[0-9年月]", sentence[start:end]):
            continue
        if LENGTH.search(sentence[start:end]) and IS_REACHED.search(sentence[:start]):
            continue
        pieces += [sentence[at:start], MASK * (end - start)]
        at = end
    return "".join([*pieces, sentence[at:]])


def _goal(text: _Text, value: Value, goals: Sequence[Goal]) -> Goal | None:
    sentence = text.masked
    begin = max(_part_start(sentence, value, goals), value.start - LONGEST_NAME)
    head = TIMES_OF_VALUES.sub("", sentence[begin : value.start])
    if BEFORE.search(head):
        return None
    if special := _of_own_form(sentence, head, value):
        return special
    if _is_named(sentence, value.start) or STARTS_FROM.search(head) or (value.vague and value.op == "="):
        return None
    indicator = _indicator(text, begin, head, value, goals)
    if not indicator:
        return None
    op = ">=" if value.op == "=" and "至少" in head else value.op
    return Goal(_with_noun(indicator, goals), op, value.text, value.unit, value.start, value.end)


def _indicator(text: _Text, begin: int, head: str, value: Value, goals: Sequence[Goal]) -> str | None:
    sentence = text.masked
    tail = sentence[value.end : clause_end(sentence, value.end)].replace(MASK, "")
    indicator = indicator_of(ValueContext(value, head, tail, _context(text, begin, value, goals)))
    listed = goals and goals[-1].end < begin and LIST_MARK.fullmatch(sentence, begin - 1, begin)
    if listed and (not indicator or indicator == tidy(head)):
        indicator = listed_after(goals[-1].indicator, head, tail)
    if re.match(f"[比较]{MASK}", sentence[begin : value.start]):
        return f"{_context(text, begin, value, goals)}{tidy(text.printed[begin : value.start])}"
    if indicator and COMPARED.search(indicator):
        return _compared(text.printed[begin : value.start], sentence[begin : value.start])
    return indicator


def _of_own_form(sentence: str, head: str, value: Value) -> Goal | None:
    """Values that their own words name: 平均水平的1.1倍, 翻一番, 目标75% in a row of a plan."""
    if value.relates and (relative := RELATIVE_TO.search(head)):
        return _relative(relative, value)
    name = ""
    if value.unit == MANIFOLD:
        name = tidy(COMPARES_TO.sub("", head))
    elif AIM.search(head):
        name = row_name(sentence, value.start)
    return Goal(name, value.op, value.text, value.unit, value.start, value.end) if name else None


def _with_noun(indicator: str, goals: Sequence[Goal]) -> str:
    """争创国家级重点专科1个、省级3个: the noun stands with the first alone."""
    level = LEVEL.search(indicator)
    if not goals or level is None or level.end() < len(indicator):
        return indicator
    return LEVEL.sub(level[0], goals[-1].indicator, count=1)


def _relative(match: re.Match[str], value: Value) -> Goal:
    """人均绩效不低于全院平均水平的1.1倍: the value is so much of another."""
    to = f"{match['to']}的"
    op = "<=" if match["most"] else ">=" if match["least"] else value.op
    return Goal(
        tidy(match["name"]),
        op,
        None if value.text is None else to + value.text,
        value.unit,
        value.start - len(to),
        value.end,
    )


def _compared(printed: str, masked: str) -> str | None:
    """水质达标率比上年提高2个百分点: a goal beside an earlier time is named with it; beside a place it is none."""
    return tidy(printed) if re.search(f"(?:比|较){MASK}", masked) else None


def _part_start(sentence: str, value: Value, goals: Sequence[Goal]) -> int:
    """Where the words that belong to a value begin: its clause, or the list mark after the goal before it."""
    begin = clause_start(sentence, value.start)
    if not goals or goals[-1].end <= begin:
        return begin
    mark = LIST_MARK.search(sentence, goals[-1].end, value.start)
    return mark.end() if mark else goals[-1].end


def _context(text: _Text, begin: int, value: Value, goals: Sequence[Goal]) -> str:
    """What a value without a name of its own is about: the goal just before it, the clause before, or the item.

    Beyond a semicolon only a goal with the same unit is meant (2026年达到80%；2027年达到90%).
    """
    sentence, end = text.masked, max(0, begin - 1)
    before = clause_start(sentence, end)
    if not sentence[before:end].strip(MASK):
        before = clause_start(sentence, max(0, before - 1))
    if goals and goals[-1].end > before:
        apart = re.search("[；。]", sentence[goals[-1].end : begin])
        return "" if apart and goals[-1].unit != value.unit else goals[-1].indicator
    if row := row_name(sentence, begin):
        return row
    clause = _without_value(sentence[before:end]) if sentence[end:begin] in ("，", "：") else ""
    return tidy(clause.replace(MASK, "")) or text.item


def _without_value(clause: str) -> str:
    """A clause without the value that it ends with (安排专项经费1650万元，比上年增长8%)."""
    ends = [value.start for value in find_values(clause) if value.end == len(clause)]
    named = clause[: ends[-1]] if ends else clause
    return named if len(named.replace(MASK, "")) >= SHORTEST_NAME else ""


def _is_named(sentence: str, at: int) -> bool:
    """What stands inside quotation marks is a name (“百名骨干驻镇”), and so is what stands in a title."""
    pairs = (("“", "”"), ("《", "》"))
    return any(sentence.rfind(opens, 0, at) > sentence.rfind(closes, 0, at) for opens, closes in pairs)


def _paired(text: _Text, value: Value, values: Sequence[Value], goals: Sequence[Goal]) -> Goal | None:
    """A、B分别达到x、y: the first value with the first name, and so on; a bound after the last holds for all."""
    begin = clause_start(text.masked, value.start)
    earlier = [goal for goal in goals if goal.end <= begin]
    apart = text.masked.rfind(APART, begin, value.start)
    context = _context(text, begin, value, earlier)
    pairs = pairs_at(text.masked, apart, values, [goal.indicator for goal in earlier], context)
    if pairs is None or value not in pairs.values:
        return None
    at, (*others, last) = pairs.values.index(value), pairs.values
    last_alone = last.op != "=" and all(other.op == "=" for other in others)
    op = last.op if last_alone else value.op
    turn = (at, len(pairs.values)) if pairs.timed else None
    return Goal(pairs.names[at], op, value.text, value.unit, value.start, value.end, turn)


def _full_cover(sentence: str, goals: Sequence[Goal]) -> Iterator[Goal]:
    """实现…全覆盖 is a goal of its own, without a number."""
    for match in FULL_COVER.finditer(sentence):
        begin = max(clause_start(sentence, match.start()), match.start() - LONGEST_NAME)
        words = sentence[begin : match.start()].replace(MASK, "")
        name = "".join(tidy(part) for part in COVERS.split(words, maxsplit=1))
        before = [goal.indicator for goal in goals if goal.end <= begin]
        if name and len(name) < SHORTEST_NAME and before:
            name = f"{before[-1]}（{name}）"
        if name and not _is_named(sentence, match.start()):
            yield Goal(name, "=", "全覆盖", "", match.start(), match.end())
