"""Deadlines: which times of a text are due dates, of what, and whose."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from knowledge.deadlines.attributions import attributions
from knowledge.deadlines.due_rules import is_due
from knowledge.deadlines.items import Item, ItemBlock, item_tree
from knowledge.deadlines.responsibility import Place, Responsibilities
from knowledge.deadlines.responsible_bodies import Responsible, Role
from knowledge.deadlines.tasks import Span, before_label, plain_span, task_span
from knowledge.temporal.base_dates import section_base
from knowledge.temporal.calendar import Explanation, Precision
from knowledge.temporal.mentions import Mention, mentions
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from knowledge.text.modality import Mood, Statement, heading_statements, statements
from knowledge.text.normalisation import squeeze
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Paragraph

DATED = ("by", "in", "from", "during")
# A sentence of more due times is no prose (a damaged table, figures in a row); each of them would bear all of it.
MOST_OF_A_SENTENCE = 40
SHORTEST_TASK = 2


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by, in, from or during which something is due; `every`, `vague` and `event` are kept as kinds of
    their own.

    `task` is a stretch of the sentence, or the heading of the item. `sentence_span` counts characters of the decoded
    text. `bodies` are the names in `roles`. `also` holds other sentences that state the same. `id` is empty until it
    is stored; then it is made from the document's place, the sentence and the phrase, so that it holds over a reload.
    """

    kind: str
    phrase: str
    sentence: str
    task: str
    start: dt.date | None
    end: dt.date | None
    precision: Precision
    redacted: bool
    bodies: tuple[str, ...]
    sentence_span: tuple[int, int]
    id: str = ""
    roles: tuple[Responsible, ...] = ()
    explanation: Explanation = ""
    also: tuple[str, ...] = ()

    @property
    def lead(self) -> tuple[str, ...]:
        """The bodies that lead; where the text gives nobody a role, all that it names."""
        return self.in_role("lead") if self.roles else self.bodies

    def in_role(self, role: Role) -> tuple[str, ...]:
        """The bodies or persons that have this role."""
        return tuple(party.body for party in self.roles if party.role == role)


def find_deadlines(
    text: str, paragraphs: Sequence[Paragraph], base: PartialDate | None, document: Mood = "open"
) -> list[Deadline]:
    """The due times of a speech in reading order.

    Arguments: the decoded text, the speech's paragraphs, the date that relative times count from (`document_base`),
    what the title promises (`title_mood`). A goal, task or plan with a time is one; reports, statistics, history,
    titles and lengths of service are none.
    """
    sentences = statements(text, paragraphs, document)
    heads = list(heading_statements(text, paragraphs, document))
    attributed = attributions([*heads, *sentences])
    root = item_tree(text, paragraphs, sentences, heads, attributed)
    finder = _Finder(text, paragraphs, base, Responsibilities(text, root, attributed))
    deadlines = (deadline for item in root.walk() for deadline in without_repeats(finder.in_item(item)))
    return sorted(deadlines, key=lambda deadline: deadline.sentence_span)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds what is due in the items of a speech."""

    text: str
    paragraphs: Sequence[Paragraph]
    base: PartialDate | None
    responsibilities: Responsibilities

    def in_item(self, item: Item) -> Iterator[Stated]:
        """What an item says to be due, its heading first; not what stands in its sub-items."""
        for statement in item.head:
            yield from self._in_statement(item, None, statement)
        for block in item.blocks:
            for statement in block.statements:
                yield from self._in_statement(item, block, statement)

    def _in_statement(self, item: Item, block: ItemBlock | None, statement: Statement) -> Iterator[Stated]:
        """The due times of a sentence; of a heading only those that a label gives, or by which it is to be done."""
        base = self._base(block, statement)
        due_times = filter(is_due, mentions(statement.words.text, statement.mood, base))
        due = list(islice(due_times, MOST_OF_A_SENTENCE))
        if statement.index < 0:
            due = [mention for mention in due if mention.labelled or mention.time.manner == "by"]
        for at, mention in enumerate(due):
            place = Place(item, block, statement, mention.start, mention.end, _reach(due, at))
            task = self._task(place, due, at)
            yield Stated(self._deadline(place, mention, task), mention.labelled)

    def _base(self, block: ItemBlock | None, statement: Statement) -> PartialDate | None:
        path = self.paragraphs[statement.paragraph].path
        opening = block.statements[0].words.text if block else ""
        return section_base(self.base, path, opening, statement.words.text)

    def _task(self, place: Place, due: Sequence[Mention], at: int) -> str:
        """The task of a due time: a stretch of its sentence, or what its item is about where that holds but labels."""
        words, mention = place.statement.words, due[at]
        if mention.labelled:
            labels = self.responsibilities.attributions_of(place.statement)
            begin, end = before_label(words.text, labels[0].place[0] if labels else mention.start)
        else:
            begin, end = task_span(words.text, due, at)
        if end - begin < SHORTEST_TASK:
            return self._about(place)
        return self.text[slice(*words.span(begin, end))]

    def _about(self, place: Place) -> str:
        """What an item is about: its heading, else the sentence that opens its paragraph."""
        heading = place.item.heading
        words = squeeze(self.text[heading.start : heading.end], heading.start) if heading else None
        if not words or not words.text:
            words = place.block.statements[0].words if place.block else place.statement.words
        begin, end = plain_span(words.text)
        return self.text[slice(*words.span(begin, end))] if begin < end else words.text

    def _deadline(self, place: Place, mention: Mention, task: str) -> Deadline:
        time, words = mention.time, place.statement.words
        begin, finish = words.span(time.start_offset, time.end_offset)
        roles = self.responsibilities.of(place)
        return Deadline(
            kind=time.manner,
            phrase=self.text[begin:finish],
            sentence=self.text[slice(*place.statement.span)],
            task=task,
            start=time.start,
            end=time.end,
            precision=time.precision,
            redacted=time.redacted,
            bodies=tuple(responsible.body for responsible in roles),
            sentence_span=place.statement.span,
            roles=roles,
            explanation=time.explanation,
        )


def _reach(due: Sequence[Mention], at: int) -> Span:
    """The part of its sentence that is about one due time: between semicolons, and the clauses of the others."""
    mention, sentence = due[at], due[at].sentence
    if mention.labelled:
        return 0, len(sentence)
    begin = clause_start(sentence, mention.start, SEGMENT_MARKS)
    end = clause_end(sentence, mention.end, SEGMENT_MARKS)
    if at:
        begin = max(begin, min(clause_end(sentence, due[at - 1].end), mention.start))
    if at + 1 < len(due):
        following = due[at + 1].start
        end = min(end, max(clause_start(sentence, following), mention.end), following)
    return begin, end


@dataclass(frozen=True, slots=True)
class Stated:
    """A deadline as one sentence states it; `labelled` where a label of its item does (完成时限：…)."""

    deadline: Deadline
    labelled: bool


def without_repeats(stated: Iterable[Stated]) -> Iterator[Deadline]:
    """The deadlines of an item, each once: a label that repeats what a sentence says is kept with that."""
    every = list(stated)
    stated_ends = {
        candidate.deadline.end
        for candidate in every
        if not candidate.labelled and not _is_whole_year(candidate.deadline)
    } - {None}
    repeats: dict[dt.date | None, list[str]] = {}
    for candidate in every:
        if candidate.labelled and candidate.deadline.end in stated_ends:
            repeats.setdefault(candidate.deadline.end, []).append(candidate.deadline.sentence)
    for candidate in every:
        also = dict.fromkeys(
            () if _is_whole_year(candidate.deadline) else repeats.get(candidate.deadline.end, ())
        )
        also.pop(candidate.deadline.sentence, None)
        if not candidate.labelled:
            yield replace(candidate.deadline, also=tuple(also))
        elif candidate.deadline.end not in stated_ends:
            yield candidate.deadline


def _is_whole_year(deadline: Deadline) -> bool:
    """Whether a time is but the year (今年推广到所有县区): a label then says more."""
    return deadline.kind != "by" and deadline.precision in ("year", "period")
