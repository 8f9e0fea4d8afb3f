"""What each document says of one matter: the values of an indicator, or its best passage."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.answers import Answer
from knowledge.comparison.comparison import best_of_each
from knowledge.comparison.indicator_values import Readings, matter_of, names_value, readings
from knowledge.knowledge_base import KnowledgeBase


def values_of_each(knowledge: KnowledgeBase, words: str, scope: Collection[str] = ()) -> Readings | None:
    """The values of the indicator that some words name or ask for; None where they name another matter."""
    found = readings(knowledge, words, scope)
    return found if found.values and names_value(found, words) else None


def passages_of_each(knowledge: KnowledgeBase, words: str, scope: Collection[str] = ()) -> list[Answer]:
    """The best passage of each document that speaks of some words; none where an answer to them is declined."""
    matter = matter_of(words)
    if knowledge.ask(matter, scope).zone == "decline":
        return []
    return best_of_each(knowledge.search(matter, scope))
