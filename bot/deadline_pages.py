"""/ddl: the deadlines of the documents, soonest first, and the passage behind each."""

from __future__ import annotations

from collections.abc import Iterator

from bot.due import day_of, days_left, first_open, in_order, matching
from bot.exchange import Response, Setting, told, turned
from bot.keyboards import DEADLINES, DUE, answer_rows, number_rows, page_note, turn_rows
from bot.markup import Block, Span, line, to_html, visible
from bot.moments import day_in_words
from bot.paging import Page, page_from, page_of
from bot.replies import Button, passage_messages, shortened
from bot.scoping import scope_notes, short_title
from bot.views import View, look
from knowledge.answers import Answer
from knowledge.deadlines import Deadline
from knowledge.filters import Found
from knowledge.knowledge_base import KnowledgeBase

A_PAGE = 8
WORDS_BYTES = 36  # of a filter: the buttons carry it, with a passage, a sentence and a page
LONGEST_TASK = 60
LONGEST_TITLE = 20


def deadlines(knowledge: KnowledgeBase, setting: Setting, words: str) -> Response:
    """The page of the deadlines on which the first open one stands; words narrow them."""
    words = " ".join(visible(words).split())
    if len(words.encode()) > WORDS_BYTES:
        return told(setting.words.filter_too_long)
    found = _found(knowledge, setting, words)
    number = page_from(first_open(found, setting.today), A_PAGE)
    return _page(knowledge, setting, found, number, words)


def deadlines_page(knowledge: KnowledgeBase, setting: Setting, data: str) -> Response:
    """A page of the deadlines."""
    number, words = data.split(":", 1)
    return _page(knowledge, setting, _found(knowledge, setting, words), int(number), words)


def due_page(knowledge: KnowledgeBase, setting: Setting, data: str) -> Response:
    """The passage of a deadline, with a way back to the list."""
    passage_id, start, rest = data.split(":", 2)
    answer = knowledge.passage(passage_id)
    view = View((passage_id,), kind="deadline", highlight=_sentence(answer, int(start)) if answer else (0, 0))
    shown = look(knowledge, view)
    if shown is None:
        return told(setting.words.text_changed)
    back = Button(setting.words.back_to_list, DEADLINES + rest)
    rows = answer_rows(shown, setting.words, setting.files, back)
    notes = scope_notes(knowledge, setting)
    return Response(passage_messages(shown.answer, setting.words, view.kind, rows, notes), in_place=True)


def _sentence(answer: Answer, start: int) -> tuple[int, int]:
    """Where in its passage the sentence of a deadline stands; nowhere when the text has changed."""
    spans = (deadline.sentence_span for deadline in answer.deadlines)
    end = next((end for first, end in spans if first == start), start)
    first = start - answer.span[0]
    return (first, end - answer.span[0]) if first >= 0 and end > start else (0, 0)


def _found(knowledge: KnowledgeBase, setting: Setting, words: str) -> list[Found[Deadline]]:
    wanted, scope = matching(words, setting.today), setting.scope
    found = (one for one in knowledge.deadlines() if not scope or one.document.id in scope)
    return in_order(filter(wanted, found))


def _page(
    knowledge: KnowledgeBase, setting: Setting, found: list[Found[Deadline]], number: int, words: str
) -> Response:
    say, page = setting.words, page_of(found, number, A_PAGE, first_open(found, setting.today))
    notes = tuple(map(line, scope_notes(knowledge, setting)))
    if not found:
        nothing = say.no_deadlines_of.format(words=words) if words else say.no_deadlines
        return turned(to_html((line(nothing), *notes)), ())
    data = [f"{DUE}{one.passage_id}:{one.item.sentence_span[0]}:{page.number}:{words}" for one in page.items]
    rows = (*number_rows(page, data), *turn_rows(page, say, DEADLINES, f":{words}"))
    blocks = (_heading(setting, found, words, page_note(page, say)), *_lines(setting, page), *notes)
    return turned(to_html(blocks), rows)


def _heading(setting: Setting, found: list[Found[Deadline]], words: str, place: str) -> Block:
    over = sum((day := one.item.end) is not None and day < setting.today for one in found)
    told_of = setting.words.deadlines_of.format(words=words) if words else setting.words.deadlines_all
    count = setting.words.deadlines_count.format(count=len(found), over=over)
    return Block((Span(visible(told_of), bold=True), Span(count + place)))


def _lines(setting: Setting, page: Page[Found[Deadline]]) -> Iterator[Block]:
    for number, one in enumerate(page.items, page.first + 1):
        day = day_of(one.item)
        date = day_in_words(day, setting.words) if day else visible(one.item.phrase)
        left = days_left(one.item, setting.today, setting.words)
        yield Block((Span(f"{number}. "), Span(date, bold=True), Span(f" {left}" if left else "")))
        yield line(
            f"{shortened(one.item.task, LONGEST_TASK)} {short_title(one.document, setting, LONGEST_TITLE)}"
        )
