"""Scopes: of which items a sentence says who is responsible (上述（一）至（三）项由A负责，其余由B负责)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from knowledge.deadlines.responsible_bodies import Responsible
from knowledge.deadlines.role_phrases import stated_roles
from knowledge.text.numerals import parse_int
from loaders.lazy_pattern import lazy_pattern

NUMERAL = r"第?[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3})[）)]?"
WHAT = r"(?:各项|所有|全部)?(?:[0-9一二三四五六七八九十]{1,3}[项件条个])?[^，。；由]{0,8}?(?:任务|工作|事项|内容|措施|项目|要求|实事|项)?"
NUMBERED = lazy_pattern(
    rf"(?:上述|以上|前述|其中|任务|第)?(?P<list>{NUMERAL}(?:[项件条]?(?:至|到|—|-|~|～|、|和|及|与){NUMERAL}){{0,9}})(?P<unit>[项件条点款])?(?:任务|工作|事项|内容|行动)?(?=由|[：:，])"
)
FIRST = lazy_pattern(
    r"(?:上述|以上)?(?P<end>前|后)(?P<count>[两二三四五六七八九十0-9]{1,2})[项件条](?:任务|工作|事项)?(?=由|[：:，])"
)
REST = lazy_pattern(rf"(?:其余|其他|其它|剩余|余下)(?:的)?{WHAT}(?:均|都)?(?=由|[：:，])")
ALL = lazy_pattern(rf"(?:以上|上述|前述|上列|本清单|各项(?=任务|工作)){WHAT}(?:均|都)?(?=由|[：:，])")
PREAMBLE = lazy_pattern(r"^(?:[（(]?(?:责任|任务|职责|工作)?分工(?:如下)?[：:]|其中[，：:]?)")
PIECE = lazy_pattern("[^，,；;。]+")
RANGE = lazy_pattern(rf"({NUMERAL})[项件条]?(?:(?:至|到|—|-|~|～)({NUMERAL}))?")
DIGITS = lazy_pattern("[一二三四五六七八九十]{1,3}|[0-9]{1,3}")
LAST = 999


@dataclass(frozen=True, slots=True)
class Scope:
    """Some items of a list with who is responsible for them.

    `kind`: numbers, first or last (so many), rest or all. `numbers` are those named, or the one count.
    """

    kind: str
    numbers: tuple[int, ...]
    responsible: tuple[Responsible, ...]

    def covers(self, number: int, place: int, count: int, named: Collection[int]) -> bool:
        """Whether an item is meant: its number, its place (from 0) among `count`, the numbers other scopes name."""
        if self.kind == "numbers":
            return number in self.numbers
        if self.kind == "first":
            return place < self.numbers[0]
        if self.kind == "last":
            return place >= count - self.numbers[0]
        return self.kind == "all" or number not in named


def scopes_of(sentence: str) -> list[Scope]:
    """The scopes of a sentence, in reading order; none where it names no items or gives nobody a role."""
    scopes: list[Scope] = []
    opened: tuple[str, tuple[int, ...]] | None = None
    for piece in PIECE.finditer(PREAMBLE.sub("", sentence)):
        words = PREAMBLE.sub("", piece[0])
        items = _items(words)
        opened = items or opened
        responsible = stated_roles(words[_named_to(words) :].lstrip("：:"))
        if opened is None:
            return []
        if not responsible:
            continue
        if items is None and scopes and scopes[-1].kind == opened[0] and scopes[-1].numbers == opened[1]:
            responsible = (*scopes.pop().responsible, *responsible)
        scopes.append(Scope(*opened, responsible))
    return scopes


def _named_to(words: str) -> int:
    match = next((m for pattern in (NUMBERED, FIRST, REST, ALL) if (m := pattern.match(words))), None)
    return match.end() if match else 0


def _items(words: str) -> tuple[str, tuple[int, ...]] | None:
    if first := FIRST.match(words):
        return ("first" if first["end"] == "前" else "last", (parse_int(first["count"]) or 0,))
    if (numbered := NUMBERED.match(words)) and re.search("[第（(项件条]", numbered[0]):
        return ("numbers", tuple(_numbers(numbered["list"])))
    if REST.match(words):
        return ("rest", ())
    return ("all", ()) if ALL.match(words) else None


def _numbers(printed: str) -> Iterator[int]:
    for match in RANGE.finditer(printed):
        first, last = (_number(group) for group in match.groups())
        yield from range(first, (last or first) + 1)


def _number(printed: str | None) -> int:
    digits = DIGITS.search(printed or "")
    return (parse_int(digits[0]) or 0) if digits else 0
