"""Where a follow-up question is answered: in the documents of the place and year that it turns to."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.chat.context import ChatContext
from bot.rendering.answers import NEAREST
from knowledge.answers import Item, Reply
from knowledge.documents import Document
from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.followups import FollowUp
from knowledge.query.list_questions import list_question
from knowledge.query.named_years import YEARS

_JOINING = "和与跟同比、，,"
MOST_MORE = 4  # passages told when more is asked for


def answer_turn(knowledge: KnowledgeBase, turn: FollowUp, setting: ChatContext) -> Reply:
    """The answer from the documents that the follow-up turns to, where there are any.

    A year may also be one that older documents speak of, so of a year alone all are asked when its own say nothing.
    """
    if turn.more:
        return others(knowledge.ask(turn.question, setting.scope))
    scope = _scope(knowledge, turn, setting)
    reply = knowledge.ask(turn.question, scope or setting.scope)
    if scope and not turn.place and not reply.answered:
        return knowledge.ask(turn.question, setting.scope)
    return reply


def subject_of(reply: Reply) -> str:
    """The question that the next one leans on: of a comparison what is compared, of the sides that there are."""
    asked = list_question(reply.question)
    if asked is None or asked.kind != "compare":
        return reply.question
    matter = asked.matter
    for unmet in reply.unmet:
        matter = re.sub(
            rf"[{_JOINING}]{re.escape(unmet.text)}|{re.escape(unmet.text)}[{_JOINING}]", "", matter
        )
    return matter


def others(reply: Reply) -> Reply:
    """What else was found for a question: the passages after the first, or after those that were listed or offered.

    Where a condition is unmet nothing else answers either.
    """
    told = reply.answers[: 1 if reply.answered else NEAREST]
    shown = {item.answer.passage_id for item in reply.items} or {answer.passage_id for answer in told}
    others = [answer for answer in reply.answers if answer.passage_id not in shown and not reply.unmet]
    items = tuple(Item(answer) for answer in others[:MOST_MORE])
    return replace(
        reply, zone="answer" if items else "decline", answers=tuple(others), items=items, items_kind="more"
    )


def _scope(knowledge: KnowledgeBase, turn: FollowUp, setting: ChatContext) -> tuple[str, ...]:
    """The documents of the place and year, within those that the chat is narrowed to."""
    if not (turn.place or turn.year):
        return ()
    inside = [
        document for document in knowledge.documents() if not setting.scope or document.id in setting.scope
    ]
    local = [document for document in inside if _is_of_place(document, turn.place)]
    year = _year(turn.year, setting.today.year)
    of_year = [document for document in local if year is None or document.year == year]
    return tuple(document.id for document in (of_year or local)) if turn.place or of_year else ()


def _is_of_place(document: Document, place: str) -> bool:
    """Whether a document is of the place, or its title names it; 岚川 is 岚川县."""
    if not place:
        return True
    name = re.sub(r"(?<=..)(?:省|市|县|区|州|旗)$", "", place)
    return name in (document.place or "") or name in document.title


def _year(written: str, this_year: int) -> int | None:
    if written in YEARS:
        return this_year + YEARS[written]
    return int(written.removesuffix("年")) if written else None
