"""Targets: goals with values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from knowledge.deadlines.deadlines import DATED, Deadline
from knowledge.deadlines.items import with_label_lines
from knowledge.deadlines.tasks import plain
from knowledge.targets.goal_dates import Due, date_of, opens_clause, placed_deadlines
from knowledge.targets.goals import MANIFOLD, Goal, find_goals
from knowledge.targets.list_dates import list_dates
from knowledge.temporal.base_dates import bare_year
from knowledge.temporal.expressions import TimePhrase, find_times
from knowledge.temporal.mentions import LABEL
from knowledge.text.clauses import clause_end, clause_start
from knowledge.text.modality import MODAL, OPENS_REPORT, REPORTING, Mood, Statement, statements
from knowledge.text.normalisation import squeeze
from knowledge.text.numerals import half_width
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Heading, Paragraph

LONGEST_CLAUSE = 120
AIM_OF = lazy_pattern("年?度?(?:目标|计划)(?:值)?(?:为|是|达到|：)?(?:不低于|不超过|控制在)?")
STATES_AIM = lazy_pattern("(?:目标|计划|任务)(?:值|数)?(?:为|是|达到|：)?(?:不低于|不超过|控制在)?[0-9]")
# A sentence of more goals is no prose; each of them would bear all of it.
MOST_OF_A_SENTENCE = 40
LONGEST_NAME = 20
YEARLY_HEADING = lazy_pattern("年度(?:主要|重点|工作|核心)?(?:指标|目标)")
FROM_NOW = lazy_pattern(r"[由从](?:目前|现在|现有|去年底?|上年底?)的?|现有的?(?=[0-9])")

# 比2020年下降8% tells what has come about since; 比上年 in a plan is a goal.
OLDER_YEAR = lazy_pattern("[比较](?:20[0-9]{2}年|“?十[一二三四五六]五)")


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator and the value it is to reach; `value` is None when the source blanks it.

    `base` is the value that it starts from, as printed, where the text gives one (由62%提高到75%).
    """

    indicator: str
    op: str
    value: str | None
    unit: str
    by: dt.date | None
    sentence: str
    redacted: bool
    sentence_span: tuple[int, int]
    base: str | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    """What a paragraph says of all its goals: its name, empty where it has none, and when it is due."""

    name: str
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its times: all of them, the dated ones, and those that are due."""

    words: str
    mood: Mood
    times: tuple[TimePhrase, ...]
    due: tuple[Due, ...]

    def clause_of(self, goal: Goal) -> str:
        """The clause with a goal, of a very long one the part around it."""
        begin = max(clause_start(self.words, goal.start), goal.start - LONGEST_CLAUSE)
        return self.words[begin : min(clause_end(self.words, goal.end), goal.end + LONGEST_CLAUSE)]

    def due_before(self, goal: Goal) -> list[Due]:
        """The due times before a goal."""
        return [due for due in self.due if due.end <= goal.start]


def find_targets(
    text: str,
    paragraphs: Sequence[Paragraph],
    base: PartialDate | None,
    deadlines: Sequence[Deadline],
    document: Mood = "open",
) -> list[Target]:
    """The goals with values of a speech in reading order; values that it reports are none.

    Arguments: the decoded text, the speech's paragraphs, the date that relative times count from, what
    `find_deadlines` found there, what the title promises (`title_mood`). A goal is due by the deadline of its
    sentence that covers its clause, else by the one that a label gives its item (完成时限：…) or the sentence
    that leads in its list (到2028年，主要指标如下：).
    """
    due: dict[tuple[int, int], list[Deadline]] = {}
    for deadline in deadlines:
        due.setdefault(deadline.sentence_span, []).append(deadline)
    every = statements(text, paragraphs, document)
    listed = list_dates(every, due)
    labelled = {
        statement.paragraph: date
        for item in with_label_lines(every)
        for date in [_yearly_date(paragraphs[item[0].paragraph], base), *_label_dates(item, due)]
        for statement in item
        if date
    }
    heads = {
        statement.paragraph: _item_name(paragraphs[statement.paragraph].path, statement.words.text)
        for statement in every
        if not statement.index
    }
    targets: list[Target] = []
    for statement in every:
        here = due.get(statement.span, [])
        if statement.mood == "task" or here:
            item = _Item(heads[statement.paragraph], (listed | labelled).get(statement.paragraph))
            goals = _in_statement(text, statement, _sentence(statement, here, base), item)
            targets += islice(goals, MOST_OF_A_SENTENCE)
    return targets


def _item_name(path: Sequence[Heading], first: str) -> str:
    """The name that an item begins with, its first sentence and heading in one (3.改造卫生院。); or nothing."""
    name = plain(first)
    return name if path and 1 < len(name) <= LONGEST_NAME and name == plain(path[-1].text) else ""


def _yearly_date(paragraph: Paragraph, base: PartialDate | None) -> dt.date | None:
    """The end of the year, for what stands under 年度指标."""
    heading = paragraph.path[-1].text if paragraph.path else ""
    return dt.date(bare_year(base), 12, 31) if base and YEARLY_HEADING.search(heading) else None


def _label_dates(
    item: Sequence[Statement], due: Mapping[tuple[int, int], Sequence[Deadline]]
) -> Iterator[dt.date | None]:
    """The dates that a label gives the whole of its item."""
    for deadline in (timed for statement in item for timed in due.get(statement.span, [])):
        if deadline.also or LABEL.search(squeeze(deadline.sentence.partition(deadline.phrase)[0]).text):
            yield deadline.end


def _sentence(statement: Statement, deadlines: Sequence[Deadline], base: PartialDate | None) -> _Sentence:
    words = statement.words.text
    return _Sentence(
        words, statement.mood, tuple(find_times(words, base)), tuple(placed_deadlines(words, deadlines))
    )


def _in_statement(text: str, statement: Statement, sentence: _Sentence, item: _Item) -> Iterator[Target]:
    times = [(time.start_offset, time.end_offset) for time in sentence.times]
    for goal in find_goals(sentence.words, times, item.name):
        if _is_reported(sentence, goal):
            continue
        yield Target(
            indicator=goal.indicator,
            op=goal.op,
            value=_as_printed(text, statement, goal),
            unit=goal.unit,
            by=date_of(sentence.words, sentence.due, goal) or _date_of_aim(sentence, goal) or item.due,
            sentence=text[slice(*statement.span)],
            redacted=goal.text is None,
            sentence_span=statement.span,
            base=goal.base,
        )


def _date_of_aim(sentence: _Sentence, goal: Goal) -> dt.date | None:
    """The end of the time of which a goal is said to be the aim (2028年目标75%)."""
    ends = (
        time.end
        for time in sentence.times
        if AIM_OF.fullmatch(sentence.words, time.end_offset, max(time.end_offset, goal.start))
    )
    return next((end for end in ends if end), None)


def _as_printed(text: str, statement: Statement, goal: Goal) -> str | None:
    """The value as the source prints it (1,200万元), white space apart."""
    if goal.text is None:
        return None
    printed = text[slice(*statement.words.span(goal.start, goal.start + len(goal.text)))]
    return half_width("".join(printed.split()))


def _is_reported(sentence: _Sentence, goal: Goal) -> bool:
    """A value is reported where its clause reports, or its sentence does and no due time comes before."""
    clause = sentence.clause_of(goal)
    if MODAL.search(clause) or STATES_AIM.search(clause):
        return False
    # 由目前的15分钟缩短到12分钟 tells the present only on the way to the goal.
    if REPORTING.search(FROM_NOW.sub("", clause)) or _in_a_past_scene(sentence, goal):
        return True
    if OLDER_YEAR.search(clause) and goal.unit != MANIFOLD and not sentence.due_before(goal):
        return True
    before = sentence.words[: goal.start]
    opened = OPENS_REPORT.search(before) and not MODAL.search(before)
    return (sentence.mood != "task" or bool(opened)) and not sentence.due_before(goal)


def _in_a_past_scene(sentence: _Sentence, goal: Goal) -> bool:
    """A time at the head of a clause that is not due (20xx年，全省发病率降至…) makes reports of what follows it."""
    words = sentence.words
    scenes = [
        time.start_offset
        for time in sentence.times
        if time.manner in DATED and time.end_offset <= goal.start and opens_clause(words, time.start_offset)
    ]
    return bool(scenes) and all(due.start < scenes[-1] for due in sentence.due_before(goal))
