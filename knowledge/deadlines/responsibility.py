"""Who is responsible for a task: the nearest labels, references and headings that cover it, else its own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines.attributions import PUNCTUATION, attributions_of, without
from knowledge.deadlines.items import Block, Item
from knowledge.deadlines.labels import Label, is_label_line
from knowledge.deadlines.responsible_bodies import Responsible, each_once, leads
from knowledge.deadlines.role_phrases import doers_of, stated
from knowledge.deadlines.scopes import Scope, scopes_of
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from knowledge.text.modality import Statement

Bodies = Sequence[Responsible]


@dataclass(frozen=True, slots=True)
class _Group:
    """Attributions that stand side by side: where they begin and end in the text, and whom they name."""

    start: int
    end: int
    responsible: tuple[Responsible, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is asked: in which item and block of it (none for its heading), in which sentence, and the
    time's place there."""

    item: Item
    block: Block | None
    statement: Statement
    start: int
    end: int


class Responsibilities:
    """The responsible bodies of the items of a document."""

    def __init__(self, text: str, root: Item) -> None:
        """Arguments: the decoded text; its items (see `item_tree`)."""
        self._text = text
        self._groups: dict[int, list[_Group]] = {}
        self._scopes = {id(item): [*_scopes(item)] for item in root.walk()}

    def of(self, place: Place) -> tuple[Responsible, ...]:
        """Who is responsible for what is asked at a place, each once, in the order of the text.

        Labels of the item itself and roles in the sentence go together; then come references to the item (上述
        （一）至（三）项由A负责) and the headings above it, the nearest first; a support or a person alone leaves the
        lead to these. Where nothing covers it, those are responsible whom the sentence tells to do it.
        """
        words = without(place.statement.words.text, attributions_of(place.statement))
        said = stated(_segment(words, place))
        own = [*said, *self._own(place)]
        if leads(own):
            return each_once(own)
        told = () if own else doers_of(words, place.start, place.end)
        if told and place.block and place.block.apart:
            return told
        above = self._above(place)
        return each_once([*(leads(above) or above), *own] if own else above or told)

    def _own(self, place: Place) -> Bodies:
        """The labels of the sentence's block, else those of its item."""
        item, block = place.item, place.block
        at = place.statement.words.origin[place.start]
        if block is None:
            return self._head(item)
        if near := _nearest(self._grouped(block.statements), at):
            return near
        if block.apart:
            return ()
        later = item.blocks[item.blocks.index(block) + 1 :] if item.heading else []
        lines = ([*filter(_is_line, other.statements)] for other in later if not other.apart)
        shared = next((groups for one in lines if (groups := self._grouped(one))), [])
        return self._head(item) or [body for group in shared for body in group.responsible]

    def _head(self, item: Item) -> Bodies:
        return [body for group in self._grouped(item.head) for body in group.responsible]

    def _above(self, place: Place) -> Bodies:
        """What references and headings say of an item, the nearest that name a lead."""
        collected: list[Responsible] = []
        for level in self._levels(place):
            collected += level
            if leads(level):
                break
        return collected

    def _levels(self, place: Place) -> Iterator[Bodies]:
        yield self._of_blocks(place)
        item = place.item
        if place.block and place.block.apart:
            yield self._head(item)
        while item.parent:
            yield self._referred(item)
            item = item.parent
            yield self._head(item)

    def _of_blocks(self, place: Place) -> Bodies:
        """What a later paragraph of the same section says of those before it (以上工作由A负责。)."""
        item, block = place.item, place.block
        if block is None or block not in item.blocks:
            return ()
        here = item.blocks.index(block)
        return [
            body
            for at, scope in self._scopes[id(item)]
            if scope.kind == "all" and at >= here and not item.children
            for body in scope.responsible
        ]

    def _referred(self, item: Item) -> Bodies:
        """What references to items of a list say of one of them."""
        siblings = item.siblings
        scopes = self._scopes_of_list(item)
        named = [number for scope in scopes for number in scope.numbers if scope.kind == "numbers"]
        number, at = item.number or siblings.index(item) + 1, siblings.index(item)
        firm = [one for one in scopes if one.kind != "rest"]
        covering = [one for one in firm if one.covers(number, at, len(siblings), named)]
        rest = [one for one in scopes if one.kind == "rest"] if not covering else []
        return [body for scope in covering or rest for body in scope.responsible]

    def _scopes_of_list(self, item: Item) -> list[Scope]:
        """The scopes that stand after a list in its section, or under a heading of their own right after it."""
        section = item.parent
        assert section is not None
        here = [scope for _, scope in self._scopes[id(section)]]
        if here or not section.parent:
            return here
        after = section.siblings[section.siblings.index(section) + 1 :][:1]
        return [
            scope
            for other in after
            if not other.children
            for _, scope in self._scopes[id(other)]
            if scope.kind == "numbers"
        ]

    def _grouped(self, statements: Iterable[Statement]) -> list[_Group]:
        """The attributions of some sentences, those that stand side by side together."""
        groups: list[_Group] = []
        for label in (label for one in statements for label in attributions_of(one)):
            between = self._text[groups[-1].end : label.start] if groups else ""
            if groups and PUNCTUATION.fullmatch(between):
                last = groups.pop()
                groups.append(_Group(last.start, label.end, (*last.responsible, *label.responsible)))
            else:
                groups.append(_Group(label.start, label.end, label.responsible))
        return [group for group in groups if group.responsible]


def _scopes(item: Item) -> Iterator[tuple[int, Scope]]:
    """The scopes that the paragraphs of an item state, with the place of their paragraph."""
    for at, block in enumerate(item.blocks):
        for statement in block.statements:
            yield from ((at, scope) for scope in scopes_of(statement.words.text))


def _is_line(statement: Statement) -> bool:
    return is_label_line(statement.words.text) and not statement.index


def _nearest(groups: Sequence[_Group], at: int) -> Bodies:
    """The group that covers a place: the first that ends after it, for labels follow what they are of; else the last."""
    after = next((group for group in groups if group.end > at), None)
    chosen = after or (groups[-1] if groups else None)
    return chosen.responsible if chosen else ()


def _segment(words: str, place: Place) -> str:
    """The part of a sentence between semicolons that holds a time."""
    begin = clause_start(words, place.start, SEGMENT_MARKS)
    return words[begin : clause_end(words, place.end, SEGMENT_MARKS)]
