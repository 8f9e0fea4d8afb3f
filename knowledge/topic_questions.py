"""The stored questions by topic, as editors left them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace

from knowledge.filters.filters import Filters
from knowledge.lexicon.topics import TopicCount, parent_of
from knowledge.retrieval.passage_context import passage_within
from knowledge.store.reader import Store
from knowledge.store.records import PlacedPair, QuestionAnswer
from knowledge.teaching.stretches import section_in
from knowledge.teaching.taught_answers import TaughtAnswers


def topic_counts(store: Store, taught: TaughtAnswers, filters: Filters) -> list[TopicCount]:
    """The topics that some filters ask for with how many passages and visible questions each keys, the fullest first."""
    documents = [document.id for document in store.documents.values() if filters.wants(document)]
    counts = {count.name: count for count in store.topics(documents)}
    edited = [edit.pair for edit in taught.teaching.edits]
    moved: Counter[str] = Counter()
    for pair in store.pairs_of_topic("", documents, edited) if edited and documents else ():
        moved[pair.topic] -= 1
        moved[taught.topic_of(pair)] += taught.shows(pair)
    for topic, number in moved.items():
        count = counts.get(topic) or TopicCount(topic, parent_of(topic), 0, 0)
        counts[topic] = replace(count, questions=count.questions + number)
    left = (count for count in counts.values() if count.passages or count.questions)
    return [count for count in left if filters.of_topic(count.name)]


def questions_of_topic(
    store: Store, taught: TaughtAnswers, topic: str, scope: Collection[str]
) -> list[QuestionAnswer]:
    """The pairs of a topic as people see them, in the order of the documents; an empty `scope` is all documents that no
    other stands for."""
    generated = store.pairs_of_topic(topic, scope or _standing(store), taught.moved_to(topic))
    return taught.pairs(
        topic, generated, lambda passage: passage_within(store, passage, scope), section_in(store)
    )


def generated_questions(store: Store, taught: TaughtAnswers, topic: str) -> list[QuestionAnswer]:
    """The generated pairs of a topic as they were before any edit, those too that an editor moved there."""
    pairs = store.pairs_of_topic(topic, also=taught.moved_to(topic))
    return [pair for pair in pairs if taught.topic_of(pair) == topic]


def placed_questions(store: Store, taught: TaughtAnswers, filters: Filters) -> list[PlacedPair]:
    """The generated pairs that some filters ask for, as editors left them, in the order of the documents."""
    asked = (pair for pair in store.placed_pairs() if filters.of_document(pair.document))
    shown = taught.placed(asked, section_in(store))
    return [pair for pair in shown if filters.of_topic(pair.pair.topic)]


def _standing(store: Store) -> Collection[str]:
    """The documents that no other stands for; none are named when those are all, for a search is faster so."""
    standing = [document.id for document in store.documents.values() if document.instead is None]
    return standing if len(standing) < len(store.documents) else ()
