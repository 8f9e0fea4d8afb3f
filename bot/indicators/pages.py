"""/targets: the goals with values, the same indicator of several documents side by side, the passage behind each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from bot.callback_data.browsing import ListTargets, OpenTarget
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.chat.response import Response, told, turned
from bot.chat.scope import short_title
from bot.deadlines.filtered_list import (
    FilteredList,
    ListContext,
    every_row,
    fits_a_button,
    heading_notes,
    in_scope,
    narrowed,
    notes,
    nothing_fits,
    open_item,
    read,
)
from bot.indicators.chart import chart_rows
from bot.rendering.dates import target_date, target_value
from bot.rendering.markup import Block, Span, line, shortened, to_html
from bot.rendering.message import Button
from bot.rendering.paging import ListPage, page_of
from knowledge.filters.filters import Located
from knowledge.filters.indicator_groups import indicator_key, side_by_side
from knowledge.filters.parser import WordFilter
from knowledge.knowledge_base import KnowledgeBase
from knowledge.targets.targets import Target

A_PAGE = 8
MOST_CHARTS = 3  # buttons under a page
LONGEST_INDICATOR = 40
LONGEST_TITLE = 18


def targets(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The first page of the targets; plain words narrow them."""
    asked = read(words)
    if not fits_a_button(asked):
        return told(setting.words.filter_too_long)
    return _page(knowledge, setting, asked, 0)


def targets_page(knowledge: KnowledgeBase, setting: ChatContext, button: ListTargets) -> Response:
    """A page of the targets."""
    return _page(knowledge, setting, read(button.words), button.page or 0)


def target_page(knowledge: KnowledgeBase, setting: ChatContext, button: OpenTarget) -> Response:
    """The passage of a target, with a way back to the list."""
    back = Button(setting.words.back_to_targets, ListTargets(button.page, button.words).pack())
    return open_item(knowledge, setting, (button.passage, button.start), "target", ListContext(back))


def _page(knowledge: KnowledgeBase, setting: ChatContext, asked: WordFilter, number: int) -> Response:
    say, below = setting.words, notes(knowledge, setting)
    these: FilteredList[Target] = narrowed(in_scope(knowledge.targets(), setting), asked, setting)
    if not these.found:
        return nothing_fits(these, setting, ListTargets, below)
    page = page_of(list(chain.from_iterable(side_by_side(these.found))), number, A_PAGE)
    words = str(these.asked)
    opening = [
        OpenTarget(located.passage_id, located.item.sentence_span[0], page.number, words)
        for located in page.items
    ]
    more = every_row(say.every_target, ListTargets) if words else ()
    charts = chart_rows(_with_several_values(page.items), say)
    turns = turn_rows(page, say, lambda number: ListTargets(number, words))
    rows = (*number_rows(page, opening), *turns, *more, *charts)
    count = say.targets_count.format(count=len(these.found))
    heading = Block((Span(say.targets_all, bold=True), Span(count + page_note(page, say))))
    blocks = (heading, *heading_notes(these, setting), *_lines(setting, page), *below)
    return turned(to_html(blocks), rows)


def _with_several_values(items: Sequence[Located[Target]]) -> list[str]:
    """The indicators that are worth a chart, a few."""
    groups = [
        list(group) for _, group in groupby(items, key=lambda target: indicator_key(target.item.indicator))
    ]
    return [group[0].item.indicator for group in groups if len(group) > 1][:MOST_CHARTS]


def _lines(setting: ChatContext, page: ListPage[Located[Target]]) -> Iterator[Block]:
    """The values under their indicators."""
    numbered = enumerate(page.items, page.first + 1)
    for _, items in groupby(numbered, key=lambda item: indicator_key(item[1].item.indicator)):
        group = list(items)
        name = group[0][1].item.indicator
        yield line(shortened(name, LONGEST_INDICATOR), bold=True)
        yield from (_value(number, located, name, setting) for number, located in group)


def _value(number: int, located: Located[Target], name: str, setting: ChatContext) -> Block:
    """A value with its date and document, and its indicator where the document has another name for it."""
    date, own = target_date(located.item, setting.words), located.item.indicator
    by = setting.words.by_told.format(date=date) if date else ""
    other = "" if own == name else setting.words.other_name.format(name=shortened(own, LONGEST_INDICATOR))
    value, title = (
        target_value(located.item, setting.words),
        short_title(located.document, setting, LONGEST_TITLE),
    )
    return line(f"{number}. {other}{value}{by} {title}")
