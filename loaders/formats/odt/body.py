"""The body of an OpenDocument text in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from loaders.blocks.builder import Builder, numbered
from loaders.blocks.tables import Box
from loaders.formats.odt.lists import Count, ListStyles
from loaders.formats.odt.styles import Styles

_INVISIBLE = frozenset(
    {
        "tracked-changes", "table-of-content", "illustration-index", "table-index", "alphabetical-index",
        "sequence-decls", "variable-decls", "user-field-decls", "forms", "annotation", "annotation-end", "hidden-text",
        "note-citation", "ruby-text", "number", "title", "desc", "list-header-number", "soft-page-break", "script",
    }
)  # fmt: skip
_MOST_REPEATED = 64


class Body:
    """Reads blocks into a builder, and remembers the footnotes in them."""

    def __init__(self, styles: Styles, lists: ListStyles, builder: Builder) -> None:
        self._styles = styles
        self._lists = lists
        self._builder = builder
        self._outline = Count("")
        self._counts: dict[str, Count] = {}
        self._label = ""
        self._cell: list[str] | None = None
        self._boxes: list[Element] = []
        self.notes: list[Element] = []

    def blocks(self, parent: Element) -> None:
        """Read the paragraphs, lists and tables below an element."""
        for child in parent:
            if child.tag in ("p", "h"):
                self._paragraph(child)
            elif child.tag == "list":
                self._list(child, None, 1)
            elif child.tag == "table" and self._cell is None:
                self._table(child)
            elif child.tag == "tracked-changes":
                self._deleted(child)
            elif child.tag not in _INVISIBLE and self._styles.hides(child):
                self._builder.leave_out(_paragraphs(child.iter()), "hidden")
            elif child.tag not in _INVISIBLE:
                self.blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        words = "".join(self._inside(paragraph)).strip()
        label = self._number(paragraph)
        if words and self._styles.hides(paragraph):
            self._builder.leave_out(words, "hidden")
        elif words:
            level = _integer(paragraph.get("outline-level"), 1) if paragraph.tag == "h" else 0
            self._add(words, label, level)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _deleted(self, changes: Element) -> None:
        """Tells what revisions took out of the text."""
        for deletion in changes.iter("deletion"):
            self._builder.leave_out(_paragraphs(deletion), "deleted")

    def _number(self, paragraph: Element) -> str:
        """The number that the paragraph's list item has ready, printed once; a heading outside lists counts itself."""
        label, self._label = self._label, ""
        if label or paragraph.tag != "h" or paragraph.get("is-list-header") == "true":
            return label
        level = _integer(paragraph.get("outline-level"), 1)
        first = _integer(paragraph.get("start-value"), 0) or None
        self._outline.next(level, self._lists.start("", level), first)
        return self._lists.printed(self._outline, level)

    def _add(self, words: str, label: str, level: int) -> None:
        if self._cell is None:
            self._builder.paragraph(words, label, level)
        else:
            self._cell += numbered(label, words).split("\n")

    def _list(self, element: Element, outer: Count | None, level: int) -> None:
        count = self._count_of(element, outer)
        for item in element:
            if item.tag == "list-item":
                self._item(item, count, level)
            elif item.tag == "list-header":
                self._nested(item, count, level)

    def _count_of(self, element: Element, outer: Count | None) -> Count:
        """The count that a list goes on with: its outer list's, that of the list that it continues, or a new one."""
        if outer is not None:
            return outer
        style = element.get("style-name", "")
        continued = element.get("continue-list") or (
            style if element.get("continue-numbering") == "true" else ""
        )
        count = self._counts.get(continued) or Count(style)
        for name in filter(None, (element.get("id"), style)):
            self._counts[name] = count
        return count

    def _item(self, item: Element, count: Count, level: int) -> None:
        if item and item[0].tag == "list":
            self._nested(item, count, level)  # an item that only holds a deeper list has no number
            return
        count.next(level, self._lists.start(count.style, level), _integer(item.get("start-value"), 0) or None)
        printed = item.find("number")
        self._label = (printed.text or "") if printed is not None else self._lists.printed(count, level)
        self._nested(item, count, level)
        self._label = ""

    def _nested(self, item: Element, count: Count, level: int) -> None:
        for child in item:
            if child.tag == "list":
                self._list(child, count, level + 1)
            elif child.tag in ("p", "h"):
                self._paragraph(child)

    def _inside(self, parent: Element) -> Iterator[str]:
        yield _collapsed(parent.text)
        for child in parent:
            yield from self._sign(child)
            yield _collapsed(child.tail)

    def _sign(self, child: Element) -> Iterator[str]:
        if child.tag == "s":
            yield " " * min(_integer(child.get("c"), 1), _MOST_REPEATED)
        elif child.tag == "tab":
            yield " "
        elif child.tag == "line-break":
            yield "\n"
        elif child.tag == "note":
            self.notes += child.findall("note-body")
        elif child.tag == "text-box":
            self._boxes.append(child)
        elif child.tag == "hidden-text":
            self._builder.leave_out(child.get("string-value") or "", "hidden")
        elif child.tag not in _INVISIBLE and self._styles.hides(child):
            self._builder.leave_out("".join(child.itertext()), "hidden")
        elif child.tag not in _INVISIBLE:
            yield from self._inside(child)

    def _table(self, table: Element) -> None:
        self._builder.table([self._row(row, header) for row, header in _rows(table)])

    def _row(self, row: Element, header: bool) -> list[Box]:
        boxes: list[Box] = []
        for cell in row:
            if cell.tag == "table-cell":
                repeated = min(_integer(cell.get("number-columns-repeated"), 1), _MOST_REPEATED)
                boxes += [self._box(cell, header) for _ in range(repeated)]
        return boxes

    def _box(self, cell: Element, header: bool) -> Box:
        self._cell = []
        self.blocks(cell)
        paragraphs, self._cell = tuple(self._cell), None
        columns = min(_integer(cell.get("number-columns-spanned"), 1), _MOST_REPEATED)
        return Box(paragraphs, columns, _integer(cell.get("number-rows-spanned"), 1), header)


def _paragraphs(elements: Iterable[Element]) -> str:
    """The words of the paragraphs and headings among some elements."""
    printed = (" ".join("".join(e.itertext()).split()) for e in elements if e.tag in ("p", "h"))
    return " ".join(filter(None, printed))


def _rows(table: Element, header: bool = False) -> Iterator[tuple[Element, bool]]:
    for child in table:
        if child.tag == "table-row":
            yield child, header
        elif child.tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child, child.tag == "table-header-rows")


def _collapsed(text: str | None) -> str:
    """White space as OpenDocument has it: any run of it is one space."""
    return " ".join(text.split()).join(_edges(text)) if text else ""


def _edges(text: str) -> tuple[str, str]:
    return " " if text[0] in " \t\r\n" else "", " " if text[-1] in " \t\r\n" and text.strip() else ""


def _integer(printed: str | None, default: int) -> int:
    return int(printed) if printed and printed.isdecimal() else default
