"""The lists of a Word 97 file: their levels and how they are numbered ([MS-DOC] 2.4.6.3, 2.9.131, 2.9.150)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.blocks.list_numbers import ListDefinition, ListLevel

_FIB_LISTS, _FIB_OVERRIDES = 0x2E2, 0x2EA
_LIST, _OVERRIDE, _LEVEL = 28, 16, 28  # bytes of an LSTF, an LFO, an LVLF
_LEVELS = 9
_SIMPLE = 0x01
_LEGAL, _NO_RESTART = 0x04, 0x08
_HAS_START, _HAS_LEVEL = 0x10, 0x20
_NO_STYLE = 0x0FFF
# MSONFC ([MS-OSHARED] 2.2.1.3) by the names that ECMA-376 has for them.
_FORMATS = {
    0x00: "decimal", 0x01: "upperRoman", 0x02: "lowerRoman", 0x03: "upperLetter", 0x04: "lowerLetter",
    0x0A: "ideographDigital", 0x0B: "japaneseCounting", 0x0E: "decimalFullWidth", 0x10: "chineseLegalSimplified",
    0x11: "japaneseDigitalTenThousand", 0x12: "decimalEnclosedCircle", 0x13: "decimalFullWidth2", 0x16: "decimalZero",
    0x17: "bullet", 0x1A: "decimalEnclosedFullstop", 0x1B: "decimalEnclosedParen",
    0x1C: "decimalEnclosedCircleChinese", 0x1E: "ideographTraditional", 0x1F: "ideographZodiac",
    0x21: "taiwaneseCounting", 0x23: "taiwaneseCountingThousand", 0x24: "taiwaneseDigital", 0x25: "chineseCounting",
    0x26: "chineseLegalSimplified", 0x27: "chineseCountingThousand", 0xFF: "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Abstract:
    """What lists may share: its identity and its levels."""

    name: str
    levels: Mapping[int, ListLevel]


def lists(document: bytes, table: bytes) -> dict[int, ListDefinition]:
    """The lists by the number that paragraphs name them with, counted from 1."""
    if int.from_bytes(document[0x98:0x9A], "little") < (_FIB_OVERRIDES - 0x9A) // 8:  # pairs in the header
        return {}
    abstracts = dict(_abstracts(document, table))
    offset, size = struct.unpack_from("<II", document, _FIB_OVERRIDES)
    if not size:
        return {}
    (count,) = struct.unpack_from("<I", table, offset)
    heads = [
        table[at : at + _OVERRIDE] for at in range(offset + 4, offset + 4 + count * _OVERRIDE, _OVERRIDE)
    ]
    place = offset + 4 + count * _OVERRIDE
    definitions: dict[int, ListDefinition] = {}
    for number, head in enumerate(heads, 1):
        starts, levels, place = _overrides(table, place + 4, head[12])
        if abstract := abstracts.get(head[:4]):
            definitions[number] = ListDefinition(abstract.name, {**abstract.levels, **levels}, starts)
    return definitions


def _abstracts(document: bytes, table: bytes) -> Iterator[tuple[bytes, _Abstract]]:
    """What lists may share, by its identity; the levels of all stand behind the last of them."""
    offset, size = struct.unpack_from("<II", document, _FIB_LISTS)
    if not size:
        return
    (count,) = struct.unpack_from("<H", table, offset)
    place = offset + 2 + count * _LIST
    for at in range(offset + 2, place, _LIST):
        head = table[at : at + _LIST]
        styles = struct.unpack_from("<9H", head, 8)
        levels = {}
        for depth in range(1 if head[26] & _SIMPLE else _LEVELS):
            levels[depth], place = _level(table, place, styles[depth])
        yield head[:4], _Abstract(head[:4].hex(), levels)


def _overrides(table: bytes, place: int, count: int) -> tuple[dict[int, int], dict[int, ListLevel], int]:
    """The starts and the levels of a list that are its own, and where the next one's stand."""
    starts: dict[int, int] = {}
    levels: dict[int, ListLevel] = {}
    for _ in range(count):
        start, flags = struct.unpack_from("<iI", table, place)
        place += 8
        depth = flags & 0x0F
        if flags & _HAS_LEVEL:
            levels[depth], place = _level(table, place, _NO_STYLE)
            start = levels[depth].start
        if flags & _HAS_START:
            starts[depth] = start
    return starts, levels, place


def _level(table: bytes, place: int, style: int) -> tuple[ListLevel, int]:
    """A level, and where what follows it begins: formatting of the number stands between it and its label."""
    start, format_, flags = struct.unpack_from("<iBB", table, place)
    numbers = table[place + 6 : place + 15]
    characters, paragraph, restart = table[place + 24], table[place + 25], table[place + 26]
    place += _LEVEL + characters + paragraph
    (length,) = struct.unpack_from("<H", table, place)
    label = struct.unpack_from(f"<{length}H", table, place + 2)
    level = ListLevel(
        start=start,
        format=_FORMATS.get(format_, "decimal"),
        parts=tuple(_parts(label, numbers)),
        restart=restart if flags & _NO_RESTART else None,
        legal=bool(flags & _LEGAL),
        style=None if style == _NO_STYLE else str(style),
    )
    return level, place + 2 + 2 * length


def _parts(label: tuple[int, ...], numbers: bytes) -> Iterator[str | int]:
    """The label: where a number stands, it has the level instead of a character."""
    places = frozenset(numbers)
    for position, code in enumerate(label, 1):
        yield code if position in places and code < _LEVELS else chr(code)
