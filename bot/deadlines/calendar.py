"""/calendar: the coming deadlines as a file for the calendar of a phone or a computer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bot.callback_data.browsing import SendCalendar
from bot.chat.attachments import file_name, fitted_caption
from bot.chat.context import ChatContext
from bot.chat.response import Attachment, Response
from bot.chat.scope import scope_notes
from bot.deadlines.selection import SelectedDeadlines, choose
from bot.marks.status import still_open
from bot.messages import Messages
from knowledge.knowledge_base import KnowledgeBase

OF_UNKNOWN_AGE = dt.datetime.fromtimestamp(0, dt.UTC)


def calendar_of(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The file of the deadlines that some words ask for."""
    from bot.deadlines.ics import calendar_file  # iCalendar takes a twentieth of a start

    say = setting.words
    chosen = choose(knowledge, setting, words, say.calendar.none, settled=True)
    if isinstance(chosen, Response):
        return chosen
    name = say.calendar.name_of.format(words=chosen.told) if chosen.told else say.calendar.name
    lasting = setting.lasting_ids(knowledge.deadlines())
    latest = last_change(knowledge, setting.marked_at)
    content = calendar_file(chosen.dated, name, latest, say, chosen.known, lasting)
    left = len(still_open(chosen.dated, chosen.known))
    rows = (
        name,
        say.calendar.file.format(count=left),
        *_notes(chosen, left, say),
        *scope_notes(knowledge, setting),
    )
    return Response(enclosures=(Attachment(file_name(name, "ics"), content, fitted_caption(rows)),))


def _notes(chosen: SelectedDeadlines, left: int, say: Messages) -> Iterator[str]:
    """How many entries of the file are crossed out, and how many deadlines have no day."""
    if settled := len(chosen.dated) - left:
        yield say.calendar.crossed.format(count=settled)
    if chosen.undated:
        yield say.calendar.undated.format(count=chosen.undated)


def send_calendar(knowledge: KnowledgeBase, setting: ChatContext, button: SendCalendar) -> Response:
    """The same for a button."""
    return calendar_of(knowledge, setting, button.words)


def last_change(knowledge: KnowledgeBase, marked_at: int = 0) -> dt.datetime:
    """When the knowledge base was last loaded or, in seconds since 1970, anything marked."""
    return max(knowledge.status().loaded_at or OF_UNKNOWN_AGE, dt.datetime.fromtimestamp(marked_at, dt.UTC))
