"""A question for what changed from one year to another in all (青汀2026年和2027年有什么变化) is answered as /compare is."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.context import ChatContext
from bot.chat.response import Response
from bot.home.defaults import places_of
from bot.indicators.plan_changes import differences_page
from knowledge.answers import Reply, Zone
from knowledge.comparison.plan_changes import places_with
from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.year_comparisons import year_comparison


def changes_of_years(knowledge: KnowledgeBase, setting: ChatContext, question: str) -> Response | None:
    """The differences of two years' plans, of the home where the question names no place; None for another question."""
    compared = year_comparison(question, places_of(knowledge), setting.today.year)
    if compared is None or compared.matter:
        return None
    place = compared.place or setting.home.place
    response = differences_page(knowledge, setting, compared.years, place, 0)
    zone: Zone = "answer" if places_with(knowledge, compared.years, place, setting.scope) else "decline"
    reply = Reply(question, zone, float(zone == "answer"), "list", ())
    return replace(response, in_place=False, reply=reply)
