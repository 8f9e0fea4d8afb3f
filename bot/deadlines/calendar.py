"""/calendar: the coming deadlines as a file for the calendar of a phone or a computer."""

from __future__ import annotations

import datetime as dt

from bot.callback_data.browsing import SendCalendar
from bot.chat.attachments import fitting
from bot.chat.context import ChatContext
from bot.chat.response import Attachment, Response
from bot.chat.scope import scope_notes
from bot.deadlines.ics import calendar_file
from bot.deadlines.selection import choose
from knowledge.knowledge_base import KnowledgeBase

FILE_NAME = "jianda-deadlines.ics"


def calendar_of(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The file of the deadlines that some words ask for."""
    say = setting.words
    chosen = choose(knowledge, setting, words, say.calendar_none)
    if isinstance(chosen, Response):
        return chosen
    name = say.calendar_name_of.format(words=chosen.told) if chosen.told else say.calendar_name
    content = calendar_file(chosen.dated, name, revised(knowledge), say, chosen.known)
    more = (say.calendar_undated.format(count=chosen.undated),) if chosen.undated else ()
    rows = (name, say.calendar_file.format(count=len(chosen.dated)), *more, *scope_notes(knowledge, setting))
    return Response(enclosures=(Attachment(FILE_NAME, content, fitting(rows)),))


def send_calendar(knowledge: KnowledgeBase, setting: ChatContext, button: SendCalendar) -> Response:
    """The same for a button."""
    return calendar_of(knowledge, setting, button.words)


def revised(knowledge: KnowledgeBase) -> dt.datetime:
    """When the knowledge base was last loaded."""
    return knowledge.status().loaded_at or dt.datetime.fromtimestamp(0, dt.UTC)
