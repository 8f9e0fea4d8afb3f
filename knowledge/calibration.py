"""The chance that the first answer is right, from signals of the ranking: a logistic regression (J. Platt, 1999)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from knowledge.answers import Zone
from knowledge.ranker import Signals

_MOST_CONCEPTS = 8


def signals(scores: Sequence[float], first: Signals, unknown: float, concepts: int) -> dict[str, float]:
    """The signals that confidence is made of, each about 0 to 1.

    Arguments: the scores of the candidates, best first; the signals of the first; the share of the question's words
    that the corpus has no word for; how many concepts the question has. Returns top: the first one's score; lead: how
    far it is ahead of the second; length: the concepts; unknown; and some signals of the first as they are.
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
        "asked": first.asked,
        "characters": first.characters,
        "fuzzy": first.fuzzy,
        "missing": first.missing,
        "unknown": unknown,
        "length": min(concepts, _MOST_CONCEPTS) / _MOST_CONCEPTS,
    }


def confidence(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that the first answer is right: the logistic function of the weighed signals and the bias."""
    total = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def zone_of(confidence: float, zones: Mapping[str, float]) -> Zone:
    """Whether to answer, to offer the nearest, or to decline."""
    if confidence >= zones["answer"]:
        return "answer"
    return "unsure" if confidence >= zones["unsure"] else "decline"
