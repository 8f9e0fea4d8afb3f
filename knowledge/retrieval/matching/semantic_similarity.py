"""How alike a question and its candidates are in meaning, where the base has vectors and the extra is installed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.semantics.encoder import Encoder, encoder_of
from knowledge.semantics.vectors import Similarity, similarities
from knowledge.store.reader import Store


def similarities_of(store: Store, question: str, numbers: Sequence[int]) -> Mapping[int, Similarity]:
    """The similarities of a question and some passages by their numbers; none without vectors or the extra."""
    encoder = _encoder_of(store)
    if encoder is None:
        return {}
    stored = store.vectors(numbers)
    return similarities(encoder.encode([question])[0], stored) if stored else {}


def warm_up(store: Store) -> None:
    """Have the weights of the encoder read, where there is something to use it for."""
    if encoder := _encoder_of(store):
        encoder.encode(["健康"])


def _encoder_of(store: Store) -> Encoder | None:
    return encoder_of(store.fact("encoder") or "")
