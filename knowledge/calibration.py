"""The chance that the first answer is right, from signals of the ranking: a logistic regression (J. Platt, 1999).

Its weights are data; `data/weights.toml` tells what they were fitted on.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.matching import Matcher
from knowledge.query import Query
from knowledge.ranker import Ranked


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which confidence on it is answered, and from which on the nearest are offered."""

    answer: float
    unsure: float


def signals(query: Query, ranked: Sequence[Ranked], matcher: Matcher) -> dict[str, float]:
    """The signals that confidence is made of, each about 0 to 1.

    top: the first one's score; lead: how far it is ahead of the second; concepts, sentence, pairs, kind, figure, asked,
    characters, fuzzy, missing: of the first; unknown: the share of the question's concepts that the corpus has no word for; length: how many
    concepts the question has.
    """
    first = ranked[0]
    second = ranked[1].score if len(ranked) > 1 else 0.0
    return {
        "top": first.score / 3,
        "lead": min(0.5, (first.score - second) / max(first.score, 0.01)),
        "concepts": first.signals.concepts,
        "sentence": first.signals.sentence,
        "pairs": first.signals.pairs,
        "kind": first.signals.kind,
        "figure": first.signals.figure,
        "asked": first.signals.asked,
        "characters": first.signals.characters,
        "fuzzy": first.signals.fuzzy,
        "missing": first.signals.missing,
        "unknown": matcher.unknown,
        "length": min(len(query.concepts), 8) / 8,
    }


def confidence(found: dict[str, float]) -> float:
    """The chance, 0 to 1, that the first answer is right."""
    return logistic(_table()["confidence"], found)


def logistic(weights: dict[str, float], found: dict[str, float]) -> float:
    """The logistic function of the weighed signals and the bias."""
    total = weights["bias"] + sum(weights[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def thresholds() -> Thresholds:
    """The thresholds between the zones."""
    table = _table()["zones"]
    return Thresholds(table["answer"], table["unsure"])


@cache
def _table() -> dict[str, dict[str, float]]:
    return tomllib.loads((files("knowledge") / "data" / "weights.toml").read_text(encoding="utf-8"))
