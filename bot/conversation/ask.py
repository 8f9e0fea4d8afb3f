"""What every interface does with a message or a command: the same words in Telegram, on the web and in the terminal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.bulletin.pages import bulletin
from bot.callback_data.browsing import ListScope
from bot.callback_data.personal import ListPlaces
from bot.chat.answer_length import left_out_notes, reply_of_length
from bot.chat.commands import Call
from bot.chat.context import ChatContext
from bot.chat.keyboards import reply_rows
from bot.chat.passage_view import OpenedPassage, view_around, view_of
from bot.chat.response import Response, told
from bot.chat.scope import scope_notes
from bot.chat.typed_length import many_questions, refusal
from bot.conversation.at_home import LISTS, asked_list, list_at_home, local_reply, place_rows
from bot.conversation.english import declined, filter_in_chinese, translated
from bot.conversation.followups import answer_turn, subject_of
from bot.conversation.year_changes import changes_of_years
from bot.deadlines.calendar import calendar_of
from bot.deadlines.pages import deadlines
from bot.deadlines.timeline import timeline_of
from bot.home.defaults import asked_everywhere, places_of
from bot.home.pages import answered_at_home, home_message, place_page
from bot.home.parser import read_home
from bot.indicators.chart import chart_of
from bot.indicators.comparison import compare
from bot.indicators.pages import targets
from bot.ledger.pages import ledger
from bot.messages import ENGLISH, Messages
from bot.pages.documents import documents_about, scope_page
from bot.pages.topics import topics_about
from bot.rendering.answers import reply_messages
from bot.rendering.markup import visible
from bot.state.chats.homes import NOWHERE
from bot.state.chats.preferences import Length
from knowledge.answers import Reply
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon.bilingual import Translation
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


def ask(
    knowledge: KnowledgeBase, text: str, setting: ChatContext, last: str = "", repeat: bool = False
) -> Response:
    """The answer to a question; one that leans on the `last` is told as it was understood.

    With `repeat` the question is told too: nobody has just written it.
    """
    typed, words = visible(text).strip(), setting.words
    question = asked_everywhere(typed)
    setting = setting if question == typed else replace(setting, home=NOWHERE)
    taught = knowledge.is_taught(question)
    english = None if taught else translated(knowledge, question, words)
    if said := _at_once(knowledge, question, taught, english, words):
        return said
    question = english.chinese if english else question
    turn = follow_up(question, last, places_of(knowledge)) if last and not taught else None
    if not turn and not taught and (due := asked_list(knowledge, setting, question)):
        return replace(due, reply=Reply(question, "answer", 1.0, "deadline", ()))
    if not turn and not taught and (changes := changes_of_years(knowledge, setting, question)):
        return changes
    if not turn and not taught and lacks_subject(question, places_of(knowledge)):
        return told(words.lists.no_subject)
    reply = answer_turn(knowledge, turn, setting) if turn else knowledge.ask(question, setting.scope)
    if turn and turn.more and not reply.items:
        return told(words.lists.no_more)
    local = None if turn or taught else local_reply(knowledge, question, reply, setting)
    heading = words.asked.format(question=question) if repeat else ""
    heading = words.translated.format(question=question) if english else heading
    heading = words.followed.format(question=turn.question) if turn else heading
    length: Length = "long" if turn and turn.original else setting.length
    shown = replace(setting, length=length)
    return _response(knowledge, local or reply, shown, heading, question if local else "")


def _response(
    knowledge: KnowledgeBase, reply: Reply, setting: ChatContext, heading: str, at_home: str
) -> Response:
    """The messages of a reply; `at_home` is the question, where the documents of the home have answered it."""
    words = setting.words
    topics = [topic.name for topic in knowledge.topics()] if reply.suggestions or reply.parts else []
    rows = reply_rows(reply, words, _shown(knowledge, reply), setting.files, topics, setting.site)
    rows = (*rows, *place_rows(reply, at_home, words))
    shown = reply_of_length(knowledge, reply, setting.length)
    left_out = left_out_notes(reply, words) if setting.length == "short" else []
    notes = [*left_out, *scope_notes(knowledge, setting), *([answered_at_home(setting)] if at_home else [])]
    messages = reply_messages(shown, words, rows, notes, heading)
    return Response(messages, reply=reply, asked=_answered(reply))


def _at_once(
    knowledge: KnowledgeBase, question: str, taught: bool, english: Translation | None, words: Messages
) -> Response | None:
    """What is said without a search: to what cannot be asked, to the bot itself, in English words that are not known."""
    if sentence := _refused(question, taught, words):
        return told(sentence)
    home = NOWHERE if taught else read_home(question, places_of(knowledge))
    if home:
        return Response((home_message(home, words),), home=home)
    if not taught and talk_of(question):
        return _talked(knowledge, question, words)
    return declined(english, words) if english and not english.is_whole else None


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
    asked = filter_in_chinese(knowledge, call.rest) if setting.words is ENGLISH else call.rest
    if call.name in ABOUT:
        if call.name in LISTS:
            return list_at_home(knowledge, setting, call.name, asked, ABOUT[call.name])
        return ABOUT[call.name](knowledge, setting, asked)
    if call.name == "place":
        return place_page(knowledge, setting, ListPlaces())
    if call.name == "topics":
        return topics_about(knowledge, setting, asked)
    if call.name == "documents":
        return documents_about(knowledge, setting, call.rest)
    return scope_page(knowledge, setting, ListScope())


def _answered(reply: Reply) -> str:
    """The last question of a message that a follow-up may lean on, empty when there is none.

    One that was declined is leaned on where it is known what of it is not there: its subject is.
    """
    asked = [subject_of(part) for part in reply.parts or (reply,) if part.zone != "decline" or part.unmet]
    return next((question for question in reversed(asked) if question), "")


def _shown(knowledge: KnowledgeBase, reply: Reply) -> OpenedPassage | None:
    if reply.parts or not (reply.answered and reply.answers):
        return None
    return view_around(knowledge, view_of(reply), reply.answers[0])
