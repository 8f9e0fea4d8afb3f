"""The rows of a table in a Word 97 file: which cells are merged, by the edges that each row tells ([MS-DOC] 2.9.328)."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from loaders.blocks.tables import Box, merged_down
from loaders.formats.doc.properties import Properties

_ROW, _IS_HEADER = 0xD608, 0x3404
_SAME_EDGE = 30  # twips
_CELL = 20  # bytes of what is told of a cell
_MERGED_RIGHT, _MERGED_DOWN, _FIRST_DOWN = 0x02, 0x20, 0x40

CellTexts = Sequence[tuple[str, ...]]


def table_rows(rows: Sequence[tuple[CellTexts, Properties]]) -> list[list[Box]]:
    """The boxes of a table. Arguments: the paragraphs of the cells of each row, the modifiers of its end."""
    edges = _distinct(edge for _, properties in rows for edge in _edges(properties))
    return merged_down([_boxes(cells, properties, edges) for cells, properties in rows])


def _boxes(cells: CellTexts, properties: Properties, edges: Sequence[int]) -> list[tuple[Box, bool]]:
    """The boxes of a row; the flag tells those that go on from above."""
    own, flags = _edges(properties), _flags(properties)
    boxes: list[tuple[Box, bool]] = []
    for index, paragraphs in enumerate(cells):
        span = _span(edges, own[index], own[index + 1]) if index + 1 < len(own) else 1
        merged = flags[index] if index < len(flags) else 0
        if merged & _MERGED_RIGHT and not merged & 1 and boxes:
            last, goes_on = boxes[-1]
            boxes[-1] = Box(last.paragraphs + paragraphs, last.columns + span, header=last.header), goes_on
        else:
            header = properties.get(_IS_HEADER, b"\0") == b"\1"
            boxes.append((Box(paragraphs, span, header=header), _goes_on(merged)))
    return boxes


def _goes_on(flags: int) -> bool:
    return bool(flags & _MERGED_DOWN) and not flags & _FIRST_DOWN


def _edges(properties: Properties) -> tuple[int, ...]:
    """The left edges of the cells of a row and the right edge of the last, in twips."""
    operand = properties.get(_ROW, b"")
    count = operand[2] if len(operand) > 2 else 0
    return struct.unpack_from(f"<{count + 1}h", operand, 3) if len(operand) >= 3 + 2 * (count + 1) else ()


def _flags(properties: Properties) -> list[int]:
    operand = properties.get(_ROW, b"")
    count = operand[2] if len(operand) > 2 else 0
    start = 3 + 2 * (count + 1)
    return [operand[at] for at in range(start, min(len(operand), start + _CELL * count), _CELL)]


def _span(edges: Sequence[int], left: int, right: int) -> int:
    """How many columns lie between two edges."""
    return max(1, bisect_left(edges, right - _SAME_EDGE) - bisect_left(edges, left - _SAME_EDGE))


def _distinct(edges: Iterable[int]) -> list[int]:
    """Edges from the left, near ones once."""
    distinct: list[int] = []
    for edge in sorted(edges):
        if not distinct or edge - distinct[-1] > _SAME_EDGE:
            distinct.append(edge)
    return distinct
