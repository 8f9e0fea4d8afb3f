"""A list of deadlines or targets that plain words narrow: what its pages share."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from bot.callback_data.browsing import ListDeadlines, ListTargets
from bot.callback_data.ledger import ListLedger
from bot.chat.context import ChatContext
from bot.chat.keyboards import answer_rows
from bot.chat.passage_view import View, opened_passage
from bot.chat.response import Response, told, turned
from bot.chat.scope import scope_notes
from bot.messages import Messages
from bot.rendering.answers import passage_messages
from bot.rendering.dates import days_in_words
from bot.rendering.markup import Block, line, shortened, to_html, visible
from bot.rendering.message import Button, Rows
from knowledge.answers import Answer
from knowledge.filters.filters import Located
from knowledge.filters.matching import Due
from knowledge.filters.parser import WordFilter, read_filter
from knowledge.knowledge_base import KnowledgeBase
from knowledge.temporal.windows import DateRange

WORDS_BYTES = 36  # of a filter: the buttons carry it, with a passage, a sentence and a page
LONGEST_LABEL = 40

SAYS_ITS_YEAR = re.compile(r"(?:19|20)\d\d")


Pages = type[ListDeadlines] | type[ListTargets] | type[ListLedger]
"""The kind of list whose pages are turned."""


@dataclass(frozen=True, slots=True)
class FilteredList(Generic[Due]):
    """All that there is, what of it is asked for, and what fits; `note` says how else it was understood, `how` what
    else was asked for, and is true of all that there is."""

    every: Sequence[Located[Due]]
    asked: WordFilter
    found: Sequence[Located[Due]]
    note: str = ""
    how: str = ""

    @property
    def words(self) -> str:
        """What a button carries to bring the list again."""
        return carried(self.asked, self.how)


def narrowed(
    every: Sequence[Located[Due]], asked: WordFilter, setting: ChatContext, how: str = ""
) -> FilteredList[Due]:
    """What of a list fits; a part of this year in which nothing does is looked for in every year."""
    fitting = asked.chosen(every, setting.today)
    anyhow = asked.in_any_year()
    others = [] if fitting or anyhow == asked else anyhow.chosen(every, setting.today)
    if not (others and fits_a_button(anyhow, how)):
        return FilteredList(every, asked, fitting, how=how)
    note = setting.words.any_year.format(told=understood(asked, setting.today, setting.words))
    return FilteredList(every, anyhow, others, note, how)


def in_scope(every: Sequence[Located[Due]], setting: ChatContext) -> list[Located[Due]]:
    """Those of the documents that the chat is narrowed to."""
    return [located for located in every if not setting.scope or located.document.id in setting.scope]


def carried(asked: WordFilter, how: str) -> str:
    """A filter as a button carries it."""
    return " ".join(filter(None, (how, str(asked))))


def fits_a_button(asked: WordFilter, how: str = "") -> bool:
    """Whether the buttons of the pages can carry a filter."""
    return len(carried(asked, how).encode()) <= WORDS_BYTES


def notes(knowledge: KnowledgeBase, setting: ChatContext) -> tuple[Block, ...]:
    """What should be known of the whole list."""
    return tuple(map(line, scope_notes(knowledge, setting)))


def heading_notes(these: FilteredList[Due], setting: ChatContext) -> tuple[Block, ...]:
    """Under the heading: how the filter was understood."""
    if these.note:
        return (line(visible(these.note)),)
    told_back = understood_of(these, setting)
    return (line(visible(setting.words.narrowed.format(told=told_back))),) if told_back else ()


def understood_of(these: FilteredList[Due], setting: ChatContext) -> str:
    """How the filter was understood, empty when it asks for everything."""
    return _told_back(these.asked, these.how, setting)


def understood(asked: WordFilter, today: dt.date, words: Messages) -> str:
    """What a filter asks for, part by part, times with their days; empty when it asks for everything."""
    return words.between_parts.join(_parts(asked, today, words))


def _told_back(asked: WordFilter, how: str, setting: ChatContext) -> str:
    told_back = understood(asked, setting.today, setting.words)
    return setting.words.between_parts.join(filter(None, (how, told_back)))


def nothing_fits(
    these: FilteredList[Due], setting: ChatContext, pages: Pages, more: Sequence[Block]
) -> Response:
    """Nothing fits: how the filter was understood, and the filters that would give something."""
    words: Messages = setting.words
    sentence = words.no_targets if pages is ListTargets else words.no_deadlines
    rows: Rows = _looser(these, setting, pages) if these.every or these.how else ()
    hint: tuple[Block, ...] = (*_excluding(these, setting), *([line(words.looser)] if rows else ()))
    return turned(to_html((line(sentence), *heading_notes(these, setting), *hint, *more)), rows)


def every_row(words: str, pages: Pages) -> Rows:
    """The way to the whole list."""
    return ((Button(words, pages().pack()),),)


def _excluding(these: FilteredList[Due], setting: ChatContext) -> Iterator[Block]:
    """The parts of the filter that leave nothing by themselves; where it has no other part that goes without saying."""
    parts = these.asked.excluding(these.every, setting.today) if len(these.asked.parts()) > 1 else []
    if parts:
        told_back = setting.words.between_parts.join(
            understood(part, setting.today, setting.words) for part in parts
        )
        yield line(visible(setting.words.excluding.format(told=told_back)))


def _looser(these: FilteredList[Due], setting: ChatContext, pages: Pages) -> Rows:
    words: Messages = setting.words
    how: str = these.how
    rows: list[tuple[Button]] = []
    nearest: list[WordFilter] = these.asked.nearest(these.every, setting.today)
    for other in (*nearest, *((WordFilter(),) if how else ())):
        if count := len(other.chosen(these.every, setting.today)):
            label = words.found_by.format(told=_told_back(other, how, setting), count=count)
            data = pages(words=carried(other, how)).pack()
            rows.append((Button(shortened(visible(label), LONGEST_LABEL), data),))
    name: str = words.every_target if pages is ListTargets else words.every_deadline
    every: str = name if how else words.found_by.format(told=name, count=len(these.every))
    return (*rows, *every_row(every, pages))


@dataclass(frozen=True, slots=True)
class ListContext:
    """What stands around an opened passage: the way back to the list, more buttons above it, more notes."""

    back: Button
    rows: Rows = ()
    notes: tuple[str, ...] = ()


def open_item(
    knowledge: KnowledgeBase, setting: ChatContext, place: tuple[str, int], kind: str, frame: ListContext
) -> Response:
    """The passage with a deadline or target, its sentence lit; `place` is the passage and where the sentence begins."""
    passage_id, start = place
    answer = knowledge.passage(passage_id)
    lit = _sentence(answer, start, kind) if answer else (0, 0)
    shown = opened_passage(knowledge, View((passage_id,), kind=kind, highlight=lit))
    if shown is None:
        return told(setting.words.text_changed)
    rows = (*frame.rows, *answer_rows(shown, setting.words, setting.files, frame.back, setting.site))
    below = [*frame.notes, *scope_notes(knowledge, setting)]
    return Response(passage_messages(shown.answer, setting.words, kind, rows, below), in_place=True)


def read(words: str) -> WordFilter:
    """The filter of what was typed, or of what a button carries."""
    return read_filter(visible(words))


def _sentence(answer: Answer, start: int, kind: str) -> tuple[int, int]:
    """Where in its passage the sentence that begins at a place stands; nowhere when the text has changed."""
    facts = answer.targets if kind == "target" else answer.deadlines
    end = next((deadline.sentence_span[1] for deadline in facts if deadline.sentence_span[0] == start), start)
    first = start - answer.span[0]
    return (first, end - answer.span[0]) if first >= 0 and end > start else (0, 0)


def _parts(asked: WordFilter, today: dt.date, words: Messages) -> Iterator[str]:
    yield from asked.documents
    yield from (words.body_told.format(name=name) for name in asked.bodies)
    yield from (words.word_told.format(word=word) for word in asked.words)
    windows = asked.windows(today)
    yield from (_time(phrase, windows.get(phrase), words) for phrase in asked.times)
    if asked.state:
        yield words.states[asked.state]


def _time(phrase: str, window: DateRange | None, words: Messages) -> str:
    if window is None or window.any_year or SAYS_ITS_YEAR.match(phrase):
        return phrase
    return words.days_told.format(phrase=phrase, days=days_in_words(window.since, window.until, words))
