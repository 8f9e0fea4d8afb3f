"""/ledger: the tasks of a body, a place, a person, a document or a topic, with how each stands; a list that turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.callback_data.browsing import OpenDeadline
from bot.callback_data.ledger import FROM_LEDGER, ListLedger, SendLedger
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows, two_a_row
from bot.chat.response import Response, told, turned
from bot.chat.scope import short_title
from bot.deadlines.filtered_list import (
    FilteredList,
    every_row,
    fits_a_button,
    heading_notes,
    notes,
    nothing_fits,
)
from bot.deadlines.marked_list import marked_list
from bot.ledger.rows import LedgerRow, counts, rows_of
from bot.ledger.wording import bodies_line, report_line, state_line
from bot.marks.selection import MarkFilter, read
from bot.marks.status import Standings
from bot.rendering.markup import Block, Span, line, shortened, to_html
from bot.rendering.message import Button, Rows
from bot.rendering.paging import ListPage, page_of
from knowledge.deadlines.deadlines import Deadline
from knowledge.knowledge_base import KnowledgeBase

A_PAGE = 6
LONGEST_TASK = 80
LONGEST_LINE = 70
LONGEST_TITLE = 18
LONGEST_HEADING = 16


@dataclass(frozen=True, slots=True)
class Ledger:
    """The tasks that some words ask for: the narrowed list, what was said of all deadlines, and the rows."""

    these: FilteredList[Deadline]
    known: Standings
    rows: Sequence[LedgerRow]


def ledger_of(knowledge: KnowledgeBase, setting: ChatContext, asked: MarkFilter) -> Ledger:
    """The ledger that a filter asks for, of the documents that the chat sees."""
    shown = marked_list(knowledge.deadlines(), setting, asked)
    return Ledger(shown.these, shown.known, rows_of(shown.these.found, shown.known, setting.today))


def ledger(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The first page of the ledger that some words ask for."""
    asked = read(words)
    if not fits_a_button(asked.rest, FROM_LEDGER + asked.how):
        return told(setting.words.filter_too_long)
    return _page(knowledge, setting, asked, 0)


def ledger_page(knowledge: KnowledgeBase, setting: ChatContext, button: ListLedger) -> Response:
    """A page of the ledger."""
    return _page(knowledge, setting, read(button.words), button.page or 0)


def _page(knowledge: KnowledgeBase, setting: ChatContext, asked: MarkFilter, number: int) -> Response:
    shown, below = ledger_of(knowledge, setting, asked), notes(knowledge, setting)
    if not shown.rows:
        return nothing_fits(shown.these, setting, ListLedger, below)
    page = page_of(shown.rows, number, A_PAGE)
    lines = (part for row in page.items for part in _row(row, setting))
    blocks = (
        *_heading(shown, setting, page),
        *heading_notes(shown.these, setting),
        *lines,
        *below,
        line(setting.words.ledger.how_to_report),
    )
    return turned(to_html(blocks), _buttons(shown, setting, page))


def _heading(shown: Ledger, setting: ChatContext, page: ListPage[LedgerRow]) -> Iterator[Block]:
    say = setting.words.ledger
    count = say.count.format(count=len(shown.rows)) + page_note(page, setting.words)
    yield Block((Span(say.title, bold=True), Span(count)))
    numbers = (
        say.state_count.format(state=say.states[state], count=count)
        for state, count in counts(shown.rows).items()
    )
    yield line(say.between_states.join(numbers))


def _row(row: LedgerRow, setting: ChatContext) -> Iterator[Block]:
    """The lines of a task: how it stands and when it is due, the task, who does it, what was reported, where it
    stands."""
    yield line(f"{row.number}. {state_line(row, setting.today, setting.words)}", bold=True)
    yield line(shortened(row.due.item.task, LONGEST_TASK))
    if bodies := bodies_line(row, setting.words):
        yield line(shortened(bodies, LONGEST_LINE))
    if report := report_line(row, setting.words, setting.zone):
        yield line(shortened(report, LONGEST_LINE))
    heading = "".join(f" › {shortened(name, LONGEST_HEADING)}" for name in row.due.section[-1:])
    yield line(short_title(row.due.document, setting, LONGEST_TITLE) + heading)


def _buttons(shown: Ledger, setting: ChatContext, page: ListPage[LedgerRow]) -> Rows:
    words = shown.these.words
    opening = [OpenDeadline(row.due.item.id, page.number, FROM_LEDGER + words) for row in page.items]
    turns = turn_rows(page, setting.words, lambda number: ListLedger(number, words))
    every = every_row(setting.words.ledger.every_task, ListLedger)
    more = every if words else _shortcuts(shown, setting)
    say = setting.words.ledger
    files = (
        Button(say.see_workbook, SendLedger("x", words).pack()),
        Button(say.see_signing, SendLedger("d", words).pack()),
    )
    return (*number_rows(page, opening), *turns, *more, files)


def _shortcuts(shown: Ledger, setting: ChatContext) -> Rows:
    """Buttons that narrow the whole ledger by how tasks stand, where that gives any."""
    return two_a_row(
        [
            Button(setting.words.found_by.format(told=name, count=count), ListLedger(words=words).pack())
            for words, name in setting.words.ledger.shortcuts.items()
            if (count := len(read(words).chosen(shown.these.every, shown.known, setting.today)))
        ]
    )
