"""The items of a document as a tree: sections and enumerated items, with their paragraphs and label lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from knowledge.deadlines.attributions import Attributions
from knowledge.deadlines.labels import is_label_line
from knowledge.text.modality import Statement
from loaders.lazy_pattern import lazy_pattern
from loaders.structure.headings import marker_at, one_form
from loaders.structure.outline import Heading, Paragraph

# A paragraph after the last item that speaks of all of them, or to those who are to do them.
SPEAKS_OF_ALL = lazy_pattern(
    r"^(?:以上|上述|前述|其余|各(?:有关)?(?:单位|部门|地|县|乡|区|责任|牵头|项)|对|联系|分工|责任分工|第?[（(]?[一二三四五六七八九十0-9]{1,3}[）)]?[至、到—-])"
)


@dataclass(slots=True, eq=False)
class ItemBlock:
    """A printed paragraph with the label lines under it; `apart` where it stands after a list and is none of its items."""

    statements: list[Statement]
    apart: bool = False


@dataclass(slots=True, eq=False)
class Item:
    """A section or an enumerated item; the whole document is the outermost.

    `number` is the one that it is printed with, 0 for none, `index` its place from 0 among its siblings. `head` holds
    what is said of all of it: its heading, and label lines right under that.
    """

    heading: Heading | None
    parent: Item | None
    number: int = 0
    index: int = 0
    head: list[Statement] = field(default_factory=list)
    blocks: list[ItemBlock] = field(default_factory=list)
    children: list[Item] = field(default_factory=list)

    def walk(self) -> Iterator[Item]:
        """The item and all that stand below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def siblings(self) -> list[Item]:
        """The items of the list in which it stands."""
        return self.parent.children if self.parent else [self]


def with_label_lines(sentences: Iterable[Statement]) -> Iterator[list[Statement]]:
    """The sentences of each paragraph in reading order, with those of the label lines under it."""
    item: list[Statement] = []
    for statement in sentences:
        opens = not statement.index and not is_label_line(statement.words.text)
        if item and statement.paragraph != item[-1].paragraph and opens:
            yield item
            item = []
        item.append(statement)
    if item:
        yield item


def item_tree(
    text: str,
    paragraphs: Sequence[Paragraph],
    sentences: Iterable[Statement],
    heads: Iterable[Statement],
    attributed: Attributions,
) -> Item:
    """The items of a document.

    Arguments: the decoded text; its paragraphs, of which the paths tell the nesting; its sentences; the headings
    that are no sentences of it, as statements whose paragraph is the first one below; who is said to be responsible.
    """
    root = Item(None, None)
    placed: dict[int, Item] = {}
    addressed: _Addressed | None = None
    for number, group in groupby(sentences, key=lambda statement: statement.paragraph):
        statements, path = list(group), paragraphs[number].path
        if _only_addresses(statements, attributed):
            addressed = _Addressed(statements[0], set(placed))
            continue
        item = _open(text, root, path, placed)
        _add(item, statements)
        if addressed and not addressed.reaches(item):
            addressed = None
    for head in heads:
        if head.span[0] in placed:
            placed[head.span[0]].head.insert(0, head)
    for item in [*root.walk()][::-1]:
        _settle_end(item, attributed)
    return root


def _open(text: str, root: Item, path: Sequence[Heading], placed: dict[int, Item]) -> Item:
    """The item under a path of headings, made where it is new."""
    item = root
    for heading in path:
        child = placed.get(heading.start)
        if child is None or child.heading != heading:
            child = placed[heading.start] = Item(heading, item, _number(text, heading), len(item.children))
            item.children.append(child)
        item = child
    return item


@dataclass(slots=True)
class _Addressed:
    """A line that names but bodies (县人民医院：): the items after it, to the next such line or section, are theirs.

    `before` are the places of the items that stand above it, `level` is that of the first one below.
    """

    line: Statement
    before: set[int]
    level: int | None = None

    def reaches(self, item: Item) -> bool:
        """Whether an item is below the line; it is then put into its head."""
        heading = item.heading
        if heading is None or heading.start in self.before:
            return False
        self.level = self.level or heading.level
        if heading.level == self.level and self.line not in item.head:
            item.head.insert(0, self.line)
        return heading.level >= self.level


def _only_addresses(statements: Sequence[Statement], attributed: Attributions) -> bool:
    """Whether a paragraph holds nothing but bodies and a colon."""
    words = statements[0].words.text
    labels = attributed.get(statements[0].span, ())
    return (
        len(statements) == 1
        and words.endswith("：")
        and not is_label_line(words)
        and [label.place for label in labels] == [(0, len(words))]
    )


def _number(text: str, heading: Heading) -> int:
    """The number that a heading is printed with, 0 where it has none."""
    marker = marker_at(one_form(text[heading.start : heading.end]), 0)
    return marker.number if marker else 0


def _add(item: Item, group: list[Statement]) -> None:
    """A paragraph is a block of its own; a label line belongs to the block before it, or to the whole item."""
    if not is_label_line(group[0].words.text):
        item.blocks.append(ItemBlock(group))
    elif item.blocks:
        item.blocks[-1].statements += group
    else:
        item.head += group


def _settle_end(item: Item, attributed: Attributions) -> None:
    """Put what stands after a list where it belongs: the layout knows it only as a part of the last item.

    Where every other item is one paragraph, a further one under the last item is of the section; label lines
    under the last item alone are of all items.
    """
    if len(item.children) < 2:
        return
    *others, last = item.children
    usual = max(len(_below_heading(other)) for other in others)
    if usual <= 1 and not last.children:
        moved = [block for block in _below_heading(last)[usual:] if not usual or _speaks_of_all(block)]
        last.blocks = [block for block in last.blocks if block not in moved]
        item.blocks += [ItemBlock(block.statements, apart=True) for block in moved]
    if last.blocks and not any(_is_attributed(other, attributed) for other in others):
        first, *lines = last.blocks[-1].statements
        shared = [
            statement
            for statement in lines
            if statement.paragraph != first.paragraph and is_label_line(statement.words.text)
        ]
        if shared and not _bears_time(shared):
            last.blocks[-1].statements = [
                statement for statement in last.blocks[-1].statements if statement not in shared
            ]
            item.head += shared


def _below_heading(item: Item) -> list[ItemBlock]:
    """The paragraphs of an item beside the one that begins with its heading (1.婚检。3月底前…)."""
    start = item.heading.start if item.heading else -1
    return [block for block in item.blocks if block.statements[0].span[0] != start]


def _speaks_of_all(block: ItemBlock) -> bool:
    return bool(SPEAKS_OF_ALL.search(block.statements[0].words.text))


def _is_attributed(item: Item, attributed: Attributions) -> bool:
    statements = (*item.head, *(statement for block in item.blocks for statement in block.statements))
    return any(statement.span in attributed for statement in statements)


def _bears_time(lines: Sequence[Statement]) -> bool:
    return any(re.search("时限|时间|期限|节点", line.words.text) for line in lines)
