"""The conditions that a question sets, read from its own words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from knowledge.conditions.absent_terms import conditions_on_absent_terms
from knowledge.conditions.attributes.acts import conditions_on_acts
from knowledge.conditions.attributes.attributes import conditions_on_attributes
from knowledge.conditions.attributes.counts import conditions_on_counts
from knowledge.conditions.attributes.measured_nouns import conditions_on_measured_nouns
from knowledge.conditions.attributes.things import conditions_on_asked_things
from knowledge.conditions.bodies import conditions_on_bodies
from knowledge.conditions.comparisons import conditions_on_comparisons, each_tells
from knowledge.conditions.condition import Condition
from knowledge.conditions.definitions import conditions_on_definitions
from knowledge.conditions.persons import conditions_on_persons
from knowledge.conditions.places import conditions_on_places, places_in
from knowledge.conditions.validity import conditions_on_validity
from knowledge.conditions.years import conditions_on_years
from knowledge.query.query import Query


def read_conditions(
    query: Query, words: Sequence[tuple[str, int]], places: Collection[str], worth: Callable[[str], float]
) -> tuple[Condition, ...]:
    """The conditions of a question, in its order.

    Arguments: the question as understood; its words, each with where it begins; the places of documents; how rare a
    word is in the corpus, 0 for one that it lacks.
    """
    text = query.normalised

    def in_corpus(word: str) -> bool:
        return worth(word) > 0

    named = places_in(text, words, places, in_corpus)
    return (
        *each_tells(conditions_on_places(text, named), query.concepts, worth),
        *conditions_on_bodies(text, words, in_corpus),
        *conditions_on_years(text),
        *conditions_on_persons(text, in_corpus),
        *conditions_on_definitions(text),
        *conditions_on_validity(text),
        *(replace(condition, asked=True) for condition in _on_what_is_asked(query, worth)),
        *conditions_on_asked_things(text, query.concepts, worth),
        *conditions_on_absent_terms(query, worth),
        *conditions_on_comparisons(text, [place.name for place in named], query.concepts, worth),
    )


def _on_what_is_asked(query: Query, worth: Callable[[str], float]) -> Iterator[Condition]:
    """The conditions that the words set which ask for something of a thing; several may be read from the same words."""
    for read in (
        conditions_on_attributes,
        conditions_on_measured_nouns,
        conditions_on_counts,
        conditions_on_acts,
    ):
        yield from read(query.normalised, query.concepts, worth)
