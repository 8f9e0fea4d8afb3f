"""Formatting in Word 97 files: the runs of characters and paragraphs with their modifiers ([MS-DOC] 2.6, 2.9.33)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Properties = Mapping[int, bytes]
"""The operand of each single property modifier by its code; of one that comes twice the last."""
Runs = Sequence[tuple[int, int, bytes]]

_FIB_CHARACTERS, _FIB_PARAGRAPHS = 0xFA, 0x102
_PAGE = 512
_DELETED, _HIDDEN = 0x0800, 0x083C
_HUGE = (0x6645, 0x6646)  # the modifiers stand in the stream Data
_ROW = 0xD608  # its length takes two bytes, one more than what follows
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # bytes of operand by the top three bits
_STYLE = 2  # bytes before the modifiers of a paragraph that name its style


def hidden_stretches(document: bytes, table: bytes) -> list[tuple[int, int]]:
    """The stretches of the stream, in bytes, whose characters are hidden or deleted."""
    return [
        (start, end)
        for start, end, modifiers in _runs(document, table, _FIB_CHARACTERS)
        if any(code in (_DELETED, _HIDDEN) and operand[:1] == b"\x01" for code, operand in _read(modifiers))
    ]


@dataclass(frozen=True, slots=True)
class ParagraphFormats:
    """The formatting of paragraphs by the place of their last character in the stream."""

    runs: Runs
    starts: Sequence[int]
    huge: bytes

    @classmethod
    def of(cls, document: bytes, table: bytes, huge: bytes) -> ParagraphFormats:
        """Arguments: the streams WordDocument, 0Table or 1Table, and Data (empty for none)."""
        runs = sorted(_runs(document, table, _FIB_PARAGRAPHS), key=lambda run: run[0])
        return cls(runs, [start for start, _, _ in runs], huge)

    def at(self, place: int) -> tuple[int, Properties]:
        """The number of the style of the paragraph that ends at a place, and its own modifiers."""
        index = bisect_right(self.starts, place) - 1
        if index < 0 or self.runs[index][1] <= place or len(self.runs[index][2]) < _STYLE:
            return 0, {}
        modifiers = self.runs[index][2]
        own = properties(modifiers[_STYLE:])
        for code in _HUGE:
            if code in own:
                own = {**own, **self._huge(*struct.unpack("<I", own[code]))}
        return int.from_bytes(modifiers[:_STYLE], "little"), own

    def _huge(self, place: int) -> Properties:
        size = int.from_bytes(self.huge[place : place + 2], "little")
        return properties(self.huge[place + 2 : place + 2 + size])


def properties(modifiers: bytes) -> Properties:
    """The modifiers of a list of them."""
    return dict(_read(modifiers))


def _runs(document: bytes, table: bytes, fib: int) -> Iterator[tuple[int, int, bytes]]:
    """The runs of characters or paragraphs with their modifiers, from the formatted disk pages."""
    offset, size = struct.unpack_from("<II", document, fib)
    count = max(0, (size - 4) // 8)
    numbers = struct.unpack_from(f"<{count}I", table, offset + 4 * (count + 1)) if count else ()
    width = 1 if fib == _FIB_CHARACTERS else 13
    for number in numbers:
        place = (number & 0x3FFFFF) * _PAGE
        page = document[place : place + _PAGE]
        if len(page) == _PAGE:
            yield from _page_runs(page, width)


def _page_runs(page: bytes, width: int) -> Iterator[tuple[int, int, bytes]]:
    """The runs of one page; its last byte counts them, `width` is the size of what points at the modifiers."""
    count = page[-1]
    if 4 * (count + 1) + width * count > _PAGE:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page)
    for index in range(count):
        place = 2 * page[4 * (count + 1) + width * index]
        yield bounds[index], bounds[index + 1], _stored(page, place, width) if place else b""


def _stored(page: bytes, place: int, width: int) -> bytes:
    """Modifiers with their length before them: bytes for characters, words for paragraphs."""
    length = page[place]
    if width == 1:
        return page[place + 1 : place + 1 + length]
    if length:
        return page[place + 1 : place + 2 * length]
    return page[place + 2 : place + 2 + 2 * page[place + 1]]


def _read(modifiers: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 2 < len(modifiers):
        (code,) = struct.unpack_from("<H", modifiers, place)
        place += 2
        size = _SIZES.get(code >> 13)
        if code == _ROW:
            size = 1 + int.from_bytes(modifiers[place : place + 2], "little")
        elif size is None:  # the operand tells its length
            size = 1 + modifiers[place]
        yield code, modifiers[place : place + size]
        place += size
