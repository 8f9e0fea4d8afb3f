"""Answering a follow-up: one that turns to another place or year means the documents of that place or year."""

from __future__ import annotations

import re

from bot.chat.context import Setting
from bot.conversation.followups import FollowUp
from knowledge.answers import Reply
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase

_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2}


def places_of(knowledge: KnowledgeBase) -> frozenset[str]:
    """The places that documents are of."""
    return frozenset(document.place for document in knowledge.documents() if document.place)


def answer_turn(knowledge: KnowledgeBase, turn: FollowUp, setting: Setting) -> Reply:
    """The answer from the documents that the follow-up turns to, where there are any.

    A year may also be one that older documents speak of, so of a year alone all are asked when its own say nothing.
    """
    scope = _scope(knowledge, turn, setting)
    reply = knowledge.ask(turn.question, scope or setting.scope)
    if scope and not turn.place and not reply.answered:
        return knowledge.ask(turn.question, setting.scope)
    return reply


def _scope(knowledge: KnowledgeBase, turn: FollowUp, setting: Setting) -> tuple[str, ...]:
    """The documents of the place and year, within those that the chat is narrowed to."""
    if not (turn.place or turn.year):
        return ()
    inside = [one for one in knowledge.documents() if not setting.scope or one.id in setting.scope]
    local = [one for one in inside if _is_of_place(one, turn.place)]
    year = _year(turn.year, setting.today.year)
    of_year = [one for one in local if year is None or one.year == year]
    return tuple(one.id for one in (of_year or local)) if turn.place or of_year else ()


def _is_of_place(document: Document, place: str) -> bool:
    """Whether a document is of the place, or its title names it; 岚川 is 岚川县."""
    if not place:
        return True
    name = re.sub(r"(?<=..)(?:省|市|县|区|州|旗)$", "", place)
    return name in (document.place or "") or name in document.title


def _year(written: str, this_year: int) -> int | None:
    if written in _YEARS:
        return this_year + _YEARS[written]
    return int(written.removesuffix("年")) if written else None
