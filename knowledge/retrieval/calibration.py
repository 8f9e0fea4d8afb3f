"""The chance that the first answer is right, from signals of the ranking: a logistic regression (J. Platt, 1999)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.answers import Zone
from knowledge.query.answer_types import everyday_words
from knowledge.query.query import Query
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.ranker import Signals

OF_ANOTHER = 0.05
"""The confidence in what is nearest where a condition of the question is unmet."""

_MOST_CONCEPTS = 8


@dataclass(frozen=True, slots=True)
class QuestionSubject:
    """What a question is about, as far as its words tell: how many concepts it has, the share of them that the
    thesaurus has words for, the share of its words that the corpus lacks, whether it is of a topic, and whether it
    speaks of everyday life."""

    concepts: int
    of_the_field: float
    unknown: float
    topical: bool
    everyday: bool

    @classmethod
    def of(cls, query: Query, matcher: Matcher) -> QuestionSubject:
        """The subject of a query."""
        with_variants = sum(len(concept.variants) > 1 for concept in query.concepts)
        share = with_variants / len(query.concepts) if query.concepts else 0.0
        everyday = any(concept.words in everyday_words() for concept in query.concepts)
        return cls(len(query.concepts), share, matcher.unknown, bool(query.topics), everyday)


def signals(scores: Sequence[float], first: Signals, subject: QuestionSubject) -> dict[str, float]:
    """The signals that confidence is made of, each about 0 to 1.

    Arguments: the scores of the candidates, best first; the signals of the first; the subject of the question. Returns
    top: the first one's score; lead: how far it is ahead of the second; unfit: a sort of figure is asked for that the
    first does not have; length, field, unknown, topical, everyday: of the subject; and some signals of the first as they are.
    """
    second = scores[1] if len(scores) > 1 else 0.0
    return {
        "top": scores[0] / 3,
        "lead": min(0.5, (scores[0] - second) / max(scores[0], 0.01)),
        "concepts": first.concepts,
        "sentence": first.sentence,
        "pairs": first.pairs,
        "kind": first.kind,
        "figure": first.figure,
        "unfit": float(first.figure == 0),
        "asked": first.asked,
        "characters": first.characters,
        "fuzzy": first.fuzzy,
        "missing": first.missing,
        "unknown": subject.unknown,
        "length": min(subject.concepts, _MOST_CONCEPTS) / _MOST_CONCEPTS,
        "field": subject.of_the_field,
        "topical": float(subject.topical),
        "everyday": float(subject.everyday),
    }


def confidence(weights: Mapping[str, float], signals: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that the first answer is right: the logistic function of the weighed signals and the bias."""
    total = weights["bias"] + sum(weights[name] * value for name, value in signals.items())
    return 1 / (1 + math.exp(-total))


def zone_of(confidence: float, zones: Mapping[str, float]) -> Zone:
    """Whether to answer, to offer the nearest, or to decline."""
    if confidence >= zones["answer"]:
        return "answer"
    return "unsure" if confidence >= zones["unsure"] else "decline"
