"""The items of a list question: of each document the passages that speak of its matter, and the values in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from knowledge.answers import Answer, Item, ItemsKind, Reply
from knowledge.deadlines.deadlines import Deadline
from knowledge.documents import Document
from knowledge.filters.matching import word_test
from knowledge.filters.parser import read_filter
from knowledge.listing.bounds import keeps
from knowledge.listing.members import MOST, NamedSet, members, points_of
from knowledge.query.list_questions import ListQuestion, ValueBound
from knowledge.query.query import Query
from knowledge.retrieval.answer_span import SpanFinder
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.passage_context import in_context
from knowledge.retrieval.point_lists import asked_list
from knowledge.retrieval.ranker import Ranked, Signals
from knowledge.retrieval.reader import quote
from knowledge.store.reader import Store
from knowledge.store.records import StoredPassage
from knowledge.targets.reported_values import find_present_values
from knowledge.targets.targets import Target

T = TypeVar("T")

# Shares of the best candidate's score and of what it holds of the question: on list questions what belongs to the
# list is above, what does not is below.
NEAR_BEST, COVERS = 0.62, 0.6
# Where the question asks for one thing, another must answer as well as the best to be named beside it.
AS_GOOD, COVERS_AS_WELL = 0.75, 0.85
READ_RIGHT = (
    0.9  # the share of targets that are read as gold has them, at least (tests/knowledge/test_extraction.py)
)
MOST_ANSWERS = 5
HEADS = 0.7  # of the question that a heading holds under whose points the answer stands
CERTAIN = 0.9  # of the matter that a passage holds which surely speaks of it
LEAST_HELD = 0.6  # of the question in the sentence of a deadline
# What an indicator must have in common with the question, of what the likeliest one of the passage has.
NAMES, LEAST_NAMED = 0.9, 0.2
SHORTEST_ENDING = 3  # characters: 签约率
# Which documents speak of a matter: its thing is named, whatever is done with it (投放, 配置 自动体外除颤仪).
HEAD_NEAR, WHOLE = 0.5, 0.9

Items = tuple[tuple[Item, ...], ItemsKind | None]
"""Items, and which kind of list they are; none of no kind."""


@dataclass(frozen=True, slots=True)
class ItemFinder:
    """Finds the items of one question among its candidates, best first.

    `scope` holds the documents meant, none for all; `read` quotes candidates as answers to the question, `spans` finds
    where they answer, `normalise` is the query's.
    """

    store: Store
    query: Query
    matcher: Matcher
    ranked: Sequence[Ranked]
    scope: Collection[str]
    read: Callable[[Sequence[Ranked]], list[Answer]]
    spans: SpanFinder
    normalise: Callable[[str], str]

    def find(self, asked: ListQuestion | None) -> Items:
        """The items that a list question asks for; of any other question those among which it does not choose."""
        if (asked is None or asked.kind == "members") and (points := self._points()):
            return points, "points"
        if asked is None:
            items = self._choice()
            return (items, "choice") if items else ((), None)
        if asked.bound:
            items = self._bounded(asked.bound, asked.matter)
        else:
            items = self._members(asked.count) if asked.kind == "members" else self._listed()
        fewest = 1 if asked.kind == "which" else 2
        return (items, asked.kind) if len(items) >= fewest else ((), None)

    def of_best(self) -> Sequence[Item]:
        """What the best candidate says: its values of what is asked, else its passage."""
        return self._items(self.read(self.ranked[:1])[0])

    @property
    def speaks_of_it(self) -> bool:
        """Whether the best candidate holds all but nothing of the question: that it speaks of the matter is sure."""
        return _covered(self.ranked[0].signals) >= CERTAIN

    def _bounded(self, bound: ValueBound, matter: str) -> tuple[Item, ...]:
        """The targets that keep a bound, of the places and the matter that the question names."""
        within_bound = [
            located
            for located in self.store.targets()
            if keeps(located.item, bound) and located.document.instead is None
        ]
        tests = [word_test(word, within_bound) for word in read_filter(matter).words]
        chosen = [
            located
            for located in within_bound
            if self._is_asked(located.document) and all(test(located) for test in tests)
        ]
        passages = [self.store.passage(located.passage_id) for located in chosen]
        answers = self._quoted([passage for passage in passages if passage])
        return tuple(_valued(answer, located.item) for answer, located in zip(answers, chosen, strict=True))

    def _listed(self) -> tuple[Item, ...]:
        """What the documents say of the matter: values where the question names an indicator, else passages."""
        near = self._near(NEAR_BEST, COVERS)
        naming = [
            candidate
            for candidate in self.ranked
            if candidate in near
            or (candidate.score >= HEAD_NEAR * self.ranked[0].score and self._names_head(candidate))
        ]
        chosen = [candidate for candidate in naming if self._is_asked(self._document(candidate))]
        return tuple(item for answer in self.read(chosen) for item in self._items(answer))

    def _choice(self) -> tuple[Item, ...]:
        """The values, or due dates, among which a question does not choose, of the places that it names, if any."""
        if self.query.years or self.query.kind not in ("target", "fact", "deadline"):
            return ()
        near = self._near(AS_GOOD, COVERS_AS_WELL)
        answers = self.read([candidate for candidate in near if self._is_asked(self._document(candidate))])
        if self.query.kind == "deadline":
            return self._dates(answers)
        items = list(_distinct(item for answer in answers for item in self._values(answer)))
        units = {_unit(item) for item in items if item.answer.passage_id == self.ranked[0].hit.passage.id}
        alike = tuple(item for item in items if _unit(item) in units)
        return alike if len({item.answer.passage_id for item in alike}) > 1 else ()

    def _dates(self, answers: Sequence[Answer]) -> tuple[Item, ...]:
        """The due date of each document whose sentence holds as much of the question as that of the best."""
        dated = [(self._dated(answer), answer) for answer in _first_of_each(answers)]
        if not dated or dated[0][0] is None:
            return ()
        shares = [(self._held(deadline.sentence), deadline, answer) for deadline, answer in dated if deadline]
        items = tuple(
            Item(answer, deadline.task, deadline.phrase, None, deadline.end)
            for share, deadline, answer in shares
            if share >= max(LEAST_HELD, COVERS_AS_WELL * shares[0][0])
        )
        return items if len(items) > 1 else ()

    def _dated(self, answer: Answer) -> Deadline | None:
        """The deadline of a passage whose sentence holds most of the question; one without a day tells none."""
        dated = [deadline for deadline in answer.deadlines if deadline.end]
        return max(dated, key=lambda deadline: self._held(deadline.sentence), default=None)

    def _held(self, text: str) -> float:
        return self.matcher.coverage(self.matcher.found(self.normalise(text)))

    def _points(self) -> tuple[Item, ...]:
        """The points of the list whose lead-in answers best, where they are too long for one quotation."""
        listed = asked_list(self.store, self.ranked[0].hit.passage, self.spans)
        return () if listed is None or listed.whole else tuple(map(Item, self._quoted(listed.passages)))

    def _members(self, count: int) -> tuple[Item, ...]:
        """The points of the set that the question names."""
        named = NamedSet.of(self.query.normalised)
        best = self.ranked[0].hit.passage
        count = count or (named.count if named else 0)
        points = members(named, count, best, self.store.section, self.normalise) if named else []
        return tuple(map(Item, self._quoted(points or self._under_heading(best))))

    def _under_heading(self, best: StoredPassage) -> list[StoredPassage]:
        """The points under the outermost heading that holds the question, where the best passage stands under one."""
        for level, heading in enumerate(best.headings, 1):
            if self._held(heading) >= HEADS:
                points = points_of(self.store.section(best.document, best.headings[:level]), level)
                return points if 2 <= len(points) <= MOST else []
        return []

    def _quoted(self, passages: Sequence[StoredPassage]) -> list[Answer]:
        return list(map(quote, in_context(self.store, passages)))

    def _near(self, near: float, covers: float) -> list[Ranked]:
        """The candidates near the best by score, which hold about as much of the question."""
        most = max(_covered(candidate.signals) for candidate in self.ranked[:3])
        least = near * self.ranked[0].score
        return [
            candidate
            for candidate in self.ranked
            if candidate.score >= least and _covered(candidate.signals) >= covers * most
        ]

    def _values(self, answer: Answer) -> Iterator[Item]:
        """The targets of a passage whose names hold most of the question."""
        for target in self._likeliest((target.indicator, target) for target in answer.targets):
            yield _valued(answer, target)

    def _items(self, answer: Answer) -> Sequence[Item]:
        """The values in a passage, goals before what is reported; the passage alone where it has none."""
        goals = list(self._values(answer))
        return goals or list(self._reported(answer)) or [Item(answer)]

    def _reported(self, answer: Answer) -> Iterator[Item]:
        """The reported values of a passage whose names hold most of the question."""
        values = find_present_values(answer.passage, answer.section, answer.document.date)
        for value in self._likeliest((value.indicator, value) for value in values):
            yield Item(answer, value.indicator, value.value, "=", reported=True)

    def _likeliest(self, named: Iterable[tuple[str, T]]) -> list[T]:
        """Those whose indicator has most in common with the question, if any has enough; where some end as the question
        names them (签约率), none that ends otherwise (签约居民满意度)."""
        every = list(named)
        headed = [(name, value) for name, value in every if self._ending(name)]
        shares = [(self._in_common(name), value) for name, value in headed or every]
        most = max((share for share, _ in shares), default=0.0)
        return [value for share, value in shares if share >= max(LEAST_NAMED, NAMES * most)]

    def _in_common(self, indicator: str) -> float:
        """How much of the question an indicator names; one that ends as the question names it is of it, too."""
        return max(self._held(indicator), self._ending(indicator) / max(len(self.query.normalised), 1))

    def _ending(self, indicator: str) -> int:
        """How many characters at the end of an indicator stand in the question, 0 for fewer than tell it."""
        name = self.normalise(indicator)
        longest = range(len(name), SHORTEST_ENDING - 1, -1)
        return next((length for length in longest if name[-length:] in self.query.normalised), 0)

    def _names_head(self, candidate: Ranked) -> bool:
        """Whether the last concept of the question, what it is about, stands whole in a passage."""
        findings = self.matcher.found(self.normalise(candidate.hit.passage.text))
        return bool(findings) and findings[-1].weight >= WHOLE

    def _document(self, candidate: Ranked) -> Document:
        return self.store.documents[candidate.hit.passage.document]

    def _is_asked(self, document: Document) -> bool:
        """Whether a document is within the scope and of the places that the question names, if it names any."""
        inside = not self.scope or document.id in self.scope
        return inside and (not self.query.places or document.place in self.query.places)


def bound_reply(question: str, items: tuple[Item, ...]) -> Reply:
    """The reply that targets keep a bound: it is reckoned, not searched for, as sure as targets are read."""
    answers = tuple({item.answer.passage_id: item.answer for item in items}.values())
    return Reply(
        question, "answer", READ_RIGHT, "target", answers[:MOST_ANSWERS], items=items, items_kind="bound"
    )


def _covered(signals: Signals) -> float:
    return signals.concepts + signals.headings


def _valued(answer: Answer, target: Target) -> Item:
    return Item(answer, target.indicator, target.value, target.op, target.by)


def _unit(item: Item) -> str:
    return (item.value or "").lstrip("0123456789.,")


def _distinct(items: Iterable[Item]) -> Iterator[Item]:
    """Items without those that say the same of the same document again."""
    keys: set[tuple[str, str | None, str | None]] = set()
    for item in items:
        key = (item.answer.document.id, item.indicator, item.value)
        if key not in keys:
            keys.add(key)
            yield item


def _first_of_each(answers: Iterable[Answer]) -> list[Answer]:
    """The best passage of each document."""
    first: dict[str, Answer] = {}
    for answer in answers:
        first.setdefault(answer.document.id, answer)
    return list(first.values())
