"""/ddl: the deadlines of the documents, soonest first, and the passage behind each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from bot.callback_data.browsing import ListDeadlines, OpenDeadline, SendCalendar, ShowTimeline
from bot.callback_data.ledger import ListLedger, list_behind
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows, two_a_row
from bot.chat.response import Response, told, turned
from bot.chat.scope import short_title
from bot.deadlines.filtered_list import (
    ListContext,
    every_row,
    fits_a_button,
    heading_notes,
    notes,
    nothing_fits,
    open_item,
)
from bot.deadlines.marked_list import MarkedList, marked_list
from bot.marks.selection import MarkFilter, read
from bot.marks.status import Due, MarkStatus, Standings, standings, still_open
from bot.marks.wording import mark_line, mark_rows
from bot.rendering.dates import day_in_words, days_left, first_open, overdue
from bot.rendering.markup import Block, Span, line, shortened, to_html, visible
from bot.rendering.message import Button, Rows
from bot.rendering.paging import ListPage, page_from, page_of
from knowledge.deadlines.deadlines import Deadline
from knowledge.filters.matching import due_day
from knowledge.filters.parser import listed_by
from knowledge.knowledge_base import KnowledgeBase

A_PAGE = 8
LONGEST_TASK = 50
LONGEST_TITLE = 18


def deadlines(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The page of the deadlines on which the first open one stands; plain words narrow them."""
    asked = read(words)
    if not fits_a_button(asked.rest, asked.how):
        return told(setting.words.filter_too_long)
    return _page(knowledge, setting, marked_list(knowledge.deadlines(), setting, asked), None)


def list_response(knowledge: KnowledgeBase, setting: ChatContext, question: str) -> Response | None:
    """The list that a question asks for; None where it asks for anything else, or for what no deadline speaks of.

    Of a body that has nothing due at the time asked for, that is told, with what it has else.
    """
    asked = listed_by(visible(question))
    if asked is None or not fits_a_button(asked):
        return None
    every = knowledge.deadlines()
    shown = marked_list(every, setting, MarkFilter("", asked))
    nobody = any(part.bodies for part in asked.excluding(every, setting.today))
    if not shown.these.found and (asked.words or nobody):
        return None
    return replace(_page(knowledge, setting, shown, None), in_place=False)


def deadlines_page(knowledge: KnowledgeBase, setting: ChatContext, button: ListDeadlines) -> Response:
    """A page of the deadlines."""
    return _page(
        knowledge, setting, marked_list(knowledge.deadlines(), setting, read(button.words)), button.page
    )


def due_page(knowledge: KnowledgeBase, setting: ChatContext, button: OpenDeadline) -> Response:
    """The passage of a deadline with what was said of it, and a way back to the list."""
    number, back = button.deadline, ListDeadlines(button.page, button.words)
    every, say = knowledge.deadlines(), setting.words
    located = next((deadline for deadline in every if deadline.item.id == number), None)
    if located is None:
        return told(say.text_changed)
    standing = standings(every, setting.marks).get(number)
    marks = mark_rows(number, standing, back, say) if setting.may_mark else ()
    mark_notes = (mark_line(standing, say, setting.zone),) if standing else ()
    frame = ListContext(_way_back(button, setting), marks, mark_notes)
    return open_item(
        knowledge, setting, (located.passage_id, located.item.sentence_span[0]), "deadline", frame
    )


def _way_back(button: OpenDeadline, setting: ChatContext) -> Button:
    """The way to the list from which a deadline was opened."""
    behind, say = list_behind(button.page, button.words), setting.words
    return Button(say.ledger.back if isinstance(behind, ListLedger) else say.back_to_list, behind.pack())


def _page(knowledge: KnowledgeBase, setting: ChatContext, shown: MarkedList, number: int | None) -> Response:
    these, below = shown.these, notes(knowledge, setting)
    say, locateds = setting.words, these.found
    if not locateds:
        return nothing_fits(these, setting, ListDeadlines, below)
    cut = first_open(locateds, setting.today)
    page = page_of(locateds, page_from(cut, A_PAGE) if number is None else number, A_PAGE, cut)
    late = overdue(still_open(locateds, shown.known), setting.today)
    over = say.deadlines_over.format(over=late) if late else ""
    count = say.deadlines_count.format(count=len(locateds), over=over)
    heading = Block((Span(say.deadlines_all, bold=True), Span(count + page_note(page, say))))
    blocks = (heading, *heading_notes(these, setting), *_lines(setting, page, shown.known), *below)
    return turned(to_html(blocks), _rows(shown, setting, page))


def _rows(shown: MarkedList, setting: ChatContext, page: ListPage[Due]) -> Rows:
    say, words = setting.words, shown.these.words
    opening = [OpenDeadline(located.item.id, page.number, words) for located in page.items]
    more = every_row(say.every_deadline, ListDeadlines) if words else _shortcuts(shown, setting)
    turns = turn_rows(page, say, lambda number: ListDeadlines(number, words))
    looks = (
        Button(say.see_timeline, ShowTimeline(words=words).pack()),
        Button(say.see_calendar, SendCalendar(words).pack()),
    )
    return (*number_rows(page, opening), *turns, *more, looks)


def _shortcuts(shown: MarkedList, setting: ChatContext) -> Rows:
    """Buttons that narrow the whole list in the usual ways, where that gives any."""
    return two_a_row(
        [
            Button(setting.words.found_by.format(told=name, count=count), ListDeadlines(words=words).pack())
            for words, name in setting.words.shortcuts.items()
            if (count := len(read(words).chosen(shown.these.every, shown.known, setting.today)))
        ]
    )


def _lines(setting: ChatContext, page: ListPage[Due], statuses: Standings) -> Iterator[Block]:
    """The items under their dates; how far off a date is, is told where something is left to do."""
    numbered = enumerate(page.items, page.first + 1)
    for (date, left), group in groupby(numbered, key=lambda item: _date(item[1].item, setting)):
        items = list(group)
        left_to_do = left and still_open([item for _, item in items], statuses)
        yield Block((Span(date, bold=True), Span(f" {left}" if left_to_do else "")))
        for number, located in items:
            yield from _item(setting, number, located, statuses.get(located.item.id))


def _item(setting: ChatContext, number: int, located: Due, standing: MarkStatus | None) -> Iterator[Block]:
    task, title = (
        shortened(located.item.task, LONGEST_TASK),
        short_title(located.document, setting, LONGEST_TITLE),
    )
    yield line(f"{number}. {_undated(located.item)}{task} {title}")
    if standing:
        yield line(mark_line(standing, setting.words, setting.zone))


def _date(deadline: Deadline, setting: ChatContext) -> tuple[str, str]:
    """The day with how far off it is."""
    day = due_day(deadline)
    date = day_in_words(day, setting.words) if day else setting.words.no_date
    return date, days_left(deadline, setting.today, setting.words)


def _undated(deadline: Deadline) -> str:
    """The time as printed, of one without a date."""
    return "" if due_day(deadline) else f"{shortened(deadline.phrase, LONGEST_TITLE)}——"
