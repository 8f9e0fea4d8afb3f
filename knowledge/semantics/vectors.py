"""The vectors of a passage, one of the whole and one of each of its sentences, kept in a byte a dimension."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from statistics import fmean
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from knowledge.semantics.encoder import Array, Encoder

_LONGEST = 400  # characters of a passage: what stands further down its sentences tell
_MOST_SENTENCES = 12
_SHORTEST = 4  # characters of a sentence
_BATCH = 64  # passages that are encoded at once: a whole book of vectors would fill the memory
_STEPS = 127  # of a byte on either side of 0
_SENTENCE_END = re.compile(r"(?<=[。！？；\n])")


@dataclass(frozen=True, slots=True)
class Similarity:
    """How alike a question and a passage are in meaning, as cosines, and the question and the most alike sentence of it."""

    passage: float
    sentence: float


ORDINARY = Similarity(0.0, 0.0)
"""As alike as the candidates of a question are on average: of a passage that nothing is known of, too."""


def packed_vectors(encoder: Encoder, passages: Sequence[str]) -> list[bytes]:
    """The vectors of some passages, of each as bytes: of each vector a scale, and its dimensions in steps of it."""
    batches = (passages[start : start + _BATCH] for start in range(0, len(passages), _BATCH))
    return [packed for batch in batches for packed in _packed_batch(encoder, batch)]


def similarities(question: Array, stored: Mapping[int, bytes]) -> dict[int, Similarity]:
    """How much more alike a question and each of some passages are than it and all of them on average.

    Arguments: the vector of the question; the packed vectors of the passages by their numbers. What is common to all
    of them tells nothing of their order, and leaves their scores comparable to those of a base without vectors.
    """
    cosines = _cosines(question, stored)
    if not cosines:
        return {}
    passage = fmean(similarity.passage for similarity in cosines.values())
    sentence = fmean(similarity.sentence for similarity in cosines.values())
    return {
        number: Similarity(cosine.passage - passage, cosine.sentence - sentence)
        for number, cosine in cosines.items()
    }


def _packed_batch(encoder: Encoder, passages: Sequence[str]) -> list[bytes]:
    texts = [_texts(passage) for passage in passages]
    vectors = encoder.encode([text for of_passage in texts for text in of_passage])
    ends = accumulate(map(len, texts))
    return [
        _packed(vectors[end - len(of_passage) : end]) for of_passage, end in zip(texts, ends, strict=True)
    ]


def _texts(passage: str) -> list[str]:
    """A passage and its sentences; one of a single sentence once."""
    sentences = [part for part in _SENTENCE_END.split(passage) if len(part.strip()) >= _SHORTEST]
    return [passage[:_LONGEST], *(sentences[:_MOST_SENTENCES] if len(sentences) > 1 else ())]


def _record(dimensions: int) -> Any:
    """The layout of a packed vector, the same on every machine."""
    import numpy

    return numpy.dtype([("scale", "<f4"), ("steps", "i1", (dimensions,))])


def _packed(vectors: Array) -> bytes:
    import numpy

    record = numpy.zeros(len(vectors), _record(vectors.shape[1]))
    record["scale"] = scales = numpy.abs(vectors).max(axis=1) / _STEPS
    record["steps"] = numpy.rint(vectors / scales[:, None])
    return record.tobytes()


def _cosines(question: Array, stored: Mapping[int, bytes]) -> dict[int, Similarity]:
    """How alike a question and each of some passages are, the vectors of all of them multiplied at once."""
    import numpy

    layout = _record(len(question))
    vectors = numpy.frombuffer(b"".join(stored.values()), layout)
    products = numpy.einsum(
        "ij,j->i", vectors["steps"].astype("f4"), question
    )  # no BLAS, whose threads cost more
    cosines = (products * vectors["scale"]).tolist()
    counts = [len(packed) // layout.itemsize for packed in stored.values()]
    ends = accumulate(counts)
    return {
        number: Similarity(cosines[end - count], max(cosines[end - count + (count > 1) : end]))
        for number, count, end in zip(stored, counts, ends, strict=True)
    }
