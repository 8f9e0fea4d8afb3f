"""How alike a question and its candidates are in meaning, where the base has vectors and the extra is installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.semantics.encoder import encoder_of
from knowledge.semantics.vectors import Similarity, similarities
from knowledge.store.reader import Store


def similarities_of(store: Store, question: str, numbers: Sequence[int]) -> Mapping[int, Similarity]:
    """The similarities of a question and some passages by their numbers; none without vectors or the extra."""
    encoder = encoder_of(store.fact("encoder") or "")
    if encoder is None:
        return {}
    stored = store.vectors(numbers)
    return similarities(encoder.encode([question])[0], stored) if stored else {}
