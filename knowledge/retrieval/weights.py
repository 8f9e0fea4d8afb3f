"""The weights of the ranker and of the confidence: a file of numbers, and the hand-set ones where it is silent.

Both have two sets: one for bases of the genre, one, called general, for other documents, where the signals of the genre
(stored questions, kinds, topics) mislead.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from knowledge.errors import WeightsInvalid
from loaders.faults import system_fault, toml_fault
from loaders.notes import Note

_RANKER = {
    "concepts": 0.6,
    "sentence": 0.5,
    "count": 0.4,
    "pairs": 0.6,
    "sounds": 0.3,
    "characters": 0.5,
    "headings": 0.8,
    "around": 0.2,
    "topic": 0.1,
    "asked": 0.7,
    "pair": 0.1,
    "kind": 0.25,
    "figure": 0.3,
    "defined": 0.4,
    "role": 0.1,
    "fuzzy": 0.8,
    "search": 0.4,
    "document": 0.7,
    "length": -0.25,
    "missing": -0.15,
    "semantic_passage": 0.65,
    "semantic_sentence": 0.65,
}

_CONFIDENCE = {
    "bias": -6.0,
    "top": 3.0,
    "lead": 4.0,
    "concepts": 0.5,
    "sentence": 0.0,
    "pairs": 0.0,
    "kind": 0.3,
    "figure": 0.0,
    "unfit": -2.0,
    "asked": 2.0,
    "characters": 0.0,
    "fuzzy": 2.0,
    "missing": -0.3,
    "unknown": -2.5,
    "length": 4.0,
    "field": 1.0,
    "topical": 0.5,
    "everyday": -3.0,
}

HAND_SET: Mapping[str, Mapping[str, float]] = {
    "ranker": _RANKER,
    "general_ranker": _RANKER,
    "confidence": _CONFIDENCE,
    "general_confidence": _CONFIDENCE,
    "zones": {"answer": 0.4, "unsure": 0.12},
}
"""What an untrained knowledge base ranks by, and what counts for a signal that a file does not name."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal of the ranker and of the confidence counts, and where the zones of the confidence begin."""

    ranker: Mapping[str, float]
    general_ranker: Mapping[str, float]
    confidence: Mapping[str, float]
    general_confidence: Mapping[str, float]
    zones: Mapping[str, float]

    def ranking(self, share: float) -> Mapping[str, float]:
        """What each signal of the ranker counts in a base that is of the genre by a share (0 to 1)."""
        return _between(self.ranker, self.general_ranker, share)

    def judging(self, share: float) -> Mapping[str, float]:
        """What each signal of the confidence counts in a base that is of the genre by a share (0 to 1)."""
        return _between(self.confidence, self.general_confidence, share)


def _between(genre: Mapping[str, float], general: Mapping[str, float], share: float) -> Mapping[str, float]:
    if share == 1.0:
        return genre
    return {name: share * value + (1 - share) * general[name] for name, value in genre.items()}


UNTRAINED = Weights(**HAND_SET)
"""The hand-set weights alone."""


def read_weights(path: Path) -> Weights:
    """Read a file of weights; raises WeightsInvalid with the reason."""
    try:
        return _weights(path, tomllib.loads(path.read_text(encoding="utf-8")))
    except OSError as error:
        raise WeightsInvalid(path, system_fault(error)) from error
    except ValueError as error:
        raise WeightsInvalid(path, toml_fault(error)) from error


@cache
def built_in() -> Weights:
    """The weights that come with the program, from `data/weights.toml`."""
    text = (files("knowledge") / "data" / "weights.toml").read_text(encoding="utf-8")
    return _weights(Path("weights.toml"), tomllib.loads(text))


def written(weights: Weights) -> str:
    """The weights as the text of a file, rounded to two decimals."""
    return "\n".join(
        f"[{table}]\n" + "".join(f"{name} = {getattr(weights, table)[name]:.2f}\n" for name in names)
        for table, names in HAND_SET.items()
    )


def _weights(path: Path, data: Mapping[str, Any]) -> Weights:
    tables = {name: _table(path, name, defaults, data.get(name, {})) for name, defaults in HAND_SET.items()}
    for name in ("ranker", "confidence"):
        if f"general_{name}" not in data:
            tables[f"general_{name}"] = tables[name]
    return Weights(**tables)


def _table(
    path: Path, table: str, defaults: Mapping[str, float], values: Mapping[str, Any]
) -> Mapping[str, float]:
    if unknown := sorted(set(values) - set(defaults)):
        raise WeightsInvalid(path, Note.of("weights.key", table=table, key=unknown[0]))
    for name, value in values.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise WeightsInvalid(path, Note.of("weights.number", table=table, key=name))
    return {**defaults, **{name: float(value) for name, value in values.items()}}
