"""How much a candidate holds of what a question is about, whatever the words are by which it asks."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.query.query import Query
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.ranker import Ranked
from knowledge.store.reader import Store


def subject_held(
    store: Store,
    query: Query,
    matcher: Matcher,
    normalise: Callable[[str], str],
    counts: Callable[[str], bool],
) -> Callable[[Ranked], float]:
    """What tells how much a candidate, with its title and headings, holds of those concepts that count by their words."""
    counted = [counts(concept.words) for concept in query.concepts]

    def held_of(candidate: Ranked) -> float:
        passage = candidate.hit.passage
        text = " ".join((store.documents[passage.document].title, *passage.headings, passage.text))
        findings = matcher.found(normalise(text))
        return sum(finding.worth for finding, counts in zip(findings, counted, strict=True) if counts)

    return held_of


def is_no_year(words: str) -> bool:
    """Whether the words of a concept are no number: of two years one passage prints the number, the other does not."""
    return not words.isdecimal()


def meaning_held(candidate: Ranked) -> float:
    """How much a candidate holds of all concepts, with its headings."""
    return candidate.signals.concepts + candidate.signals.headings
