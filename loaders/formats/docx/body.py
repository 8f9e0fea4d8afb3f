"""The body of a Word document in reading order."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from loaders.blocks.builder import Builder, numbered
from loaders.blocks.tables import Box, merged_down
from loaders.formats.docx.numbering import Numbering
from loaders.formats.docx.runs import RunReader, Words, deleted_words, visible_children
from loaders.formats.docx.styles import Styles, heading_level, hidden, is_on, value

_INVISIBLE = frozenset({"del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr"})


class Body:
    """Reads blocks into a builder, and remembers the footnotes that they name."""

    def __init__(self, styles: Styles, numbering: Numbering, builder: Builder) -> None:
        self._styles = styles
        self._numbering = numbering
        self._builder = builder
        self._runs = RunReader(styles)
        self._carried = ""
        self._cell: list[str] | None = None
        self.notes: list[tuple[str, str]] = []

    def blocks(self, parent: Element) -> None:
        """Read the paragraphs and tables below an element."""
        for child in visible_children(parent):
            if child.tag == "p":
                self._paragraph(child)
            elif child.tag == "tbl" and self._cell is None:
                self._table(child)
            elif child.tag not in _INVISIBLE and not _is_contents(child):
                self.blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find("pPr")
        style = self._styles.of_paragraph(properties)
        words = self._runs.read(paragraph, style)
        mark = None if properties is None else properties.find("rPr")
        if _is_deleted(mark):
            # With its mark deleted a paragraph runs on into the next one.
            self._carried += words.text
        elif words.text.strip() or self._carried or not hidden(mark):
            label = self._numbering.label(properties, style)
            if not self._styles.is_contents(style):
                self._add(self._carried + words.text, label, self._level(properties, style))
            self._carried = ""
        self._anchored(words)

    def _add(self, words: str, label: str, level: int) -> None:
        if self._cell is None:
            self._builder.paragraph(words, label, level)
        elif words.strip():
            self._cell += numbered(label, words.strip()).split("\n")

    def _anchored(self, words: Words) -> None:
        self.notes += words.notes
        for text, reason in words.left_out:
            self._builder.leave_out(text, reason)
        for box in words.boxes:
            self.blocks(box)

    def _level(self, properties: Element | None, style: str) -> int:
        own = value(properties, "outlineLvl")
        return self._styles.outline_level(style) if own is None else heading_level(own)

    def _table(self, table: Element) -> None:
        rows = _found(table, "tr")
        for row in filter(_is_deleted_row, rows):
            cells = map(deleted_words, _found(row, "tc"))
            self._builder.leave_out(" ".join(filter(None, map(str.strip, cells))), "deleted")
        boxes = [
            [(self._box(cell, _is_header(row)), _goes_on_from_above(cell)) for cell in _found(row, "tc")]
            for row in rows
            if not _is_deleted_row(row)
        ]
        self._builder.table(merged_down(boxes))

    def _box(self, cell: Element, header: bool) -> Box:
        self._cell = []
        self.blocks(cell)
        paragraphs, self._cell = tuple(self._cell), None
        return Box(paragraphs, _span(cell), header=header)


def _is_deleted(mark: Element | None) -> bool:
    return mark is not None and (mark.find("del") is not None or mark.find("moveFrom") is not None)


def _found(parent: Element, tag: str) -> list[Element]:
    """The rows of a table or cells of a row, those in content controls and insertions too."""
    elements: list[Element] = []
    for child in visible_children(parent):
        if child.tag == tag:
            elements.append(child)
        elif child.tag not in _INVISIBLE and child.tag != "tblPrEx":
            elements += _found(child, tag)
    return elements


def _is_deleted_row(row: Element) -> bool:
    return row.find("trPr/del") is not None


def _is_header(row: Element) -> bool:
    mark = row.find("trPr/tblHeader")
    return mark is not None and is_on(mark.get("val", "1"))


def _span(cell: Element) -> int:
    printed = value(cell.find("tcPr"), "gridSpan")
    return min(int(printed), 64) if printed and printed.isdecimal() and int(printed) else 1


def _goes_on_from_above(cell: Element) -> bool:
    merge = cell.find("tcPr/vMerge")
    return merge is not None and merge.get("val", "continue") == "continue"


def _is_contents(element: Element) -> bool:
    """Whether a content control holds the table of contents."""
    gallery = element.find("sdtPr/docPartObj/docPartGallery")
    return gallery is not None and "Contents" in gallery.get("val", "")
