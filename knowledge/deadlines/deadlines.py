"""Deadlines: which times of a text are due dates, and of what."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from knowledge.deadlines.due_rules import is_due
from knowledge.deadlines.labelled_items import LABEL_LINE, items
from knowledge.deadlines.responsible_bodies import find_bodies
from knowledge.deadlines.tasks import item_head, led_in, task_of, under_head
from knowledge.temporal.calendar import Precision
from knowledge.temporal.expressions import TimePhrase
from knowledge.temporal.mentions import Mention, mentions
from knowledge.temporal.plan_year import phase_date
from knowledge.text.modality import Mood, Statement, statements
from knowledge.text.normalisation import separated_figures, squeeze, with_separators
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Paragraph

DATED = ("by", "in", "from", "during")
# How many sentences an item may have before and after a due time for them to say what is meant and who does it.
LONGEST_ITEM = 40
# A sentence of more due times is no prose (a damaged table, figures in a row); each of them would bear all of it.
MOST_OF_A_SENTENCE = 40
# How many items of a list its lead-in may tell.
LONGEST_LEAD = 4
# （责任单位：A、B）, 责任单位：A。, （A牵头，B配合）, A、B按职责分工负责。
NAMES_BODIES = re.compile(
    r"^[（(]?[^）)：，]{0,4}(?:单位|部门|科室)(?:为)?[：:]|^[（(]?[^；：]{4,60}(?:牵头|配合|负责|落实)[）)。]*$"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time by, in, from or during which something is due; `every`, `vague` and `event` are kept as kinds of
    their own. `sentence_span` counts characters of the decoded text. `id` is empty until it is stored; then it is
    made from the document's place, the sentence and the phrase, so that it holds over a reload."""

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


def find_deadlines(
    text: str, paragraphs: Sequence[Paragraph], base: PartialDate | None, document: Mood = "open"
) -> list[Deadline]:
    """The due times of a speech in reading order.

    Arguments: the decoded text, the speech's paragraphs, the date that relative times count from, what the
    title promises (`title_mood`). A goal, task or plan with a time is one; reports, statistics, history, titles and lengths of service are none.
    """
    found: list[Deadline] = []
    listed = list(items(statements(text, paragraphs, document)))
    for number, item in enumerate(listed):
        paragraph = paragraphs[item[0].paragraph]
        counted_from = phase_date(_head(paragraph, item), base)
        following = [other[0].words.text for other in listed[number + 1 : number + 1 + LONGEST_LEAD]]
        for at in range(len(item)):
            due = _in_statement(text, paragraph, item, at, counted_from)
            begin = item[max(0, at - LONGEST_ITEM)].span[0]
            printed = separated_figures(text[begin : item[at].span[1]]) if due else {}
            found += (_told_in_full(one, printed, following) for one in due)
    return found


def _told_in_full(deadline: Deadline, printed: Mapping[str, str], following: Sequence[str]) -> Deadline:
    """The deadline with its task as printed, and with the list that it leads in."""
    return replace(deadline, task=with_separators(led_in(deadline.task, following), printed))


def _head(paragraph: Paragraph, item: Sequence[Statement]) -> str:
    """The words that stand over a paragraph: its nearest heading and its own first sentence."""
    heading = paragraph.path[-1].text if paragraph.path else ""
    return squeeze(heading).text + item[0].words.text


def _in_statement(
    text: str, paragraph: Paragraph, item: Sequence[Statement], at: int, base: PartialDate | None
) -> list[Deadline]:
    statement, words = item[at], item[at].words.text
    due = list(islice(filter(is_due, mentions(words, statement.mood, base)), MOST_OF_A_SENTENCE))
    tasks = _tasks(due, paragraph, item[max(0, at - LONGEST_ITEM) : at])
    labels = [other for other in item[1:LONGEST_ITEM] if LABEL_LINE.search(other.words.text)]
    bodies = _bodies(due, [*labels, *item[at + 1 : at + LONGEST_ITEM]])
    return [
        _deadline(text, statement, mention.time, task, bodies[mention.segment])
        for mention, task in zip(due, tasks, strict=True)
    ]


def _tasks(due: Sequence[Mention], paragraph: Paragraph, before: Sequence[Statement]) -> Iterator[str]:
    """The task of each due time of a sentence; only dated ones end where the next one begins."""
    earlier = [other.words.text for other in before]
    dated = [(mention.start, mention.end) for mention in due if mention.time.manner in DATED]
    place = {span: at for at, span in enumerate(dated)}
    for mention in due:
        own = (mention.start, mention.end)
        if mention.labelled:
            yield item_head(paragraph.path, earlier)
        elif own in place:
            task = task_of(mention.sentence, dated, place[own], earlier)
            yield under_head(task, paragraph.path, earlier)
        else:
            yield task_of(mention.sentence, [own], 0, earlier)


def _bodies(due: Sequence[Mention], later: Sequence[Statement]) -> dict[str, tuple[str, ...]]:
    """The bodies of each part of the sentence; a label after it (（责任单位：…）) names them for the item."""
    found = [other.words.text for other in later if NAMES_BODIES.search(other.words.text)]
    label = "。".join(one if "：" in one else one.strip("（）()。") for one in _labels(found))
    return {part: find_bodies(f"{part}。{label}") for part in {mention.segment for mention in due}}


def _labels(found: Sequence[str]) -> Sequence[str]:
    """The first label, and all where each has a line of its own (牵头单位：…, 配合单位：…)."""
    return [one for at, one in enumerate(found) if not at or LABEL_LINE.search(one)]


def _deadline(
    text: str, statement: Statement, time: TimePhrase, task: str, bodies: tuple[str, ...]
) -> Deadline:
    begin, finish = statement.words.span(time.start_offset, time.end_offset)
    return Deadline(
        kind=time.manner,
        phrase=text[begin:finish],
        sentence=text[slice(*statement.span)],
        task=task,
        start=time.start,
        end=time.end,
        precision=time.precision,
        redacted=time.redacted,
        bodies=bodies,
        sentence_span=statement.span,
    )
