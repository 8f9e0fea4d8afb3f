"""A file may hold several speeches and plans: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from loaders.blocks.numerals import numeral
from loaders.lazy_pattern import lazy_pattern
from loaders.structure.division.beginnings import Beginning, Beginnings
from loaders.structure.division.front_matter import is_front
from loaders.structure.division.heads import Heads
from loaders.structure.lines import Line

_PART = lazy_pattern(
    r"[^。]{0,40}?(篇[一二三四五六七八九十]{1,3}|篇\s?\d{1,2}|[(（]?第[一二三四五六七八九十]{1,3}篇[)）]?)\s*[:：]?[^。]{0,30}"
)
_LONGEST_PART = 70


@dataclass(frozen=True, slots=True)
class SpeechLines:
    """The lines of one speech: those that may be its head and the rest.

    `part` names it among several of a file; `inherits`: it is a plan that the one before it issues, or an annex of it.
    `preface`: lines before the first speech of a collection.
    """

    part: str | None
    front: tuple[Line, ...]
    body: tuple[Line, ...]
    inherits: bool = False
    preface: tuple[Line, ...] = ()


def divide(text: str, form: str, lines: Sequence[Line], headings: Mapping[int, int]) -> list[SpeechLines]:
    """Divide the lines of a file into its speeches and plans.

    Where lines name the parts (…讲话稿篇二) they are the beginnings, else those that `beginnings` finds. Arguments:
    the text, its copy in one form, its lines without noise, the levels of headings that its format marks.
    """
    heads = Heads(text, form, lines, headings)
    parts = _part_lines(heads.words)
    beginnings = [Beginning(i) for i in parts] or list(Beginnings(heads).find())
    before = beginnings[0].line if beginnings else 0
    preface = lines[:before] if parts and all(map(is_front, heads.words[:before])) else []
    if not beginnings or (before and not preface):
        beginnings = [Beginning(0), *beginnings]
    stretches = list(_stretches(heads, lines, beginnings))
    return [replace(stretches[0], preface=tuple(preface)), *stretches[1:]]


def part_name(words: str) -> str | None:
    """The part that a line names (篇二), or None."""
    match = _PART.fullmatch(words)
    return re.sub(r"\s|[()（）]", "", match[1]) if match else None


def _part_lines(words: Sequence[str]) -> list[int]:
    """The lines that name a part, where there are several."""
    named = [i for i, line in enumerate(words) if len(line) <= _LONGEST_PART and part_name(line)]
    return named if len(named) > 1 else []


def _stretches(heads: Heads, lines: Sequence[Line], beginnings: Sequence[Beginning]) -> list[SpeechLines]:
    several = sum(not stretch.inherits for stretch in beginnings) > 1
    stretches: list[SpeechLines] = []
    count = 0
    for beginning, end in zip(
        beginnings, [*(other.line for other in beginnings[1:]), len(lines)], strict=True
    ):
        inside = lines[beginning.line : end]
        length = min(len(inside) - 1, len(heads.front(beginning.line)))
        count += not beginning.inherits
        part = (
            _part(heads.words[beginning.line : beginning.line + length], count)
            if several and not beginning.inherits
            else None
        )
        stretches.append(
            SpeechLines(part, tuple(inside[:length]), tuple(inside[length:]), beginning.inherits)
        )
    return stretches


def _part(front: Sequence[str], count: int) -> str:
    """The name of a part by the lines before it, else by its number."""
    return next(filter(None, map(part_name, front)), f"篇{numeral(count, 'chineseCounting')}")
