"""The lists of a Word document and the numbers of its paragraphs as printed (ECMA-376-1:2016, 17.9)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from loaders.blocks.list_numbers import ListCounter, ListDefinition, ListLevel
from loaders.formats.docx.styles import Styles, value
from loaders.lazy_pattern import lazy_pattern

_PLACE = lazy_pattern(r"%([1-9])")


class Numbering:
    """Counts the numbered paragraphs of a document; they must be told in reading order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstracts = (
            {} if root is None else {_id(a, "abstractNumId"): a for a in root.findall("abstractNum")}
        )
        self._nums = {} if root is None else {_id(n, "numId"): n for n in root.findall("num")}
        self._lists: dict[str, ListDefinition | None] = {}
        self._counter = ListCounter()

    def label(self, properties: Element | None, style: str) -> str:
        """The number of the next paragraph as printed, empty for none or a bullet.

        Arguments: the paragraph's own properties; the id of its style.
        """
        number, depth = self._place(properties, style)
        numbered_list = self._list(number) if number else None
        if numbered_list is None or number is None:
            return ""
        return self._counter.label(number, numbered_list, depth)

    def _place(self, properties: Element | None, style: str) -> tuple[str | None, int]:
        """The list and level of a paragraph: its own, else its style's; list 0 is none."""
        own = None if properties is None else properties.find("numPr")
        number, level = self._styles.numbering(style)
        direct = value(own, "numId")
        if direct == "0" or (direct is None and number == "0"):
            return None, 0
        printed_level = value(own, "ilvl") or (level if direct is None else None)
        used = direct or number
        if printed_level is not None and printed_level.isdecimal():
            return used, int(printed_level)
        return used, self._level_of_style(used, style) if direct is None else 0

    def _level_of_style(self, number: str | None, style: str) -> int:
        numbered_list = self._list(number) if number else None
        return (numbered_list.level_of(style) if numbered_list else None) or 0

    def _list(self, number: str) -> ListDefinition | None:
        if number not in self._lists:
            self._lists[number] = self._read(number)
        return self._lists[number]

    def _read(self, number: str) -> ListDefinition | None:
        num = self._nums.get(number)
        abstract = self._abstract_of(num)
        if num is None or abstract is None:
            return None
        levels = {_depth(lvl): _level(lvl) for lvl in self._abstracts[abstract].findall("lvl")}
        starts: dict[int, int] = {}
        for override in num.findall("lvlOverride"):
            own, start = override.find("lvl"), value(override, "startOverride")
            if own is not None:
                levels[_depth(override)] = _level(own)
            if start is not None:
                starts[_depth(override)] = _integer(start, 1)
        return ListDefinition(abstract, levels, starts)

    def _abstract_of(self, num: Element | None, hops: int = 4) -> str | None:
        """The abstract definition of a list, through the list style that it may name instead of its own levels."""
        abstract = value(num, "abstractNumId")
        if num is None or abstract is None or abstract not in self._abstracts:
            return None
        link = value(self._abstracts[abstract], "numStyleLink")
        linked = self._nums.get(self._styles.numbering(link)[0] or "") if link and hops else None
        return (self._abstract_of(linked, hops - 1) if linked is not None else None) or abstract


def _level(lvl: Element) -> ListLevel:
    # A format of Word 2010 and later comes as a choice with a plain one to fall back on, which is the last.
    formats = [element.get("val", "decimal") for element in lvl.iter("numFmt")]
    restart = value(lvl, "lvlRestart")
    return ListLevel(
        start=_integer(value(lvl, "start"), 1),
        format=formats[-1] if formats else "decimal",
        parts=_parts(value(lvl, "lvlText") or ""),
        restart=None if restart is None else _integer(restart, 0),
        legal=lvl.find("isLgl") is not None,
        style=value(lvl, "pStyle"),
    )


def _parts(text: str) -> tuple[str | int, ...]:
    """The label of a level: %1.%2 has the numbers of the first two levels with a stop between them."""
    pieces = _PLACE.split(text)
    return tuple(int(piece) - 1 if odd % 2 else piece for odd, piece in enumerate(pieces) if piece)


def _depth(element: Element) -> int:
    return _integer(element.get("ilvl"), 0)


def _id(element: Element, name: str) -> str:
    return element.get(name, "")


def _integer(printed: str | None, default: int) -> int:
    return int(printed) if printed is not None and printed.lstrip("-").isdecimal() else default
