"""The styles of a Word document: what a paragraph inherits of numbering, outline level and hiding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from loaders.lazy_pattern import lazy_pattern

_HEADING = lazy_pattern(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_CONTENTS = lazy_pattern(r"(?:toc|目录)\s*(?:\d|heading|标题)", re.IGNORECASE)
_MOST_ANCESTORS = 20


class Styles:
    """Looks up what styles say, along the chain of those that they are based on."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall("style")
        self._styles = {style.get("styleId", ""): style for style in styles}
        self._default = next(
            (
                s.get("styleId", "")
                for s in styles
                if s.get("type") == "paragraph" and is_on(s.get("default"))
            ),
            "",
        )

    def of_paragraph(self, properties: Element | None) -> str:
        """The id of a paragraph's style."""
        return value(properties, "pStyle") or self._default

    def numbering(self, style: str) -> tuple[str | None, str | None]:
        """The list and the level that a style puts its paragraphs into, None for what it does not say."""
        number = level = None
        for ancestor in self._chain(style):
            properties = ancestor.find("pPr/numPr")
            number = number or value(properties, "numId")
            level = level or value(properties, "ilvl")
        return number, level

    def outline_level(self, style: str) -> int:
        """The heading level of a style, 1 the outermost; 0 for body text."""
        for ancestor in self._chain(style):
            printed_level = value(ancestor.find("pPr"), "outlineLvl")
            if printed_level is not None:
                return heading_level(printed_level)
            if match := _HEADING.fullmatch(_name(ancestor)):
                return int(match[1])
        return 0

    def is_contents(self, style: str) -> bool:
        """Whether the style is of lines of a table of contents."""
        return any(_CONTENTS.match(_name(ancestor)) for ancestor in self._chain(style))

    def is_hidden(self, style: str) -> bool:
        """Whether text in the style is not printed."""
        answers = (hidden(ancestor.find("rPr")) for ancestor in self._chain(style))
        return next((answer for answer in answers if answer is not None), False)

    def _chain(self, style: str) -> Iterator[Element]:
        """A style and those that it is based on; a circle of them ends nothing."""
        for _ in range(_MOST_ANCESTORS):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = value(self._styles[style], "basedOn") or ""


def value(parent: Element | None, name: str) -> str | None:
    """The `val` of a child element, None where there is none."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get("val")


def is_on(setting: str | None) -> bool:
    """Whether the value of a switch turns it on."""
    return setting in ("1", "true", "on")


def hidden(properties: Element | None) -> bool | None:
    """Whether the properties of a run hide it; None when they do not say."""
    child = None if properties is None else properties.find("vanish")
    return None if child is None else is_on(child.get("val", "1"))


def heading_level(outline: str) -> int:
    """The heading level of an outline level as Word has it: 0 to 8, 9 for body text."""
    return int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0


def _name(style: Element) -> str:
    return value(style, "name") or ""
