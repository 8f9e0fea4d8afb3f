"""Automatic numbers of a Word document, as printed (ECMA-376-1:2016, 17.9).

Lists that share an abstract definition count on together; a list with a start of its own begins anew the first
time it is used; a level begins anew after any level above it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from loaders.blocks.numerals import numeral
from loaders.formats.docx.styles import Styles, value

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    style: str | None


_PLAIN = _Level(1, "decimal", "", None, False, None)


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the abstract definition that it counts with, its levels and the starts of its own."""

    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document; they must be told in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts = (
            {} if root is None else {_id(a, "abstractNumId"): a for a in root.findall("abstractNum")}
        )
        self._nums = {} if root is None else {_id(n, "numId"): n for n in root.findall("num")}
        self._lists: dict[str, _List | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, properties: Element | None, style: str) -> str:
        """The number of the next paragraph as printed, empty for none or a bullet.

        Arguments: the paragraph's own properties; the id of its style.
        """
        number, level = self._place(properties, style)
        _list = self._list(number) if number else None
        if _list is None or number is None:
            return ""
        self._count(number, _list, level)
        return self._printed(_list, level)

    def _place(self, properties: Element | None, style: str) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else its style's; list 0 is none."""
        own = None if properties is None else properties.find("numPr")
        number, level = self._styles.numbering(style)
        direct = value(own, "numId")
        if direct == "0" or (direct is None and number == "0"):
            return None, 0
        told = value(own, "ilvl") or (level if direct is None else None)
        used = direct or number
        if told is not None and told.isdecimal():
            return used, int(told)
        return used, self._level_of_style(used, style) if direct is None else 0

    def _level_of_style(self, number: str | None, style: str) -> int:
        _list = self._list(number) if number else None
        levels = _list.levels if _list else {}
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def _list(self, number: str) -> _List | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> _List | None:
        num = self._nums.get(number)
        id_ = self._abstract_of(num)
        if num is None or id_ is None:
            return None
        levels = {_depth(lvl): _level(lvl) for lvl in self._abstracts[id_].findall("lvl")}
        starts: dict[int, int] = {}
        for override in num.findall("lvlOverride"):
            own, start = override.find("lvl"), value(override, "startOverride")
            if own is not None:
                levels[_depth(override)] = _level(own)
            if start is not None:
                starts[_depth(override)] = _integer(start, 1)
        return _List(id_, levels, starts)

    def _abstract_of(self, num: Element | None, hops: int = 4) -> str | None:
        """The abstract definition of a list, through the list style that it may name instead of its own levels."""
        id_ = value(num, "abstractNumId")
        if num is None or id_ is None or id_ not in self._abstracts:
            return None
        link = value(self._abstracts[id_], "numStyleLink")
        linked = self._nums.get(self._styles.numbering(link)[0] or "") if link and hops else None
        return (self._abstract_of(linked, hops - 1) if linked is not None else None) or id_

    def _count(self, number: str, found: _List, level: int) -> None:
        counts = self._counts.setdefault(found.abstract, {})
        start = found.starts.get(level, found.levels.get(level, _PLAIN).start)
        anew = level in found.starts and (number, level) not in self._begun
        self._begun.add((number, level))
        counts[level] = start if anew or level not in counts else counts[level] + 1
        for deeper in [other for other in counts if other > level]:
            restart = found.levels.get(deeper, _PLAIN).restart
            if restart is None or level < restart:
                del counts[deeper]

    def _printed(self, found: _List, level: int) -> str:
        shown = found.levels.get(level)
        if shown is None or shown.format == "bullet":
            return ""
        counts = self._counts[found.abstract]

        def count(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            other = found.levels.get(depth, _PLAIN)
            style = "decimal" if shown.legal else other.format
            return numeral(counts.get(depth, other.start), style)

        return _PLACE.sub(count, shown.text).strip()


def _level(lvl: Element) -> _Level:
    # A format of Word 2010 and later comes as a choice with a plain one to fall back on, which is the last.
    formats = [format_.get("val", "decimal") for format_ in lvl.iter("numFmt")]
    restart = value(lvl, "lvlRestart")
    return _Level(
        start=_integer(value(lvl, "start"), 1),
        format=formats[-1] if formats else "decimal",
        text=value(lvl, "lvlText") or "",
        restart=None if restart is None else _integer(restart, 0),
        legal=lvl.find("isLgl") is not None,
        style=value(lvl, "pStyle"),
    )


def _depth(element: Element) -> int:
    return _integer(element.get("ilvl"), 0)


def _id(element: Element, name: str) -> str:
    return element.get(name, "")


def _integer(told: str | None, default: int) -> int:
    return int(told) if told is not None and told.lstrip("-").isdecimal() else default
