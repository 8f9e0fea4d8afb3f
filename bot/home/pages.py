"""/place: where a chat is at home, and the places to choose from; what is said under lists and answers that follow it."""

from __future__ import annotations

from dataclasses import replace

from bot.callback_data.browsing import AskSuggestion
from bot.callback_data.codec import CallbackData
from bot.callback_data.personal import ChoosePlace, ListPlaces
from bot.chat.context import ChatContext
from bot.chat.keyboards import page_note, turn_rows, two_a_row
from bot.chat.response import Response, told
from bot.home.defaults import places_of
from bot.messages import Messages
from bot.rendering.markup import line, to_html
from bot.rendering.message import Button, Message, MessageDraft, Row, Rows
from bot.rendering.paging import page_of
from bot.state.chats.homes import NOWHERE, Home
from knowledge.knowledge_base import KnowledgeBase

A_PAGE = 12
LONGEST_LABEL = 64
FIRST = 6  # places offered with the greeting


def place_page(knowledge: KnowledgeBase, setting: ChatContext, button: ListPlaces) -> Response:
    """Where the chat is at home, and a page of the places that it can choose."""
    say, places = setting.words.home, sorted(places_of(knowledge))
    page = page_of(places, button.page, A_PAGE)
    now = say.now.format(home=setting.home) if setting.home else say.nowhere
    text = f"{now}{page_note(page, setting.words)}\n{say.how if places else say.no_places}"
    rows: Rows = (
        *two_a_row([_place_button(place, page.number) for place in page.items]),
        *turn_rows(page, setting.words, ListPlaces),
        *((_nowhere_row(setting.words),) if setting.home else ()),
    )
    return Response(MessageDraft(tuple(map(line, text.split("\n"))), rows).messages(), in_place=True)


def choose_place(knowledge: KnowledgeBase, setting: ChatContext, button: ChoosePlace) -> Response:
    """The chat is at home in a place from now on, with the body and the person that it said; or nowhere."""
    if button.words and button.words not in places_of(knowledge):
        return told(setting.words.button_old)
    home = replace(setting.home, place=button.words) if button.words else NOWHERE
    return Response((home_message(home, setting.words),), in_place=True, home=home)


def home_message(home: Home, words: Messages) -> Message:
    """What is said once a chat has said where it is at home; with the ways to another place and to all."""
    say = words.home
    text = say.set.format(home=home) if home else say.unset
    other = (Button(say.other, ListPlaces().pack()),)
    rows: Rows = (other, _nowhere_row(words)) if home else (other,)
    return Message(to_html(map(line, text.split("\n"))), rows)


def greeting_rows(knowledge: KnowledgeBase, words: Messages) -> Rows:
    """The places to choose from when somebody begins; none where there is but one."""
    places = sorted(places_of(knowledge))
    if len(places) < 2:
        return ()
    more = ((Button(words.home.other, ListPlaces(anew=True).pack()),),) if len(places) > FIRST else ()
    return (*two_a_row([_place_button(place, 0, anew=True) for place in places[:FIRST]]), *more)


def at_home(response: Response, wanted: str, wider: CallbackData, words: Messages) -> Response:
    """A list with the home that it follows, and the way to that of all places."""
    if not response.messages:
        return response
    *before, last = response.messages
    html = f"{last.html}\n{to_html([line(words.home.listed.format(home=wanted))])}"
    row: Row = (Button(words.home.everywhere, wider.pack()),)
    return replace(response, messages=(*before, Message(html, (*last.buttons, row))))


def answered_at_home(setting: ChatContext) -> str:
    """The line that says that the documents of the home have answered."""
    return setting.words.home.answered.format(place=setting.home.place)


def wider_rows(question: str, words: Messages) -> Rows:
    """The way to the answer of all places: the question is written on the button, so a long one has none."""
    label = words.home.wider.format(question=question)
    return ((Button(label, AskSuggestion(0).pack()),),) if len(label) <= LONGEST_LABEL else ()


def _place_button(place: str, page: int, anew: bool = False) -> Button:
    return Button(place, ChoosePlace(page, place, anew=anew).pack())


def _nowhere_row(words: Messages) -> Row:
    return (Button(words.home.everywhere, ChoosePlace(0, "").pack()),)
