"""What every interface does with a message or a command: the same words in Telegram, on the web and in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.bulletin.pages import bulletin
from bot.callback_data.browsing import ListDeadlines, ListDocuments, ListScope, ListTargets, ListTopics
from bot.callback_data.ledger import ListLedger
from bot.callback_data.personal import ListPlaces
from bot.chat.answer_length import reply_of_length
from bot.chat.commands import Call
from bot.chat.context import ChatContext
from bot.chat.keyboards import reply_rows
from bot.chat.passage_view import OpenedPassage, view_around, view_of
from bot.chat.response import Response, told
from bot.chat.scope import scope_notes
from bot.chat.typed_length import many_questions, refusal
from bot.conversation.followups import answer_turn
from bot.deadlines.calendar import calendar_of
from bot.deadlines.filtered_list import fits_a_button
from bot.deadlines.pages import deadlines, list_response
from bot.deadlines.timeline import timeline_of
from bot.home.defaults import asked_everywhere, filter_at_home, places_of, scope_at_home, without_everywhere
from bot.home.pages import answered_at_home, at_home, home_message, place_page, wider_rows
from bot.home.parser import read_home
from bot.indicators.chart import chart_of
from bot.indicators.comparison import compare
from bot.indicators.pages import targets
from bot.ledger.pages import ledger
from bot.marks.selection import read
from bot.messages import Messages
from bot.pages.documents import documents_page, scope_page
from bot.pages.topics import topics_page
from bot.rendering.answers import reply_messages
from bot.rendering.items import is_of_several_places
from bot.rendering.markup import visible
from bot.rendering.message import Button, Rows
from bot.state.chats.homes import NOWHERE
from bot.state.chats.preferences import Length
from knowledge.answers import Reply
from knowledge.filters.parser import listed_by
from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.followups import follow_up, lacks_subject
from knowledge.query.small_talk import talk_of

# What brings a list, a picture or a file about the words after the command.
ABOUT: dict[str, Callable[[KnowledgeBase, ChatContext, str], Response]] = {
    "ddl": deadlines,
    "ledger": ledger,
    "bulletin": bulletin,
    "targets": targets,
    "timeline": timeline_of,
    "calendar": calendar_of,
    "chart": chart_of,
    "compare": compare,
}

LESS_SURE = 0.1  # than the answer of all documents, that of the home may be
AT_HOME = {"ddl": ListDeadlines, "ledger": ListLedger, "targets": ListTargets}
"""The lists of which a home is the default, and the button that leads to those of all places."""


def ask(
    knowledge: KnowledgeBase, text: str, setting: ChatContext, last: str = "", repeat: bool = False
) -> Response:
    """The answer to a question; one that leans on the `last` is told as it was understood.

    With `repeat` the question is told too: nobody has just written it.
    """
    typed, words = visible(text).strip(), setting.words
    question = asked_everywhere(typed)
    taught = knowledge.is_taught(question)
    if aside := _aside(knowledge, question, taught, setting):
        return aside
    turn = follow_up(question, last, places_of(knowledge)) if last and not taught else None
    here = setting if question == typed else replace(setting, home=NOWHERE)
    if not turn and not taught and (due := _list(knowledge, here, question)):
        return replace(due, reply=Reply(question, "answer", 1.0, "deadline", ()))
    if not turn and not taught and lacks_subject(question, places_of(knowledge)):
        return told(words.lists.no_subject)
    reply = answer_turn(knowledge, turn, setting) if turn else knowledge.ask(question, setting.scope)
    local = None if turn or taught else _local(knowledge, question, reply, here)
    if turn and turn.more and not reply.items:
        return told(words.lists.no_more)
    heading = words.asked.format(question=question) if repeat else ""
    heading = words.followed.format(question=turn.question) if turn else heading
    length: Length = "long" if turn and turn.original else setting.length
    return _response(
        knowledge, local or reply, replace(here, length=length), heading, question if local else ""
    )


def _response(
    knowledge: KnowledgeBase, reply: Reply, setting: ChatContext, heading: str, at_home: str
) -> Response:
    """The messages of a reply; `at_home` is the question, where the documents of the home have answered it."""
    words = setting.words
    topics = [topic.name for topic in knowledge.topics()] if reply.suggestions or reply.parts else []
    rows = reply_rows(reply, words, _shown(knowledge, reply), setting.files, topics, setting.site)
    rows = (*rows, *(wider_rows(at_home, words) if at_home else _place_rows(reply, words)))
    shown = reply_of_length(knowledge, reply, setting.length)
    notes = [*scope_notes(knowledge, setting), *([answered_at_home(setting)] if at_home else [])]
    messages = reply_messages(shown, words, rows, notes, heading)
    return Response(messages, reply=reply, asked=_answered(reply))


def _aside(knowledge: KnowledgeBase, question: str, taught: bool, setting: ChatContext) -> Response | None:
    """The reply to what is no question: too much at once, where somebody is at home, small talk."""
    if sentence := _refused(question, taught, setting.words):
        return told(sentence)
    if taught:
        return None
    if home := read_home(question, places_of(knowledge)):
        return Response((home_message(home, setting.words),), home=home)
    return _talked(knowledge, question, setting.words) if talk_of(question) else None


def _list(knowledge: KnowledgeBase, setting: ChatContext, question: str) -> Response | None:
    """The list that a question asks for, of the home where it names no place; None where it asks for none."""
    due, asked = list_response(knowledge, setting, question), listed_by(question)
    if due is None or asked is None:
        return due
    typed, wanted = str(asked), filter_at_home(str(asked), setting.home, places_of(knowledge))
    if wanted == typed:
        return due
    local = replace(deadlines(knowledge, setting, wanted), in_place=False)
    return at_home(local, wanted, ListDeadlines(words=typed), setting.words)


def _local(knowledge: KnowledgeBase, question: str, whole: Reply, setting: ChatContext) -> Reply | None:
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


def _place_rows(reply: Reply, words: Messages) -> Rows:
    """The way to a place of one's own, under what several places say."""
    return ((Button(words.home.other, ListPlaces(anew=True).pack()),),) if is_of_several_places(reply) else ()


def _refused(question: str, taught: bool, words: Messages) -> str:
    """What is said to a message that is empty, too long, or of too many questions; empty for every other."""
    if not question:
        return words.empty_reply
    return refusal(question, None, words) or ("" if taught else many_questions(question, words))


def _talked(knowledge: KnowledgeBase, question: str, words: Messages) -> Response:
    """The reply to what is said to the bot itself; nobody has to teach an answer to it, so it is no reply of record."""
    reply = knowledge.ask(question)
    return Response(reply_messages(reply, words, reply_rows(reply, words, None, False, ())))


def browse(knowledge: KnowledgeBase, call: Call, setting: ChatContext) -> Response:
    """What a command to look around brings."""
    if call.name in AT_HOME:
        return _at_home(knowledge, call, setting)
    if call.name in ABOUT:
        return ABOUT[call.name](knowledge, setting, call.rest)
    if call.name == "place":
        return place_page(knowledge, setting, ListPlaces())
    if call.name == "topics":
        return topics_page(knowledge, setting, ListTopics())
    if call.name == "documents":
        return documents_page(knowledge, setting, ListDocuments())
    return scope_page(knowledge, setting, ListScope())


def _at_home(knowledge: KnowledgeBase, call: Call, setting: ChatContext) -> Response:
    """A list of the place where the chat is at home, where the words name no other."""
    typed, kind = without_everywhere(call.rest), AT_HOME[call.name]
    wanted = filter_at_home(call.rest, setting.home, places_of(knowledge), bodies=kind is not ListTargets)
    response = ABOUT[call.name](knowledge, setting, wanted)
    if wanted == typed or not setting.home:
        return response
    return at_home(
        response, wanted, kind(words=typed if fits_a_button(read(typed).rest) else ""), setting.words
    )


def _answered(reply: Reply) -> str:
    """The last question of a message that was not declined, which a follow-up may lean on; empty when all were."""
    answered = [part.question for part in reply.parts or (reply,) if part.zone != "decline"]
    return answered[-1] if answered else ""


def _shown(knowledge: KnowledgeBase, reply: Reply) -> OpenedPassage | None:
    if reply.parts or not (reply.answered and reply.answers):
        return None
    return view_around(knowledge, view_of(reply), reply.answers[0])
