"""Formatting in Word 97 files that bears on the text: what is hidden or deleted, and whether paragraphs are numbered."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

Hidden = Sequence[tuple[int, int]]

_FIB_STYLES, _FIB_CHARACTERS, _FIB_PARAGRAPHS = 0xA2, 0xFA, 0x102
_PAGE = 512
# Single property modifiers ([MS-DOC] 2.6): deleted under revision, hidden, in list number …
_DELETED, _HIDDEN, _LIST = 0x0800, 0x083C, 0x460B
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # bytes of operand by the top three bits


def hidden_stretches(document: bytes, table: bytes) -> Hidden:
    """The stretches of the stream, in bytes, whose characters are hidden or deleted."""
    found = []
    for start, end, modifiers in _runs(document, table, _FIB_CHARACTERS):
        if any(
            code in (_DELETED, _HIDDEN) and operand[:1] == b"\x01" for code, operand in _modifiers(modifiers)
        ):
            found.append((start, end))
    return found


def may_be_numbered(document: bytes, table: bytes) -> bool:
    """Whether any paragraph, or any style, is in a list that Word numbers."""
    for _, _, modifiers in _runs(document, table, _FIB_PARAGRAPHS):
        # The first two bytes name the style.
        if any(code == _LIST and any(operand) for code, operand in _modifiers(modifiers[2:])):
            return True
    offset, size = struct.unpack_from("<II", document, _FIB_STYLES)
    styles = table[offset : offset + size]
    places = [i for i in range(len(styles) - 3) if styles[i : i + 2] == b"\x0b\x46"]
    return any(any(styles[i + 2 : i + 4]) for i in places)


def _runs(document: bytes, table: bytes, fib: int) -> Iterator[tuple[int, int, bytes]]:
    """The runs of characters or paragraphs with their modifiers, from the formatted disk pages ([MS-DOC] 2.9.33)."""
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


def _modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 2 <= len(data):
        (code,) = struct.unpack_from("<H", data, place)
        place += 2
        size = _SIZES.get(code >> 13)
        if size is None:  # the operand tells its length
            size = 1 + data[place] if place < len(data) else 0
        yield code, data[place : place + size]
        place += size
