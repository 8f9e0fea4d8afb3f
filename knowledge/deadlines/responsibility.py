"""Who is responsible for a task: the nearest labels, references and headings that cover it, else its own words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines.attributions import PUNCTUATION, Attributions, without_attributions
from knowledge.deadlines.items import Item, ItemBlock
from knowledge.deadlines.labels import Label, is_label_line
from knowledge.deadlines.responsible_bodies import Responsible, each_once, leads
from knowledge.deadlines.role_phrases import bodies_of_heading, doers, doers_of, stated_roles
from knowledge.deadlines.scopes import Scope, scopes_of
from knowledge.deadlines.tasks import plain
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from knowledge.text.modality import Statement
from loaders.lazy_pattern import lazy_pattern

Bodies = Sequence[Responsible]
# （二）自查整改阶段（4月11日至7月31日）。
STAGE = lazy_pattern("(?:阶段|步骤)[（(][^）)]{2,40}[）)]。?$")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is asked: in which item and block of it (none for its heading), in which sentence.

    `start` and `end` are the time's place there, `reach` that of the words which are about this time alone.
    """

    item: Item
    block: ItemBlock | None
    statement: Statement
    start: int
    end: int
    reach: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Group:
    """Attributions that stand side by side: where they end in the text, and whom they name."""

    end: int
    responsible: tuple[Responsible, ...]


@dataclass(slots=True, eq=False)
class _Coverage:
    """What is said of an item: by its head, by each of its blocks, by the label lines of later blocks, by what stands
    above it, and by later blocks that speak of those before (以上工作由A负责。)."""

    head: Bodies
    blocks: dict[int, Sequence[_Group]]
    later: dict[int, Bodies]
    above: Bodies
    of_blocks: dict[int, Bodies]


class Responsibilities:
    """The responsible bodies of the items of a document."""

    def __init__(self, text: str, root: Item, attributed: Attributions) -> None:
        """Arguments: the decoded text; its items (see `item_tree`); the attributions of its sentences."""
        self._text, self._attributed = text, attributed
        self._scopes = {id(item): [*_scopes(item)] for item in root.walk()}
        self._coverage: dict[int, _Coverage] = {}
        self._lists_of_bodies: dict[int, bool] = {}
        for item in root.walk():
            self._coverage[id(item)] = self._cover(item)

    def of(self, place: Place) -> tuple[Responsible, ...]:
        """Who is responsible for what is asked at a place, each once, in the order of the text.

        Labels of the item itself and roles in the sentence go together; then come references to the item (上述
        （一）至（三）项由A负责) and the headings above it, the nearest first; a support or a person alone leaves the
        lead to these. Where nothing covers it, those are responsible whom the sentence tells to do it.
        """
        words = without_attributions(place.statement.words.text, self.attributions_of(place.statement))
        own = [*_said(words, place), *self._own(place)]
        if leads(own):
            return each_once(own)
        responsibles = doers_of(words, place.start, place.end) or self._told_next(place)
        apart = bool(place.block and place.block.apart)
        above = () if responsibles and apart else self._above(place)
        return each_once([*(leads(above) or ([] if above else responsibles)), *(own or above)])

    def _told_next(self, place: Place) -> Bodies:
        """Whom the sentence after the heading of a stage tells to act in it (（一）自查阶段（4月）。各单位…)."""
        block, blocks = place.block, place.item.blocks
        if place.statement.index > 0 or not STAGE.search(place.statement.words.text):
            return ()
        after = blocks[blocks.index(block) + 1 :] if block else blocks
        here = block.statements[1:] if block else []
        following = next(
            iter([*here, *(statement for below in after[:1] for statement in below.statements)]), None
        )
        return doers_of(following.words.text, 0, 0) if following else ()

    def attributions_of(self, statement: Statement) -> Sequence[Label]:
        """The attributions of a sentence, in reading order."""
        return self._attributed.get(statement.span, ())

    def _own(self, place: Place) -> Bodies:
        """The labels of the sentence's block, else those of its item."""
        covered, block = self._coverage[id(place.item)], place.block
        if block is None:
            return covered.head
        near = _nearest(covered.blocks[id(block)], place.statement.words.origin[place.start])
        return near or (() if block.apart else covered.head or covered.later.get(id(block), ()))

    def _above(self, place: Place) -> Bodies:
        """What later paragraphs, references and headings say, the nearest that name a lead."""
        covered, block = self._coverage[id(place.item)], place.block
        responsibles = covered.of_blocks.get(id(block), ())
        if block and block.apart:
            responsibles = responsibles or covered.head
        return responsibles if leads(responsibles) else [*responsibles, *covered.above]

    def _cover(self, item: Item) -> _Coverage:
        """What is said of an item; its parent has been covered before it."""
        return _Coverage(
            head=self._named(item.head) or self._bodies_of_heading(item),
            blocks={id(block): self._grouped(block.statements) for block in item.blocks},
            later=self._label_lines(item),
            above=self._from_above(item),
            of_blocks=self._of_blocks(item),
        )

    def _from_above(self, item: Item) -> Bodies:
        """What references and headings say of an item, the nearest that name a lead."""
        if item.parent is None:
            return ()
        parent = self._coverage[id(item.parent)]
        levels = (self._referred(item), parent.head, parent.above)
        named = [body for level in levels for body in level]
        return next((level for level in levels if leads(level)), named)

    def _of_blocks(self, item: Item) -> dict[int, Bodies]:
        """For each block of a section without a list, whom the next reference to all that stands before it names."""
        scopes = {at: scope.responsible for at, scope in self._scopes[id(item)] if scope.kind == "all"}
        following: Bodies = ()
        by_block: dict[int, Bodies] = {}
        for at in range(len(item.blocks) - 1, -1, -1) if scopes and not item.children else ():
            following = scopes.get(at, following)
            by_block[id(item.blocks[at])] = following
        return by_block

    def _label_lines(self, item: Item) -> dict[int, Bodies]:
        """For each block of an item with a heading, whom the label lines of the next block that has some name."""
        following: Bodies = ()
        by_block: dict[int, Bodies] = {}
        for block in reversed(item.blocks if item.heading else []):
            by_block[id(block)] = following
            following = self._named(filter(_is_line, block.statements)) or following
        return by_block

    def _bodies_of_heading(self, item: Item) -> Bodies:
        """The bodies that a heading consists of, where most headings of its list do so (一、县人民医院)."""
        if item.heading is None or len(item.siblings) < 2:
            return ()
        return bodies_of_heading(plain(item.heading.text)) if self._is_list_of_bodies(item) else ()

    def _is_list_of_bodies(self, item: Item) -> bool:
        """Whether most headings of the list of an item are names of bodies; looked at once for the whole list.

        Not all need be: 一、总体要求 stands before the bodies, and 五、工作要求 after them. One alone may be a matter.
        """
        section = id(item.parent)
        if section not in self._lists_of_bodies:
            headings = [sibling.heading for sibling in item.siblings if sibling.heading]
            names = sum(bool(bodies_of_heading(plain(heading.text))) for heading in headings)
            self._lists_of_bodies[section] = names >= 2 and names * 2 >= len(headings)
        return self._lists_of_bodies[section]

    def _named(self, statements: Iterable[Statement]) -> Bodies:
        return [body for group in self._grouped(statements) for body in group.responsible]

    def _referred(self, item: Item) -> Bodies:
        """What references to items of a list say of one of them."""
        scopes, siblings = self._scopes_of_list(item), item.siblings
        if not scopes:
            return ()
        named = {number for scope in scopes for number in scope.numbers if scope.kind == "numbers"}
        at, number = item.index, item.number or item.index + 1
        firm = [
            scope
            for scope in scopes
            if scope.kind != "rest" and scope.covers(number, at, len(siblings), named)
        ]
        rest = [
            scope
            for scope in scopes
            if scope.kind == "rest" and scope.covers(number, at, len(siblings), named)
        ]
        return [body for scope in firm or rest for body in scope.responsible]

    def _scopes_of_list(self, item: Item) -> list[Scope]:
        """The scopes that stand after a list in its section, or under a heading of their own right after it."""
        section = item.parent
        if section is None:
            return []
        here = [scope for _, scope in self._scopes[id(section)]]
        if here or section.parent is None or section is section.siblings[-1]:
            return here
        after = section.siblings[section.index + 1]
        numbered = (scope for _, scope in self._scopes[id(after)] if scope.kind == "numbers")
        return [] if after.children else list(numbered)

    def _grouped(self, statements: Iterable[Statement]) -> list[_Group]:
        """The attributions of some sentences, those that stand side by side together."""
        groups: list[_Group] = []
        for label in (
            label for statement in statements for label in self._attributed.get(statement.span, ())
        ):
            if groups and PUNCTUATION.fullmatch(self._text, groups[-1].end, max(groups[-1].end, label.start)):
                last = groups.pop()
                groups.append(_Group(label.end, (*last.responsible, *label.responsible)))
            else:
                groups.append(_Group(label.end, label.responsible))
        return [group for group in groups if group.responsible]


def _scopes(item: Item) -> Iterator[tuple[int, Scope]]:
    """The scopes that the paragraphs of an item state, with the place of their paragraph."""
    for at, block in enumerate(item.blocks):
        for statement in block.statements:
            yield from ((at, scope) for scope in scopes_of(statement.words.text))


def _is_line(statement: Statement) -> bool:
    return not statement.index and is_label_line(statement.words.text)


def _nearest(groups: Sequence[_Group], at: int) -> Bodies:
    """The group that covers a place: the first that ends after it, for labels follow what they are of; else the last."""
    if not groups:
        return ()
    after = bisect_right(groups, at, key=lambda group: group.end)
    return groups[min(after, len(groups) - 1)].responsible


def _said(words: str, place: Place) -> Bodies:
    """The roles in the clause of a time, else in the words that are about it alone, else in its part of the sentence
    between semicolons."""
    own = stated_roles(words[clause_start(words, place.start) : clause_end(words, place.end)])
    near = words[slice(*place.reach)]
    if leads(own):
        return [*own, *(responsible for responsible in stated_roles(near) if responsible.role != "lead")]
    if (responsibles := stated_roles(near)) or doers(near):
        return responsibles
    begin = clause_start(words, place.start, SEGMENT_MARKS)
    return stated_roles(words[begin : clause_end(words, place.end, SEGMENT_MARKS)])
