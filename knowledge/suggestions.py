"""What can be asked instead: questions near the one that was asked, topics, examples of what the documents answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from knowledge.answers import Zone
from knowledge.query.query import Query
from knowledge.questions.checks import is_sound
from knowledge.retrieval.ranker import Ranked
from knowledge.store.reader import Store

_MOST = 3
_NEAREST = 5  # candidates whose stored questions are offered
_BRIEF = 24  # characters of a question that is offered as an example


def suggestions_for(zone: Zone, store: Store, query: Query, ranked: Sequence[Ranked]) -> tuple[str, ...]:
    """What can be asked instead: near the answer other questions, far from any the topics."""
    if zone == "answer":
        return ()
    if zone == "decline":
        return topics_to_try(store, query)
    questions = dict.fromkeys(
        pair.question
        for candidate in ranked[:_NEAREST]
        for pair in candidate.hit.pairs[:1]
        if is_sound(pair.question)
    )
    return tuple(questions)[:_MOST]


def examples(store: Store) -> tuple[str, ...]:
    """Questions that the documents answer, one of each of the fullest topics, short enough for a button."""
    pairs = (store.pairs_of_topic(topic.name) for topic in store.all_topics)
    short = (
        next((pair.question for pair in of_topic if len(pair.question) <= _BRIEF), "") for of_topic in pairs
    )
    return tuple(islice(filter(None, short), _MOST))


def topics_to_try(store: Store, query: Query) -> tuple[str, ...]:
    """The topics of the question that are spoken of, and the fullest."""
    topics = [topic.name for topic in store.all_topics]
    own = [topic for topic in query.topics if topic in topics]
    return tuple(dict.fromkeys([*own, *topics]))[:_MOST]
