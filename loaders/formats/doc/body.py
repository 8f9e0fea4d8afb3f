"""The body of a Word 97 document in reading order: paragraphs with their numbers, tables row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from loaders.blocks.builder import Builder, numbered
from loaders.blocks.list_numbers import ListCounter, ListDefinition
from loaders.formats.doc.pieces import PlacedText
from loaders.formats.doc.properties import ParagraphFormats, Properties
from loaders.formats.doc.styles import Styles
from loaders.formats.doc.tables import table_rows

_LIST, _LEVEL, _OUTLINE = 0x460B, 0x260A, 0x2640
_IN_TABLE, _ENDS_ROW, _DEPTH = 0x2416, 0x2417, 0x6649
_NO_LIST = 0xF801  # from here on it is one that the paragraph had before
_BODY_TEXT = 9  # outline level
_BREAKS = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": None, "\xa0": " "})
CELL = "\x07"


@dataclass(slots=True)
class _OpenTable:
    """The rows so far, each with the modifiers of its end, and the cells and paragraphs of the one that is open."""

    rows: list[tuple[list[tuple[str, ...]], Properties]] = field(default_factory=list)
    cells: list[tuple[str, ...]] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)


class Body:
    """Reads paragraphs into a builder; `unresolved` tells whether one is in a list that the file does not define."""

    def __init__(
        self, formats: ParagraphFormats, styles: Styles, lists: Mapping[int, ListDefinition], builder: Builder
    ) -> None:
        self._formats, self._styles, self._lists, self._builder = formats, styles, lists, builder
        self._counter = ListCounter()
        self._table: _OpenTable | None = None
        self.unresolved = False

    def paragraph(self, paragraph: PlacedText) -> None:
        """Read the next paragraph."""
        style, own = self._formats.at(paragraph.place)
        properties = {**self._styles.inherited(style), **own}
        words = paragraph.words.translate(_BREAKS).strip()
        if _is_on(own, _IN_TABLE):
            self._in_table(
                paragraph.end, numbered(self._label(style, properties), words) if words else "", own
            )
            return
        self.end_table()
        if words and not self._styles.is_contents(style):
            self._builder.paragraph(words, self._label(style, properties), self._heading(style, properties))

    def end_table(self) -> None:
        """Put down the table that was open, if one was."""
        if self._table is None:
            return
        table, self._table = self._table, None
        if table.cells or table.cell:
            table.rows.append(([*table.cells, tuple(table.cell)], {}))
        self._builder.table(table_rows(table.rows))

    def _in_table(self, end: str, words: str, own: Properties) -> None:
        table = self._table = self._table or _OpenTable()
        outermost = int.from_bytes(own.get(_DEPTH, b"\1"), "little", signed=True) <= 1
        if _is_on(own, _ENDS_ROW) and outermost:
            table.rows.append((table.cells, own))
            table.cells, table.cell = [], []
            return
        table.cell += words.split("\n") if words else []
        if end == CELL and outermost:
            table.cells.append(tuple(table.cell))
            table.cell = []

    def _label(self, style: int, properties: Properties) -> str:
        """The automatic number of a paragraph, empty for none."""
        number = int.from_bytes(properties.get(_LIST, b""), "little")
        if not 0 < number < _NO_LIST:
            return ""
        numbered_list = self._lists.get(number)
        if numbered_list is None:
            self.unresolved = True
            return ""
        level = properties[_LEVEL][0] if properties.get(_LEVEL) else numbered_list.level_of(str(style)) or 0
        return self._counter.label(str(number), numbered_list, level)

    def _heading(self, style: int, properties: Properties) -> int:
        """The heading level of a paragraph, 0 for body text."""
        if properties.get(_OUTLINE):
            return properties[_OUTLINE][0] + 1 if properties[_OUTLINE][0] < _BODY_TEXT else 0
        return self._styles.heading_level(style)


def _is_on(properties: Properties, code: int) -> bool:
    return properties.get(code, b"\0")[:1] == b"\1"
