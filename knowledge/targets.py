"""Targets: goals with values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.clauses import clause_end, clause_start
from knowledge.dates import TimePhrase, find_times
from knowledge.deadlines import DATED, Deadline
from knowledge.dueness import LABEL
from knowledge.goals import Goal, find_goals
from knowledge.lists import list_dates
from knowledge.mood import MODAL, OPENS_REPORT, REPORTING, Mood, Statement, statements
from knowledge.numerals import half_width
from knowledge.printed import squeeze
from loaders.metadata import PartialDate
from loaders.outline import Paragraph

LONGEST_CLAUSE = 120
# A clause that begins anew with one of these is no longer under the time before it.
BREAKS_AWAY = re.compile(
    r"^(?:加快|推动|推进|同时|此外|另外|还要|进一步|继续|持续|深入|积极|大力|鼓励|支持|探索|健全|完善|深化|强化|加强|要|每年)"
)
ITEM_MARK = re.compile(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)]|、|[.．]|是要?|要))*")
FROM_NOW = re.compile(r"[由从](?:目前|现在|现有|去年底?|上年底?)的?|现有的?(?=[0-9])")

# 比2020年下降8% tells what has come about since; 比上年 in a plan is a goal.
OLDER_YEAR = re.compile("[比较](?:20[0-9]{2}年|“?十[一二三四五六]五)")


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator and the value it is to reach; `value` is None when the source blanks it."""

    indicator: str
    op: str
    value: str | None
    unit: str
    by: dt.date | None
    sentence: str
    redacted: bool
    sentence_span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Due:
    """A dated deadline with where its phrase stands in the squeezed sentence."""

    start: int
    end: int
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with its times: all of them, the dated ones, and those that are due."""

    words: str
    mood: Mood
    times: tuple[TimePhrase, ...]
    due: tuple[_Due, ...]

    def clause_of(self, goal: Goal) -> str:
        """The clause with a goal, of a very long one the part around it."""
        begin = max(clause_start(self.words, goal.start), goal.start - LONGEST_CLAUSE)
        return self.words[begin : min(clause_end(self.words, goal.end), goal.end + LONGEST_CLAUSE)]

    def due_before(self, goal: Goal) -> list[_Due]:
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
    said = list(statements(text, paragraphs, document))
    listed = list_dates(said, due)
    items = listed | {one.paragraph: date for one in said for date in _label_dates(due.get(one.span, []))}
    found: list[Target] = []
    for statement in said:
        here = due.get(statement.span, [])
        if statement.mood == "task" or here:
            found += _in_statement(
                text, statement, _sentence(statement, here, base), items.get(statement.paragraph)
            )
    return found


def _label_dates(deadlines: Sequence[Deadline]) -> Iterator[dt.date | None]:
    """The dates that a label gives the whole of its paragraph."""
    for deadline in deadlines:
        if LABEL.search(squeeze(deadline.sentence.partition(deadline.phrase)[0]).text):
            yield deadline.end


def _sentence(statement: Statement, deadlines: Sequence[Deadline], base: PartialDate | None) -> _Sentence:
    words = statement.words.text
    return _Sentence(words, statement.mood, tuple(find_times(words, base)), tuple(_placed(words, deadlines)))


def _placed(words: str, deadlines: Sequence[Deadline]) -> Iterator[_Due]:
    at = 0
    for deadline in deadlines:
        phrase = squeeze(deadline.phrase).text
        start = words.find(phrase, at)
        if start >= 0 and deadline.kind in DATED:
            at = start + len(phrase)
            yield _Due(start, at, deadline)


def _in_statement(
    text: str, statement: Statement, sentence: _Sentence, label: dt.date | None
) -> Iterator[Target]:
    for goal in find_goals(sentence.words, [(time.start_offset, time.end_offset) for time in sentence.times]):
        if _is_reported(sentence, goal):
            continue
        yield Target(
            indicator=goal.indicator,
            op=goal.op,
            value=_as_printed(text, statement, goal),
            unit=goal.unit,
            by=_due_date(sentence, goal) or label,
            sentence=text[slice(*statement.span)],
            redacted=goal.text is None,
            sentence_span=statement.span,
        )


def _as_printed(text: str, statement: Statement, goal: Goal) -> str | None:
    """The value as the source prints it (1,200万元), white space apart."""
    if goal.text is None:
        return None
    printed = text[slice(*statement.words.span(goal.start, goal.start + len(goal.text)))]
    return half_width("".join(printed.split()))


def _is_reported(sentence: _Sentence, goal: Goal) -> bool:
    """A value is reported where its clause reports, or its sentence does and no due time comes before."""
    clause = sentence.clause_of(goal)
    if MODAL.search(clause):
        return False
    # 由目前的15分钟缩短到12分钟 tells the present only on the way to the goal.
    if REPORTING.search(FROM_NOW.sub("", clause)) or _in_a_past_scene(sentence, goal):
        return True
    if OLDER_YEAR.search(clause) and not sentence.due_before(goal):
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
        if time.manner in DATED and time.end_offset <= goal.start and _opens_clause(words, time.start_offset)
    ]
    return bool(scenes) and all(due.start < scenes[-1] for due in sentence.due_before(goal))


def _opens_clause(words: str, start: int) -> bool:
    return not ITEM_MARK.sub("", words[clause_start(words, start) : start])


def _due_date(sentence: _Sentence, goal: Goal) -> dt.date | None:
    """The end of the nearest due time before the goal, where nothing between them ends its scope."""
    before = sentence.due_before(goal)
    if not before or before[-1].deadline.kind == "from":
        return None
    due, words = before[-1], sentence.words
    heads_sentence = not ITEM_MARK.sub("", words[: due.start])
    between = words[due.end : goal.start]
    covered = heads_sentence or (not re.search("[；;]", between) and _goes_on(words, due.end, goal))
    return due.deadline.end if covered else None


def _goes_on(words: str, end: int, goal: Goal) -> bool:
    clause = clause_start(words, goal.start)
    own = not words[end:clause].strip("，")
    return own or not BREAKS_AWAY.search(words[clause:])
