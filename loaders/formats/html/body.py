"""The blocks of a web page in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from loaders.blocks.builder import Builder, numbered
from loaders.blocks.numerals import numeral
from loaders.blocks.tables import Box, Grid
from loaders.formats.html.article import is_navigation, is_printed
from loaders.lazy_pattern import lazy_pattern

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    (
        "address article blockquote body center dd details dialog div dl dt fieldset figcaption figure form header hr "
        "html li main ol p pre section summary td th tr table tbody thead ul caption"
    ).split()
) | frozenset(_HEADINGS)
NAVIGATION = "navigation"
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
# CSS Counter Styles 3: how each counts, and what it prints behind the number.
_STYLES = {
    "decimal": ("decimal", "."), "decimal-leading-zero": ("decimalZero", "."),
    "lower-alpha": ("lowerLetter", "."), "lower-latin": ("lowerLetter", "."),
    "upper-alpha": ("upperLetter", "."), "upper-latin": ("upperLetter", "."),
    "lower-roman": ("lowerRoman", "."), "upper-roman": ("upperRoman", "."),
    "cjk-ideographic": ("chineseCountingThousand", "、"), "simp-chinese-informal": ("chineseCountingThousand", "、"),
    "trad-chinese-informal": ("chineseCountingThousand", "、"), "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "cjk-decimal": ("ideographDigital", "、"), "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"), "none": ("none", ""), "disc": ("none", ""),
    "circle": ("none", ""), "square": ("none", ""),
}  # fmt: skip
_STYLE = lazy_pattern(rf"list-style(?:-type)?\s*:[^;]*?(?<![\w-])({'|'.join(_STYLES)})(?![\w-])", re.I)
_IGNORED = lazy_pattern(r"mso-list\s*:\s*ignore", re.I)
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’—…·]"
_BREAK_INSIDE = lazy_pattern(rf"(?<={_WIDE})[ \t]*\r?\n\s*(?={_WIDE})")
_SPACE = lazy_pattern(r"[ \t\r\n\f]+")
_MOST_SPANNED = 64


class Body:
    """Reads blocks into a builder."""

    def __init__(self, builder: Builder, apart: LexborNode | None = None) -> None:
        """Arguments: what takes the blocks; an element that is not read."""
        self._builder, self._apart = builder, apart
        self._words: list[str] = []
        self._label = ""
        self._cell: list[str] | None = None

    def read(self, root: LexborNode) -> None:
        """Read all that is printed below an element."""
        self._node(root)
        self._end(0)

    def _node(self, node: LexborNode) -> None:
        if node.tag == "-text":
            self._words.append(node.text_content or "")
        elif not is_printed(node) or node == self._apart:
            return
        elif self._apart is None and is_navigation(node):
            self._end(0)
            self._builder.leave_out(node.text(separator=" "), NAVIGATION)
        elif node.tag == "br":
            self._words.append("\v")
        elif node.tag == "table" and self._cell is None:
            self._end(0)
            self._builder.table(self._grid(node))
        elif node.tag in ("ol", "ul"):
            self._list(node)
        elif node.tag in _BLOCKS:
            self._block(node)
        elif _IGNORED.search(node.attributes.get("style") or ""):
            self._label += node.text()  # Word writes the number of a list item so, with a gap after it
        elif node.tag and not node.tag.startswith(("-", "!")) and node.tag != "rt":
            self._children(node)

    def _children(self, node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            self._node(child)

    def _block(self, node: LexborNode) -> None:
        self._end(0)
        self._children(node)
        self._end(_HEADINGS.get(node.tag or "", 0))

    def _list(self, node: LexborNode) -> None:
        self._end(0)
        step = -1 if "reversed" in node.attributes else 1
        items = sum(child.tag == "li" for child in node.iter()) if step < 0 else 1
        number = _integer(node.attributes.get("start"), items)
        for child in node.iter(include_text=True):
            if child.tag == "li":
                number = _integer(child.attributes.get("value"), number)
                self._item(child, _marker(node, child, number))
                number += step
            else:
                self._node(child)

    def _item(self, item: LexborNode, marker: str) -> None:
        self._end(0)
        self._label = marker
        self._children(item)
        self._end(0)
        self._label = ""

    def _end(self, level: int) -> None:
        """End the paragraph that is being read."""
        words, self._words = _printed(self._words), []
        if not words:
            return
        label, self._label = " ".join(self._label.split()), ""
        label = label if any(map(str.isalnum, label)) else ""
        if self._cell is None:
            self._builder.paragraph(words, label, level)
        else:
            self._cell += numbered(label, words).split("\n")

    def _grid(self, table: LexborNode) -> Grid:
        rows = [row for row in table.css("tr") if _owner(row) == table]
        return [[self._box(cell) for cell in row.iter() if cell.tag in ("td", "th")] for row in rows]

    def _box(self, cell: LexborNode) -> Box:
        self._cell = []
        self._children(cell)
        self._end(0)
        paragraphs, self._cell = tuple(self._cell), None
        columns = min(_integer(cell.attributes.get("colspan"), 1), _MOST_SPANNED)
        rows = _integer(cell.attributes.get("rowspan"), 1)
        return Box(paragraphs, max(1, columns), max(1, rows), cell.tag == "th")


def _owner(row: LexborNode) -> LexborNode | None:
    """The table that a row is of."""
    node = row.parent
    while node is not None and node.tag != "table":
        node = node.parent
    return node


def _printed(pieces: Iterable[str]) -> str:
    """Words with their white space as a browser shows it: a line break between Chinese characters is none."""
    words = _SPACE.sub(" ", _BREAK_INSIDE.sub("", "".join(pieces))).replace("\v", "\n")
    return "\n".join(line.strip(" \u00a0\u3000\t") for line in words.split("\n")).strip()


def _marker(node: LexborNode, item: LexborNode, number: int) -> str:
    """The number of an item as a browser shows it: the style of the item counts before that of the list."""
    kind = item.attributes.get("type") or node.attributes.get("type")
    for element in (item, node):
        if match := _STYLE.search(element.attributes.get("style") or ""):
            style, suffix = _STYLES[match[1].lower()]
            return numeral(number, style) + suffix
    return numeral(number, _TYPES.get(kind or "1", "decimal")) + "." if node.tag == "ol" else ""


def _integer(printed: str | None, default: int) -> int:
    return int(printed) if printed and re.fullmatch(r"\s*-?\d{1,6}\s*", printed) else default
