"""The buttons under messages, as rows: pure functions from what is shown.

What they carry is a kind of `bot.callback_data`; `bot.conversation.buttons` follows it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.callback_data.browsing import (
    AskSuggestion,
    OpenSection,
    OpenTopic,
    OpenView,
    SendFile,
    SendPage,
    ShowView,
)
from bot.callback_data.codec import CallbackData
from bot.chat.feedback_buttons import feedback_row
from bot.chat.passage_view import OpenedPassage, View, pack, view_of, view_of_answer
from bot.chat.site_links import SiteLinks, site_row
from bot.chat.topic_keys import topic_key
from bot.messages import Messages
from bot.rendering.answers import BRIEF, brief, nearest, suggestions
from bot.rendering.citations import copied
from bot.rendering.items import MOST as MOST_ITEMS
from bot.rendering.items import groups_of, is_list, place_and_year
from bot.rendering.markup import has_words, shortened
from bot.rendering.message import Button, Row, Rows
from bot.rendering.paging import ListPage
from knowledge.answers import Reply

Turn = Callable[[int], CallbackData]
"""What the button to a page of some number carries."""

NUMBERS_IN_ROW = 4
MOST_ROWS = 20  # under several answers; a message holds 100 buttons


def answer_rows(
    shown: OpenedPassage,
    words: Messages,
    files: bool,
    back: Button | None = None,
    site: SiteLinks | None = None,
) -> Rows:
    """The rows under a passage; `back` leads to the list from which it was opened, `site` into the reading room."""
    opinion = feedback_row(shown.answer.passage_id, words)
    page, take = site_row(site, shown.answer, words), _take_row(shown, words, files)
    rows = (_way_rows(shown, words), _more_row(shown, words), take, page, opinion)
    return tuple(row for row in (*rows, (back,) if back else ()) if row)


def _way_rows(shown: OpenedPassage, words: Messages) -> Row:
    view = shown.view
    before = (_show(words.previous_passage, view.moved(-1)),) if shown.before else ()
    home = () if view.is_answer else (_show(words.back_to_answer, view.answer()),)
    after = (_show(words.next_passage, view.moved(1)),) if shown.after else ()
    return (*before, *home, *after)


def _more_row(shown: OpenedPassage, words: Messages) -> Row:
    whole = Button(words.whole_section, OpenSection(shown.answer.passage_id).pack())
    section = (whole,) if shown.more_in_section else ()
    others = len(shown.view.passages) > 1
    return (*section, *((_show(words.other_sources, shown.view.other()),) if others else ()))


def _take_row(shown: OpenedPassage, words: Messages, files: bool) -> Row:
    text = copied(shown.answer, words)
    copy = (Button(words.copy_citation, copy=text),) if has_words(text) else ()
    file = Button(words.original_file, SendFile(shown.answer.document.id).pack())
    page = Button(words.original_page, SendPage(shown.answer.passage_id).pack())
    return (*copy, *((file,) if files else ()), *((page,) if files and shown.answer.recognised else ()))


def reply_rows(
    reply: Reply,
    words: Messages,
    shown: OpenedPassage | None,
    files: bool,
    topics: Sequence[str],
    site: SiteLinks | None = None,
) -> Rows:
    """The rows under a reply: those of its answer, else what is offered; of several, what each part has."""
    if reply.parts:
        return (*_part_rows(reply.parts, words), *_suggested(reply.parts, topics))[:MOST_ROWS]
    if is_list(reply) and reply.answered and reply.items_kind != "points":
        return item_rows(reply, words)
    if shown:
        return answer_rows(shown, words, files, site=site)
    return offer_rows(reply) if reply.zone == "unsure" else _suggested((reply,), topics)


def item_rows(reply: Reply, words: Messages) -> Rows:
    """A button for each passage of a list, which opens it with all its buttons, and what people think of the list."""
    groups = groups_of(reply)[:MOST_ITEMS]
    names = [place_and_year(group.answer.document, words) for group in groups]
    keys = [
        Button(f"{number}. {name}" if names.count(name) > 1 else name, _opening(view_of_answer(group.answer)))
        for number, (name, group) in enumerate(zip(names, groups, strict=True), 1)
    ]
    return (*two_a_row(keys), feedback_row(groups[0].answer.passage_id, words))


def _part_rows(parts: Sequence[Reply], words: Messages) -> Rows:
    """A button for each answered part, which opens its answer with all its buttons."""
    answered = [(number, part) for number, part in enumerate(parts, 1) if part.answered and part.answers]
    keys = [Button(words.open_part.format(number=n), _opening(view_of(part))) for n, part in answered]
    offers = [row for part in parts if part.zone == "unsure" for row in offer_rows(part)]
    return (*in_rows(keys, NUMBERS_IN_ROW), *offers)


def offer_rows(reply: Reply) -> Rows:
    """A button for each of the nearest passages."""
    return tuple((_offered(reply, place),) for place in nearest(reply))


def _offered(reply: Reply, place: int) -> Button:
    text = brief(reply.answers[place])
    label = shortened(text, BRIEF // 2) if has_words(text) else str(place + 1)
    return Button(label, _opening(view_of(reply, place)))


def _suggested(replies: Sequence[Reply], topics: Sequence[str]) -> Rows:
    """A button for each question or topic that could be asked for instead."""
    declined = (reply for reply in replies if not (reply.answers and reply.zone != "decline"))
    labels = dict.fromkeys(label for reply in declined for label in suggestions(reply))
    return tuple((_suggestion(label, number, topics),) for number, label in enumerate(labels, 1))


def _suggestion(label: str, number: int, topics: Sequence[str]) -> Button:
    if label in topics:
        return Button(label, OpenTopic(topic_key(label), anew=True).pack())
    return Button(label, AskSuggestion(number).pack())


def number_rows(page: ListPage[Any], opening: Sequence[CallbackData]) -> Rows:
    """A button with its number for each item of a page."""
    keys = [Button(str(page.first + place), item.pack()) for place, item in enumerate(opening, 1)]
    return in_rows(keys, NUMBERS_IN_ROW)


def page_note(page: ListPage[Any], words: Messages) -> str:
    """Which page of how many it is, empty when it is the only one."""
    return words.page_place.format(number=page.number + 1, count=page.count) if page.count > 1 else ""


def turn_rows(page: ListPage[Any], words: Messages, turn: Turn) -> Rows:
    """The way to the pages before and after."""
    ways = ((words.page_before, page.before), (words.page_after, page.after))
    keys = tuple(Button(label, turn(number).pack()) for label, number in ways if number is not None)
    return (keys,) if keys else ()


def two_a_row(keys: Sequence[Button]) -> Rows:
    """Buttons with short words, two a row."""
    return in_rows(keys, 2)


def in_rows(keys: Sequence[Button], width: int) -> Rows:
    """Buttons, so many a row."""
    return tuple(tuple(keys[at : at + width]) for at in range(0, len(keys), width))


def _show(label: str, view: View) -> Button:
    return Button(label, ShowView(pack(view)).pack())


def _opening(view: View) -> str:
    return OpenView(pack(view)).pack()
