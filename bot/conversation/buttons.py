"""What a pressed button brings: one function for each kind of button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from bot.bulletin.pages import bulletin_as_picture, bulletin_page
from bot.callback_data.browsing import (
    Compare,
    ListDeadlines,
    ListDocuments,
    ListScope,
    ListTargets,
    ListTopics,
    OpenDeadline,
    OpenDocument,
    OpenPair,
    OpenPairOfSubtopic,
    OpenPassage,
    OpenSection,
    OpenSubtopic,
    OpenTarget,
    OpenTopic,
    OpenView,
    SendCalendar,
    SendFile,
    SendPage,
    ShowChart,
    ShowTimeline,
    ShowView,
    ToggleScope,
)
from bot.callback_data.codec import CallbackData, unpacked
from bot.callback_data.ledger import ListLedger, SendLedger
from bot.callback_data.personal import ChoosePlace, ListPlaces
from bot.callback_data.scheduled import ShowBulletin, ShowBulletinPicture
from bot.chat.answer_length import answer_of_length
from bot.chat.context import ChatContext
from bot.chat.keyboards import answer_rows
from bot.chat.passage_view import OpenedPassage, View, opened_passage, unpack
from bot.chat.response import DocumentPage, Response, told
from bot.chat.scope import scope_notes
from bot.deadlines.calendar import send_calendar
from bot.deadlines.pages import deadlines_page, due_page
from bot.deadlines.timeline import timeline_picture
from bot.home.pages import choose_place, place_page
from bot.indicators.chart import chart_picture
from bot.indicators.comparison import comparison_page
from bot.indicators.pages import target_page, targets_page
from bot.ledger.files import send_ledger
from bot.ledger.pages import ledger_page
from bot.messages import CHINESE, ENGLISH
from bot.pages.documents import document_of, document_page, documents_page, scope_page, toggle
from bot.pages.section import whole_section
from bot.pages.topics import pair_page, subtopic_page, topic_page, topics_page
from bot.rendering.answers import passage_messages
from bot.rendering.message import Button
from knowledge.knowledge_base import KnowledgeBase

Follow = Callable[[KnowledgeBase, ChatContext, Any], Response]

VIEWS = (ShowView, OpenView, OpenPassage)
LISTS = (
    ListTopics,
    OpenSubtopic,
    OpenTopic,
    ListDocuments,
    OpenDocument,
    ListDeadlines,
    ListTargets,
    ListLedger,
)  # where a way back leads


@dataclass(frozen=True, slots=True)
class PressedButton:
    """A pressed button, and what of its message must not be lost when that is changed: the heading that tells
    the question, the way back to a list."""

    data: str
    label: str = ""
    heading: str = ""
    back: Button | None = None


def press(knowledge: KnowledgeBase, setting: ChatContext, pressed: PressedButton) -> Response:
    """What the button brings; one of another version of the program may lead nowhere, which is said."""
    button = unpacked(pressed.data, (*VIEWS, *FOLLOW))
    if button is None:
        return told(setting.words.button_old)
    if isinstance(button, VIEWS):
        return _show(knowledge, setting, pressed, button)
    response = FOLLOW[type(button)](knowledge, setting, button)
    return replace(response, in_place=response.in_place and not button.anew)


def heading_of(text: str) -> str:
    """The first line of a message when it tells the question, in whichever language."""
    first = text.split("\n", 1)[0]
    marks = tuple(words.asked.partition("{")[0] for words in (CHINESE, ENGLISH))
    return first if first.startswith(marks) else ""


def is_way_back(button: Button) -> bool:
    """Whether a button under a passage leads back to the list from which it was opened."""
    leading = unpacked(button.data, LISTS)
    return leading is not None and not leading.anew


def _show(
    knowledge: KnowledgeBase,
    setting: ChatContext,
    pressed: PressedButton,
    button: ShowView | OpenView | OpenPassage,
) -> Response:
    """A passage, in the place of the message or in a new one."""
    view = View((button.passage,)) if isinstance(button, OpenPassage) else unpack(button.view)
    in_place = isinstance(button, ShowView)
    shown = opened_passage(knowledge, view) if view else None
    if shown is None:
        return told(setting.words.text_changed if view else setting.words.button_old)
    rows = answer_rows(shown, setting.words, setting.files, pressed.back if in_place else None, setting.site)
    kind = shown.view.kind if shown.view.is_answer else ""
    heading = pressed.heading if in_place else ""
    notes = [*_place_notes(shown, setting), *scope_notes(knowledge, setting)]
    answers = shown.view.is_answer and not isinstance(button, OpenPassage)
    answer = answer_of_length(knowledge, shown.answer, setting.length) if answers else shown.answer
    return Response(passage_messages(answer, setting.words, kind, rows, notes, heading), in_place)


def _place_notes(shown: OpenedPassage, setting: ChatContext) -> list[str]:
    """Where the reader stands, when it is not at the answer."""
    view, words = shown.view, setting.words
    if view.at and not view.step:
        return [words.other_source.format(number=view.at, count=len(view.passages) - 1)]
    return []


def _file(knowledge: KnowledgeBase, setting: ChatContext, button: SendFile) -> Response:
    if not setting.files:
        return told(setting.words.files_forbidden)
    document = document_of(knowledge, button.document)
    return Response(file=document) if document else told(setting.words.document_gone)


def _page(knowledge: KnowledgeBase, setting: ChatContext, button: SendPage) -> Response:
    if not setting.files:
        return told(setting.words.files_forbidden)
    answer = knowledge.passage(button.passage)
    if answer is None or answer.page is None:
        return told(setting.words.text_changed)
    return Response(page=DocumentPage(answer.document, answer.page))


FOLLOW: Mapping[type[CallbackData], Follow] = MappingProxyType(
    {
        OpenSection: whole_section,
        SendFile: _file,
        SendPage: _page,
        ListTopics: topics_page,
        OpenTopic: topic_page,
        OpenSubtopic: subtopic_page,
        OpenPair: pair_page,
        OpenPairOfSubtopic: pair_page,
        ListDocuments: documents_page,
        OpenDocument: document_page,
        ListScope: scope_page,
        ToggleScope: toggle,
        ListDeadlines: deadlines_page,
        OpenDeadline: due_page,
        ListLedger: ledger_page,
        SendLedger: send_ledger,
        ListPlaces: place_page,
        ChoosePlace: choose_place,
        ListTargets: targets_page,
        OpenTarget: target_page,
        ShowTimeline: timeline_picture,
        ShowBulletin: bulletin_page,
        ShowBulletinPicture: bulletin_as_picture,
        SendCalendar: send_calendar,
        ShowChart: chart_picture,
        Compare: comparison_page,
    }
)
