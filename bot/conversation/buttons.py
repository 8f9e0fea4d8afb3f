"""What a pressed button brings: one function for each letter that its data begins with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.chat import keyboards as keys
from bot.chat.answer_length import answer_of_length
from bot.chat.context import Setting
from bot.chat.passage_view import Shown, View, look, unpack
from bot.chat.response import Response, told
from bot.chat.scope import scope_notes
from bot.deadlines.calendar import calendar_of
from bot.deadlines.pages import deadlines_page, due_page
from bot.deadlines.timeline import timeline_picture
from bot.indicators.chart import chart_picture
from bot.indicators.comparison import comparison_page
from bot.indicators.pages import target_page, targets_page
from bot.messages import CHINESE, ENGLISH
from bot.pages.documents import document_of, document_page, documents_page, scope_page, toggle
from bot.pages.section import whole_section
from bot.pages.topics import pair_page, topic_page, topics_page
from bot.rendering.answers import passage_messages
from bot.rendering.message import Button
from knowledge.knowledge_base import KnowledgeBase

Follow = Callable[[KnowledgeBase, Setting, str], Response]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button, and what of its message must not be lost when that is changed: the heading that tells
    the question, the way back to a list."""

    data: str
    label: str = ""
    heading: str = ""
    back: Button | None = None


def press(knowledge: KnowledgeBase, setting: Setting, pressed: Pressed) -> Response:
    """What the button brings; an old one may lead nowhere, which is said."""
    data = pressed.data.removeprefix(keys.ANEW)
    try:
        response = _follow(knowledge, setting, replace(pressed, data=data))
    except ValueError:  # data of another version of the program
        return told(setting.words.button_old)
    return replace(response, in_place=response.in_place and data == pressed.data)


def heading_of(text: str) -> str:
    """The first line of a message when it tells the question, in whichever language."""
    first = text.split("\n", 1)[0]
    marks = tuple(words.asked.partition("{")[0] for words in (CHINESE, ENGLISH))
    return first if first.startswith(marks) else ""


def is_way_back(button: Button) -> bool:
    """Whether a button under a passage leads back to the list from which it was opened."""
    return button.data.startswith(keys.LISTS)


def _follow(knowledge: KnowledgeBase, setting: Setting, pressed: Pressed) -> Response:
    letter, rest = pressed.data[:2], pressed.data[2:]
    if letter in (keys.SHOW, keys.OPEN):
        return _show(knowledge, setting, pressed, unpack(rest))
    if letter == keys.PASSAGE:
        return _show(knowledge, setting, pressed, View((rest,)))
    follow = FOLLOW.get(letter)
    return follow(knowledge, setting, rest) if follow else told(setting.words.button_old)


def _show(knowledge: KnowledgeBase, setting: Setting, pressed: Pressed, view: View | None) -> Response:
    """A passage, in the place of the message or in a new one."""
    in_place = pressed.data.startswith(keys.SHOW)
    shown = look(knowledge, view) if view else None
    if shown is None:
        return told(setting.words.text_changed if view else setting.words.button_old)
    rows = keys.answer_rows(shown, setting.words, setting.files, pressed.back if in_place else None)
    kind = shown.view.kind if shown.view.is_answer else ""
    heading = pressed.heading if in_place else ""
    notes = [*_place_notes(shown, setting), *scope_notes(knowledge, setting)]
    answers = shown.view.is_answer and pressed.data[:2] != keys.PASSAGE
    answer = answer_of_length(knowledge, shown.answer, setting.length) if answers else shown.answer
    return Response(passage_messages(answer, setting.words, kind, rows, notes, heading), in_place)


def _place_notes(shown: Shown, setting: Setting) -> list[str]:
    """Where the reader stands, when it is not at the answer."""
    view, words = shown.view, setting.words
    if view.at and not view.step:
        return [words.other_source.format(number=view.at, count=len(view.passages) - 1)]
    return []


def _file(knowledge: KnowledgeBase, setting: Setting, document_id: str) -> Response:
    if not setting.files:
        return told(setting.words.files_forbidden)
    document = document_of(knowledge, document_id)
    return Response(file=document) if document else told(setting.words.document_gone)


FOLLOW: dict[str, Follow] = {
    keys.SECTION: whole_section,
    keys.FILE: _file,
    keys.TOPICS: lambda knowledge, setting, rest: topics_page(knowledge, setting, int(rest)),
    keys.TOPIC: topic_page,
    keys.PAIR: pair_page,
    keys.DOCUMENTS: lambda knowledge, setting, rest: documents_page(knowledge, setting, int(rest)),
    keys.DOCUMENT: document_page,
    keys.SCOPE: lambda knowledge, setting, rest: scope_page(knowledge, setting, int(rest)),
    keys.TOGGLE: toggle,
    keys.DEADLINES: deadlines_page,
    keys.DUE: due_page,
    keys.TARGETS: targets_page,
    keys.TARGET: target_page,
    keys.TIMELINE: timeline_picture,
    keys.CALENDAR: calendar_of,
    keys.CHART: chart_picture,
    keys.COMPARISON: comparison_page,
}
