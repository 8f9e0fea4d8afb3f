"""The paragraph styles of a Word 97 file: what a paragraph inherits of lists and outline ([MS-DOC] 2.9.271)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.formats.doc.properties import Properties, properties

_FIB_STYLES = 0xA2
_NONE = 0x0FFF
_PARAGRAPH = 1
_MOST_ANCESTORS = 20
_NAMES_OF_HEADINGS = range(1, 10)  # heading 1 to heading 9 among the styles that Word has built in
_NAMES_OF_CONTENTS = range(19, 28)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: the number of the one built in that it is, the one it is based on, its own modifiers."""

    built_in: int
    base: int
    own: Properties


class Styles:
    """Looks up what styles say, along the chain of those that they are based on."""

    def __init__(self, document: bytes, table: bytes) -> None:
        offset, size = struct.unpack_from("<II", document, _FIB_STYLES)
        self._styles = dict(_styles(table[offset : offset + size]))

    def inherited(self, style: int) -> Properties:
        """What a paragraph has of its style."""
        return {
            code: operand for each in reversed(list(self._chain(style))) for code, operand in each.own.items()
        }

    def heading_level(self, style: int) -> int:
        """The level of a heading style, 1 the outermost; 0 for any other."""
        built_in = (each.built_in for each in self._chain(style))
        return next((number for number in built_in if number in _NAMES_OF_HEADINGS), 0)

    def is_contents(self, style: int) -> bool:
        """Whether the style is of lines of a table of contents."""
        return any(each.built_in in _NAMES_OF_CONTENTS for each in self._chain(style))

    def _chain(self, style: int) -> Iterator[Style]:
        """A style and those that it is based on; a circle of them ends nothing."""
        for _ in range(_MOST_ANCESTORS):
            if style not in self._styles:
                return
            yield self._styles[style]
            style = self._styles[style].base


def _styles(sheet: bytes) -> Iterator[tuple[int, Style]]:
    if len(sheet) < 6:
        return
    (head, count, fixed) = struct.unpack_from("<HHH", sheet)
    place = 2 + head
    for number in range(count):
        if place + 2 > len(sheet):
            return
        (size,) = struct.unpack_from("<H", sheet, place)
        definition = sheet[place + 2 : place + 2 + size]
        if size > fixed and (style := _style(definition, fixed)):
            yield number, style
        place += 2 + size + size % 2


def _style(definition: bytes, fixed: int) -> Style | None:
    """A paragraph style by its definition: fixed bytes, its name, its modifiers; None for a style of another kind."""
    built_in, kind, _ = struct.unpack_from("<HHH", definition)
    if kind & 0x0F != _PARAGRAPH:
        return None
    (letters,) = struct.unpack_from("<H", definition, fixed)
    place = fixed + 2 + 2 * (letters + 1)
    size = int.from_bytes(definition[place : place + 2], "little")
    modifiers = definition[place + 4 : place + 2 + size]  # behind its own number
    return Style(built_in & 0x0FFF, kind >> 4, properties(modifiers))
