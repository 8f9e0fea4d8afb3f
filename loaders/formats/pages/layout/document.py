"""Printed pages to the text of a file: paragraphs and tables over page breaks, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from loaders.blocks.builder import Builder
from loaders.blocks.source import Source
from loaders.formats.pages.layout.aligned_tables import with_tables
from loaders.formats.pages.layout.columns import in_reading_order
from loaders.formats.pages.layout.footnotes import Item, without_footnotes
from loaders.formats.pages.layout.furniture import REPEATED, Dropped, Page, without_furniture
from loaders.formats.pages.layout.lines import PageLine, lines_of
from loaders.formats.pages.layout.paragraphs import Printed, TypeArea
from loaders.formats.pages.layout.ruled_tables import ruled_tables
from loaders.formats.pages.layout.rulings import levels
from loaders.formats.pages.layout.spacing import joint
from loaders.formats.pages.layout.table import Table, continued
from loaders.formats.pages.sheet import PrintedPage

Block = list[Printed] | Table
"""The lines of a paragraph, or a table."""


@dataclass(frozen=True, slots=True)
class Part:
    """The text of a page that is read in one direction.

    `levels` are the heights of level ruling lines, `left_out` is what of the page is not read, and why. `askew`: it is
    turned on the page.
    """

    number: int
    width: float
    height: float
    lines: tuple[PageLine, ...]
    tables: tuple[Table, ...] = ()
    levels: tuple[float, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    askew: bool = False


def parts_of(number: int, sheet: PrintedPage) -> Iterator[Part]:
    """The upright text of a page, then what stands askew on it. Argument: the number of the page, from 0."""
    tables, rest = ruled_tables(sheet)
    placed = tuple(table.on(number) for table in tables)
    lines = tuple(lines_of(rest.glyphs))
    yield Part(number, rest.width, rest.height, lines, placed, levels(sheet.rulings), sheet.left_out)
    for turns in rest.turned:
        askew = rest.askew(turns)
        yield Part(number, askew.width, askew.height, tuple(lines_of(askew.glyphs)), askew=True)


def source_of(parts: Sequence[Part], pages: int, encoding: str) -> Source:
    """The text of a file from the parts of its pages.

    Running heads and page numbers are left out; columns are read one after the other; a paragraph or a table goes on
    over a page break. Arguments: the parts in order; how many pages there are; how the file was read.
    """
    content, dropped = without_furniture([Page(p.number, p.height, list(p.lines), p.askew) for p in parts])
    items: list[list[Item]] = []
    for part, lines in zip(parts, content, strict=True):
        last = items[-1][-1] if items and items[-1] else None
        items.append(list(_items(part, lines, last if isinstance(last, Table) else None)))
    text, notes = without_footnotes(items)
    writer = _Writer()
    for block in _blocks(text, dropped):
        writer.write(block)
    writer.write_notes(_blocks(notes, dropped))
    dropped += [Dropped(words, reason, part.number) for part in parts for words, reason in part.left_out]
    return writer.source(encoding, pages, dropped)


def _items(part: Part, lines: Sequence[PageLine], above: Table | None) -> Iterator[Item]:
    """The lines and tables of a part in reading order. Argument: the table that ends the part before, if one does."""
    shape = round(part.width), round(part.height)
    placed: list[PageLine | Table] = [*part.tables]
    for item in with_tables(lines, part.levels, None if part.tables else above):
        placed.append(item.on(part.number) if isinstance(item, Table) else item)
    placed.sort(key=lambda item: item.top)
    for column, each in in_reading_order(part.width, placed):
        yield each if isinstance(each, Table) else Printed(each, part.number, (shape, column))


def _blocks(items: Sequence[Item], dropped: list[Dropped]) -> list[Block]:
    """The paragraphs and tables, whole; the header rows that are repeated on a page are told as left out."""
    area = TypeArea.of([item for item in items if isinstance(item, Printed)])
    blocks: list[Block] = []
    for item in items:
        last = blocks[-1] if blocks else None
        if isinstance(item, Table):
            more = _more(last, item) if isinstance(last, Table) else None
            if more:
                blocks[-1], repeated = more
                dropped += [Dropped(words, REPEATED, item.pages[0]) for words in repeated]
            else:
                blocks.append(item)
        elif isinstance(last, list) and area.goes_on(last, item):
            last.append(item)
        else:
            blocks.append([item])
    return blocks


def _more(above: Table, below: Table) -> tuple[Table, tuple[str, ...]] | None:
    return continued(above, below) if below.pages[0] > above.pages[-1] else None


class _Writer:
    """Puts blocks down one after the other and knows where each page begins."""

    def __init__(self) -> None:
        self._builder = Builder()
        self._starts: dict[int, int] = {}

    def write(self, block: Block) -> None:
        """Add a paragraph or a table."""
        if isinstance(block, Table):
            for page, start in zip(block.pages, self._builder.table(block.grid()), strict=True):
                self._starts.setdefault(page, start)
            return
        start = self._builder.paragraph(_joined(block))
        for number, line in enumerate(block):
            if line.page not in self._starts:
                self._starts[line.page] = start + len(_joined(block[: number + 1])) - len(line.text)

    def write_notes(self, notes: Iterable[Block]) -> None:
        """Add the footnotes, which stand after everything else; their pages are not told."""
        for number, block in enumerate(notes):
            if number == 0:
                self._builder.begin_notes()
            if not isinstance(block, Table):
                self._builder.paragraph(_joined(block))

    def source(self, encoding: str, pages: int, dropped: Iterable[Dropped]) -> Source:
        """What was put down; a page without text begins where the next one does."""
        source = self._builder.source(encoding)
        start, starts = len(source.text), []
        for page in range(pages - 1, -1, -1):
            start = self._starts.get(page, start)
            starts.append(start)
        ordered = sorted(dropped, key=lambda line: line.page)
        with_left_out = source.with_left_out((line.text, line.reason, line.page + 1) for line in ordered)
        return replace(with_left_out, pages=tuple(reversed(starts)))


def _joined(lines: Sequence[Printed]) -> str:
    """The text of a paragraph."""
    text = ""
    for line in lines:
        text += joint(text, line.text) * bool(text) + line.text
    return text
