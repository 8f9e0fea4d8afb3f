"""/compare: what the documents say of one matter side by side, and what has changed from one year to another."""

from __future__ import annotations

import re

from bot.callback_data.browsing import Compare
from bot.chat.context import ChatContext
from bot.chat.response import Response, told
from bot.indicators.plan_changes import differences_page
from bot.indicators.side_by_side import sides_page
from bot.rendering.markup import visible
from knowledge.knowledge_base import KnowledgeBase

WORDS_BYTES = 56  # of what is compared: the buttons carry it
YEAR = re.compile(r"((?:19|20)\d\d)年?(?:度|的)?")
JOINING = re.compile(r"\b(?:和|与|跟|比|对比|相比)\b|[和与跟比、，,]")


def compare(knowledge: KnowledgeBase, setting: ChatContext, words: str) -> Response:
    """The first page of a comparison."""
    words = " ".join(visible(words).split())
    if not words:
        return told(setting.words.comparison.usage)
    if len(words.encode()) > WORDS_BYTES:
        return told(setting.words.comparison.too_long)
    return comparison_page(knowledge, setting, Compare(0, words))


def comparison_page(knowledge: KnowledgeBase, setting: ChatContext, button: Compare) -> Response:
    """A page of a comparison: with two years of what has changed, else of what each document says."""
    if asked := years_in(button.words):
        years, place = asked
        return differences_page(knowledge, setting, years, place, button.page)
    return sides_page(knowledge, setting, button.words, button.page)


def years_in(words: str) -> tuple[tuple[int, int], str] | None:
    """The two years that some words name, the earlier first, with the place beside them; None without two."""
    years = sorted({int(year) for year in YEAR.findall(words)})
    place = JOINING.sub(" ", YEAR.sub(" ", words))
    return ((years[0], years[1]), " ".join(place.split())) if len(years) == 2 else None
