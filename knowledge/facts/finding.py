"""The facts of a document, sentence by sentence, and those that its headings state."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from knowledge.deadlines.attributions import attributions_of
from knowledge.deadlines.deadlines import Deadline
from knowledge.facts.body_facts import activity_of, body_facts, heading_task, label_fact
from knowledge.facts.claim_facts import claim_facts
from knowledge.facts.clauses import bare, is_name, parse
from knowledge.facts.due.points import due_facts
from knowledge.facts.duty_facts import duty_facts
from knowledge.facts.records import Amount, Clause, Due, Fact, Requirement, Span, State, Task, Value
from knowledge.facts.rules.money_facts import money_facts
from knowledge.facts.rules.rule_facts import (
    case_facts,
    cause_facts,
    count_facts,
    lasting_facts,
    part_facts,
    ratio_facts,
)
from knowledge.facts.rules.share_facts import share_facts
from knowledge.facts.sentences import FactSentence, has_figure, without_quantity
from knowledge.facts.subjects.headings import thing_of_heading, thing_of_title
from knowledge.facts.subjects.matter import with_matter_above
from knowledge.facts.task_facts import NO_MATTER, heading_tasks, state_facts, task_facts, under_subject
from knowledge.facts.terms.coined_terms import coined_facts
from knowledge.facts.terms.term_facts import definition_facts, listing_facts
from knowledge.facts.values.amounts import amount_facts
from knowledge.facts.values.indicators import row_value, value_facts
from knowledge.facts.wholeness import whole_or_lacking, whole_rows
from knowledge.targets.targets import Target
from knowledge.text.clauses import SEGMENT_MARKS, clause_end, clause_start
from knowledge.text.modality import Mood, Statement, statements
from knowledge.text.spans import overlaps_any
from loaders.structure.outline import Paragraph

Dated = TypeVar("Dated", Deadline, Target)

SHORTEST_ANSWER = 10
_MAY_ATTRIBUTE = re.compile(r"[时期]限[：:]|单位[：:]|部门[：:]|牵头|负责|（[^（）]*(?:局|委|办)")
# Where a report goes over from what was done to what is missing.
_TURNS = re.compile(
    "也要(?:清醒地?)?看到|也应(?:当)?看到|仍有差距|存在(?:的)?(?:一些|不少|以下)?(?:问题|短板|不足|薄弱)|薄弱环节|问题也不少|不容忽视"
)
_LABELS = re.compile("(?:牵头|责任|配合|完成)(?:单位|部门|时限|人)[：:][^；。）\n]*[；。）]?")
_WHEN = re.compile(
    r"(?:\d{1,2}[.．]\s*)?[^，]*?(?:\d+年[^，]{0,8}|\d+月[^，]{0,6})[^，]{0,8}(?:[前后内底末初起]|期间|上旬|中旬|下旬)"
)
_BLANK = re.compile("[XxＸ×*＊○□]")  # left out by whoever put the text on the net: no value to tell
_LABEL_LINE = re.compile("[（(]?[^，。；]{2,6}(?:单位|部门|时限|责任人|领导)[：:]")
# 任务：儿科诊室增设 牵头：区人民医院: a line that names its task itself.
_NAMED_TASK = re.compile(
    "(?:任务|事项|项目|工作内容)[：:](?P<task>[^：:，。；]{4,20}?)(?=牵头|责任|配合|时限|完成时|[，。；]|$)"
)
LONGEST_OBJECT = 20
_TIME_LABEL = re.compile(r"时限[：:](?=.{0,6}[\d一二三四])")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as facts are found in it: where it stands, its headings, its role, whether it is a row of a table."""

    start: int
    end: int
    headings: tuple[str, ...]
    role: str
    text: str = ""
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class PlacedFact:
    """A fact with the place of its passage in the document, the part between semicolons of the sentence that states it
    (empty for a heading's), the role in the document that the sentence has, and whether it asks for something; `lacking`
    is the sentence of a due time or a figure of which no rule finds what it is of."""

    passage: int
    fact: Fact
    part: str
    role: str
    asks: bool = False
    lacking: FactSentence | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """What others found in a document: its due times and its goals, by the span of their sentence."""

    deadlines: Mapping[Span, Sequence[Deadline]]
    targets: Mapping[Span, Sequence[Target]]

    @classmethod
    def of(cls, deadlines: Iterable[Deadline], targets: Iterable[Target]) -> Stated:
        """Some due times and goals."""
        return cls(_by_sentence(deadlines), _by_sentence(targets))


def _by_sentence(items: Iterable[Dated]) -> dict[Span, list[Dated]]:
    by_sentence: dict[Span, list[Dated]] = {}
    for item in items:
        by_sentence.setdefault(item.sentence_span, []).append(item)
    return by_sentence


def find_facts(
    text: str,
    paragraphs: Sequence[Paragraph],
    mood: Mood,
    stretches: Sequence[Stretch],
    stated: Stated,
    title: str = "",
) -> Iterator[PlacedFact]:
    """The facts of a document in reading order.

    Arguments: the decoded text; its paragraphs; what its title promises; its passages; what is due, and its goals; its
    title.
    """
    subject = thing_of_title(title)
    ends = [stretch.end for stretch in stretches]
    before: Statement | None = None
    sentence_before: FactSentence | None = None
    opening: FactSentence | None = None
    yield from _of_headings(stretches, subject)
    role = ""
    for statement in statements(text, paragraphs, mood):
        at = min(bisect_right(ends, statement.span[0]), len(ends) - 1)
        stretch = stretches[at]
        role = _role(statement, stretch, before, role)
        deadlines, targets = stated.deadlines.get(statement.span, ()), stated.targets.get(statement.span, ())
        if stretch.is_row:
            facts = whole_rows(_of_row(statement, deadlines, targets))
            sentence_before = None
        else:
            sentence = FactSentence(
                statement, tuple(map(bare, stretch.headings)), role, (stretch.start, stretch.end), subject
            )
            opening = _opening_of(sentence, opening)
            stated_here = chain(
                _of_sentence(sentence, deadlines, targets),
                _labels(sentence, before, opening),
                duty_facts(sentence, _of_same_passage(sentence_before, sentence)),
                coined_facts(sentence, _of_same_passage(sentence_before, sentence)),
            )
            previous, sentence_before = _of_same_passage(sentence_before, sentence), sentence
            facts = whole_or_lacking(stated_here, sentence, previous)
        for fact, lacking in facts:
            if not _tells(fact, text):
                continue
            span = max(fact.span[0], stretch.start), min(fact.span[1], stretch.end)
            if span[0] < span[1]:
                part = _part(statement, fact.said[0])
                yield PlacedFact(at, replace(fact, span=span), part, role, statement.mood == "task", lacking)
        before = statement


def _tells(fact: Fact, text: str) -> bool:
    """Whether the words that answer are there: not in paragraphs of their own after a colon, not blanked out."""
    said = text[slice(*fact.said)]
    return bool(said) and not (isinstance(fact, Value | Amount | Due | State) and _BLANK.search(said))


def _role(statement: Statement, stretch: Stretch, before: Statement | None, role: str) -> str:
    """The role of a sentence: that of its passage, but a problem after a turn (同时也要看到) in its paragraph."""
    goes_on = before is not None and before.paragraph == statement.paragraph and role == "problem"
    turns = _TURNS.search(statement.words.text) or goes_on
    return "problem" if turns and statement.mood != "task" else stretch.role


def _opening_of(sentence: FactSentence, opening: FactSentence | None) -> FactSentence:
    """The sentence that opens the item in which a sentence stands; labels below it speak of that."""
    item, passage = sentence.statement, sentence.limit
    same = opening and opening.limit == passage
    if (
        opening
        and same
        and (item.paragraph == opening.statement.paragraph or _LABEL_LINE.match(sentence.words))
    ):
        return opening
    return sentence


def _of_same_passage(before: FactSentence | None, sentence: FactSentence) -> FactSentence | None:
    return before if before and before.limit == sentence.limit else None


def _part(statement: Statement, place: int) -> str:
    """The part of a sentence between semicolons that holds a place of the decoded text."""
    words = statement.words
    at = min(bisect_right(words.origin, place) - 1, len(words.text) - 1)
    at = max(at, 0)
    return words.text[clause_start(words.text, at, SEGMENT_MARKS) : clause_end(words.text, at, SEGMENT_MARKS)]


def _of_sentence(
    sentence: FactSentence, deadlines: Sequence[Deadline], targets: Sequence[Target]
) -> Iterator[Fact]:
    yield from definition_facts(sentence)
    yield from due_facts(sentence, deadlines)
    sums = list(money_facts(sentence))
    yield from sums
    shares = list(share_facts(sentence))
    paid = [fact.said for fact in (*sums, *shares) if not isinstance(fact, Requirement)]
    values = [value for value in value_facts(sentence, targets) if not overlaps_any(value.said, paid)]
    yield from values
    yield from amount_facts(sentence, [*paid, *(value.said for value in values)])
    yield from lasting_facts(sentence)
    yield from part_facts(sentence)
    yield from count_facts(sentence)
    yield from ratio_facts(sentence)
    yield from body_facts(sentence)
    yield from listing_facts(sentence)
    yield from cause_facts(sentence)
    yield from case_facts(sentence)
    yield from shares
    yield from claim_facts(sentence)
    yield from task_facts(sentence)
    yield from state_facts(sentence)


def _labels(sentence: FactSentence, before: Statement | None, opening: FactSentence) -> Iterator[Fact]:
    """What labels (责任单位：A；完成时限：B) say of their item, else of the heading above them."""
    statement = sentence.statement
    if not _MAY_ATTRIBUTE.search(sentence.words) or not (labels := attributions_of(statement)):
        return
    start = statement.span[0]
    named = _NAMED_TASK.search(sentence.words)
    task = _task_of_item(opening) if opening is not sentence else None
    if named and is_name(named["task"]):
        task = Clause("", named["task"], "", "", "")
    elif task:
        start = opening.statement.span[0]
    elif sentence.above:
        task = heading_task(re.sub("[（(][^（）()]*[）)]$", "", sentence.above[-1]))
        if task and not task.verb and NO_MATTER.search(task.subject):
            return
        if labels[0].place[0] < 3 and before and before.span[0] >= sentence.limit[0]:
            start = before.span[0]
    if not task:
        return
    span = start, statement.span[1]
    if _TIME_LABEL.search(sentence.words):
        activity = activity_of(task)
        done = activity.subject or (task.object if task.verb == "完成" else f"{task.verb}{task.object}")
        yield Due(Clause("", done, "", "完成", ""), "when", span, statement.span)
    yield from label_fact(labels, task, span)


def _task_of_item(opening: FactSentence) -> Clause | None:
    """The task that the first clause of an item names."""
    pieces = re.split("[，；。（(：]", bare(opening.words))
    first = next((piece for piece in pieces if not _WHEN.fullmatch(piece)), "")
    clause = parse(first)
    if clause and not clause.subject and clause.verb:
        thing = without_quantity(clause.object)
        sound = 2 < len(thing) <= LONGEST_OBJECT and is_name(thing) and not has_figure(thing)
        return Clause("", "", "", clause.verb, thing) if sound else None
    return heading_task(first)


def _of_row(statement: Statement, deadlines: Sequence[Deadline], targets: Sequence[Target]) -> Iterator[Fact]:
    """What a row of a table states: what is due, and its goals."""
    for deadline in deadlines:
        task = heading_task(deadline.task)
        if task:
            subject = task.subject or f"{task.verb}{task.object}"
            yield Due(Clause("", subject, "", "完成", ""), "when", statement.span, statement.span)
    for target in targets:
        if value := row_value(target, statement.span):
            yield value


def _is_heading_alone(stretch: Stretch) -> bool:
    """Whether a passage is but its heading, or who leads it, which does not answer how that is done."""
    heading, text = bare(stretch.headings[-1]), _LABELS.sub("", stretch.text)
    return len(text.replace(heading, "")) < SHORTEST_ANSWER


def _of_headings(stretches: Sequence[Stretch], subject: str) -> Iterator[PlacedFact]:
    """The tasks that headings name, answered by what stands under each; `subject` is that of the whole document."""
    seen: set[tuple[str, ...]] = set()
    for at, stretch in enumerate(stretches):
        if stretch.is_row or not stretch.headings or stretch.headings in seen:
            continue
        seen.add(stretch.headings)
        if stretch.role in ("problem", "achievement") or _is_heading_alone(stretch):
            continue
        span = stretch.start, stretch.end
        for fact in heading_tasks(stretch.headings[-1], span, span):
            whole = with_matter_above(fact, (*stretch.headings[-2::-1], subject))
            if isinstance(whole, Task) and (fact.clause.verb or stretch.role == "task"):
                above = [thing_of_heading(heading) for heading in stretch.headings[-2::-1]]
                yield PlacedFact(at, under_subject(whole, above), "", stretch.role)
