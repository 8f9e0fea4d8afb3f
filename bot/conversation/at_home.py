"""What begins with the home of a chat: its lists, its questions for lists, and its questions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.callback_data.browsing import ListDeadlines, ListTargets
from bot.callback_data.ledger import ListLedger
from bot.callback_data.personal import ListPlaces
from bot.chat.context import ChatContext
from bot.chat.response import Response
from bot.deadlines.filtered_list import fits_a_button
from bot.deadlines.pages import deadlines, list_response
from bot.home.defaults import filter_at_home, places_of, scope_at_home, without_everywhere
from bot.home.pages import at_home, wider_rows
from bot.marks.selection import read
from bot.messages import Messages
from bot.rendering.items import is_of_several_places
from bot.rendering.message import Button, Rows
from knowledge.answers import Reply
from knowledge.filters.parser import listed_by
from knowledge.knowledge_base import KnowledgeBase

LESS_SURE = 0.1  # than the answer of all documents, that of the home may be
LISTS = {"ddl": ListDeadlines, "ledger": ListLedger, "targets": ListTargets}
"""The lists of which a home is the default, and the button that leads to those of all places."""

About = Callable[[KnowledgeBase, ChatContext, str], Response]


def list_at_home(
    knowledge: KnowledgeBase, setting: ChatContext, name: str, words: str, about: About
) -> Response:
    """A list of the place where the chat is at home, where the words name no other."""
    typed, kind = without_everywhere(words), LISTS[name]
    wanted = filter_at_home(words, setting.home, places_of(knowledge), bodies=kind is not ListTargets)
    response = about(knowledge, setting, wanted)
    if wanted == typed or not setting.home:
        return response
    return at_home(
        response, wanted, kind(words=typed if fits_a_button(read(typed).rest) else ""), setting.words
    )


def asked_list(knowledge: KnowledgeBase, setting: ChatContext, question: str) -> Response | None:
    """The list that a question asks for, of the home where it names no place; None where it asks for none."""
    due, asked = list_response(knowledge, setting, question), listed_by(question)
    if due is None or asked is None:
        return due
    typed, wanted = str(asked), filter_at_home(str(asked), setting.home, places_of(knowledge))
    if wanted == typed:
        return due
    local = replace(deadlines(knowledge, setting, wanted), in_place=False)
    return at_home(local, wanted, ListDeadlines(words=typed), setting.words)


def local_reply(knowledge: KnowledgeBase, question: str, whole: Reply, setting: ChatContext) -> Reply | None:
    """The answer of the documents of the place where the chat is at home; None where that of all documents stands.

    That another place is asked of is likelier the less sure the own one is: 二次供水 is a matter of the city alone.
    """
    scope = (
        scope_at_home(knowledge, question, setting)
        if whole.answered and whole.answers and not whole.parts
        else ()
    )
    if not scope or (not whole.items and whole.answers[0].document.place == setting.home.place):
        return None
    local = knowledge.ask(question, scope)
    among = {item.answer.document.place for item in whole.items}
    sure = local.confidence >= whole.confidence - LESS_SURE or setting.home.place in among
    return local if local.answered and sure else None


def place_rows(reply: Reply, question: str, words: Messages) -> Rows:
    """The way from an answer of the home, given with its `question`, to that of all places; under what several places
    say, the way to a place of one's own."""
    if question:
        return wider_rows(question, words)
    own = Button(words.home.other, ListPlaces(anew=True).pack())
    return ((own,),) if is_of_several_places(reply) else ()
