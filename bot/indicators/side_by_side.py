"""What each document says of one matter, or of one indicator, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from bot.callback_data.browsing import Compare, OpenPassage
from bot.chat.context import ChatContext
from bot.chat.keyboards import number_rows, page_note, turn_rows
from bot.chat.response import Response, told
from bot.chat.scope import scope_notes, short_title
from bot.indicators.chart import chart_rows, value_label
from bot.rendering.citations import source
from bot.rendering.markup import Block, line, quotation, sentence_ends
from bot.rendering.message import MessageDraft, Rows
from bot.rendering.paging import ListPage, page_of
from knowledge.answers import Answer
from knowledge.comparison.comparison import passages_of_each, values_of_each
from knowledge.comparison.indicator_values import IndicatorValue, IndicatorValues
from knowledge.knowledge_base import KnowledgeBase

T = TypeVar("T", Answer, IndicatorValue)
A_PAGE = 5
LONGEST_QUOTE = 200  # characters: what answers, to be read beside the others


def sides_page(knowledge: KnowledgeBase, setting: ChatContext, words: str, number: int) -> Response:
    """A page of what the documents say of some words: the values of an indicator, else a passage of each."""
    if indicator_values := values_of_each(knowledge, words, setting.scope):
        return _values(knowledge, setting, indicator_values, words, number)
    sides = passages_of_each(knowledge, words, setting.scope)
    page = page_of(sides, number, A_PAGE)
    if not sides:
        return told(setting.words.comparison.nothing.format(words=words))
    heading = setting.words.comparison.sides.format(
        words=words, count=len(sides), place=page_note(page, setting.words)
    )
    blocks = [block for numbered in _numbered(page) for block in _passage(*numbered, setting)]
    rows = number_rows(page, [OpenPassage(answer.passage_id) for answer in page.items])
    return _page(
        knowledge, setting, (line(heading, bold=True), *blocks), (*rows, *_turns(page, setting, words))
    )


def answering_text(answer: Answer) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The sentences of a passage that answer, word for word, with the highlights in them."""
    first, last = next(iter(answer.highlights), (0, 1))
    ends = sentence_ends(answer.passage)
    start = max(end for end in ends if end <= first)
    stop = max((end for end in ends if last <= end <= start + LONGEST_QUOTE), default=0)
    stop = stop or min(end for end in ends if end >= last)
    return answer.passage[start:stop], tuple((a - start, b - start) for a, b in answer.highlights)


def _values(
    knowledge: KnowledgeBase, setting: ChatContext, indicator_values: IndicatorValues, words: str, number: int
) -> Response:
    say, page = setting.words, page_of(indicator_values.values, number, A_PAGE)
    documents = len({indicator_value.document.id for indicator_value in indicator_values.values})
    heading = say.comparison.sides.format(
        words=indicator_values.indicator, count=documents, place=page_note(page, say)
    )
    blocks = [block for numbered in _numbered(page) for block in _value(*numbered, setting)]
    rows = number_rows(page, [OpenPassage(indicator_value.passage_id) for indicator_value in page.items])
    charts = chart_rows([indicator_values.indicator], say)
    buttons = (*rows, *_turns(page, setting, words), *charts)
    return _page(knowledge, setting, (line(heading, bold=True), *blocks), buttons)


def _numbered(page: ListPage[T]) -> Iterator[tuple[int, T]]:
    return enumerate(page.items, page.first + 1)


def _passage(number: int, answer: Answer, setting: ChatContext) -> Iterator[Block]:
    text, highlights = answering_text(answer)
    yield line(f"{number}. {place_and_year(answer, setting)}", bold=True)
    yield quotation(text, highlights)
    yield _citation(answer, setting)


def _value(number: int, reading: IndicatorValue, setting: ChatContext) -> Iterator[Block]:
    yield line(
        f"{number}. {place_and_year(reading, setting)}  {value_label(reading, setting.words)}", bold=True
    )
    yield quotation(reading.sentence)
    yield _citation(reading, setting)


def place_and_year(quoted: Answer | IndicatorValue, setting: ChatContext) -> str:
    """The place and the year of a document, of one without a place its title."""
    document = quoted.document
    if not document.place:
        return short_title(document, setting)
    year = setting.words.cited_year.format(year=document.year) if document.year else ""
    return document.place + year


def _citation(quoted: Answer | IndicatorValue, setting: ChatContext) -> Block:
    return line(setting.words.citation.format(source=source(quoted.document, quoted.section, setting.words)))


def _turns(page: ListPage[T], setting: ChatContext, words: str) -> Rows:
    return turn_rows(page, setting.words, lambda number: Compare(number, words))


def _page(knowledge: KnowledgeBase, setting: ChatContext, blocks: Sequence[Block], rows: Rows) -> Response:
    notes = map(line, scope_notes(knowledge, setting))
    return Response(MessageDraft((*blocks, *notes), rows).messages(), in_place=True)
