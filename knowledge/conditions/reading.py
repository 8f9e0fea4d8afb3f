"""The conditions that a question sets, read from its own words."""

from __future__ import annotations

from collections.abc import Callable, Collection

from knowledge.conditions.bodies import conditions_on_bodies
from knowledge.conditions.condition import Condition
from knowledge.conditions.definitions import conditions_on_definitions
from knowledge.conditions.persons import conditions_on_persons
from knowledge.conditions.places import conditions_on_places, places_in
from knowledge.conditions.years import conditions_on_years


def read_conditions(
    text: str, words: list[tuple[str, int]], places: Collection[str], in_corpus: Callable[[str], bool]
) -> tuple[Condition, ...]:
    """The conditions of a question, in its order.

    Arguments: the normalised question; its words, each with where it begins; the places of documents; what tells
    whether the corpus has a word.
    """
    named = places_in(text, words, places, in_corpus)
    return (
        *conditions_on_places(text, named),
        *conditions_on_bodies(text, words, in_corpus),
        *conditions_on_years(text),
        *conditions_on_persons(text),
        *conditions_on_definitions(text),
    )
