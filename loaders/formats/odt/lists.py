"""Automatic numbers of an OpenDocument text, as printed (OpenDocument 1.3, part 3, 5.3 and 16.30)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from loaders.blocks.numerals import numeral
from loaders.lazy_pattern import lazy_pattern

# What OpenDocument writes as a format are the first numbers themselves.
_FORMATS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "": "none",
    "一": "chineseCountingThousand",
    "壹": "chineseLegalSimplified",
    "①": "decimalEnclosedCircle",
    "甲": "ideographTraditional",
    "子": "ideographZodiac",
    "１": "decimalFullWidth",
}
_PLACE = lazy_pattern(r"%(\d{1,2})%")


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int


@dataclass(slots=True)
class Count:
    """How far a list has counted, by level."""

    style: str
    numbers: dict[int, int] = field(default_factory=dict)

    def next(self, level: int, start: int, given_number: int | None) -> None:
        """Count one more item of a level; deeper levels begin anew."""
        self.numbers[level] = given_number or (self.numbers[level] + 1 if level in self.numbers else start)
        for deeper in [other for other in self.numbers if other > level]:
            del self.numbers[deeper]


class ListStyles:
    """The list styles of a document and the outline style of its headings."""

    def __init__(self, roots: list[Element]) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        for root in roots:
            for style in [*root.iter("list-style"), *root.iter("outline-style")]:
                name = "" if style.tag == "outline-style" else style.get("name", "")
                self._levels[name] = {
                    _integer(properties.get("level"), 1): _level(properties)
                    for properties in style
                    if properties.get("level")
                }

    def start(self, style: str, level: int) -> int:
        """The first number of a level."""
        list_level = self._levels.get(style, {}).get(level)
        return list_level.start if list_level else 1

    def printed(self, count: Count, level: int) -> str:
        """The number of the item just counted, empty for a bullet."""
        levels = self._levels.get(count.style, {})
        shown = levels.get(level)
        if shown is None:
            return ""

        def number(match: re.Match[str]) -> str:
            depth = int(match[1])
            other = levels.get(depth, shown)
            return numeral(count.numbers.get(depth, other.start), other.format)

        return _PLACE.sub(number, shown.text).strip()


def _level(element: Element) -> _Level:
    if element.tag not in ("list-level-style-number", "outline-level-style"):
        return _Level("none", "", 1)
    number_format = element.get("num-format", "")
    level, shown = _integer(element.get("level"), 1), _integer(element.get("display-levels"), 1)
    places = ".".join(f"%{depth}%" for depth in range(level - shown + 1, level + 1))
    plain = f"{element.get('num-prefix', '')}{places}{element.get('num-suffix', '')}" if number_format else ""
    return _Level(
        _FORMATS.get(number_format[:1], "decimal"),
        element.get("num-list-format") or plain,
        _integer(element.get("start-value"), 1),
    )


def _integer(printed: str | None, default: int) -> int:
    return int(printed) if printed and printed.isdecimal() else default
