"""The arithmetic of a search over many places, by numpy; the figures are those of reckoning one by one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy

from knowledge.store.full_text.postings import BLOCK_BITS, MOST_TIMES
from knowledge.store.full_text.scopes import Scope
from knowledge.store.full_text.statistics import K1, B, Packed, Postings, Statistics

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ENTRY = numpy.dtype([("place", "<u2"), ("first", "u1"), ("others", "u1")])


def weighed(lists: Sequence[Packed], statistics: Statistics) -> list[Postings]:
    """What terms add to the scores of the passages in which they stand, by their posting lists."""
    blocks = [(term, *packed) for term, of_term in enumerate(lists) for packed in of_term]
    counts = [len(packed) // _ENTRY.itemsize for _, _, packed in blocks]
    entries = numpy.frombuffer(b"".join(packed for _, _, packed in blocks), _ENTRY)
    rows = numpy.repeat([block << BLOCK_BITS for _, block, _ in blocks], counts) + entries["place"]
    terms = numpy.repeat([term for term, _, _ in blocks], counts)
    sizes = numpy.frombuffer(statistics.lengths, "u4")[rows]
    often = _times(statistics.weight, statistics.weight_of_others)[entries["first"], entries["others"]]
    shares = (often * (K1 + 1.0)) / (often + K1 * (1 - B + B * sizes / statistics.average))
    stand = numpy.bincount(terms, minlength=len(lists))
    scores = numpy.array([statistics.rarity(int(count)) for count in stand])[terms] * shares
    ends = numpy.cumsum(stand).tolist()
    stretches = zip([0, *ends], ends, strict=False)
    return [(_array("q", rows[start:end]), _array("d", scores[start:end])) for start, end in stretches]


def _array(code: str, values: NDArray[Any]) -> array[Any]:
    made = array(code)
    made.frombytes(values.tobytes())
    return made


@cache
def _times(weight: float, weight_of_others: float) -> NDArray[numpy.float64]:
    """How often a term stands in a passage by the weights of the columns, by how often in the first and in the others."""
    times = numpy.empty((MOST_TIMES + 1, MOST_TIMES + 1))
    times[:, 0] = numpy.arange(MOST_TIMES + 1) * weight
    for others in range(MOST_TIMES):
        times[:, others + 1] = times[:, others] + weight_of_others
    return times


class BulkScores:
    """The scores of passages by number."""

    def __init__(self, rows: NDArray[numpy.int64], scores: NDArray[numpy.float64]) -> None:
        self._rows, self._scores = rows, scores

    @classmethod
    def adding(cls, lists: Sequence[Postings]) -> BulkScores:
        """The sum of what terms add, term by term."""
        rows = numpy.concatenate([numpy.frombuffer(rows, "q") for rows, _ in lists if rows])
        scores = numpy.concatenate([numpy.frombuffer(scores, "d") for rows, scores in lists if rows])
        # A sum for each passage that is listed, not for each of a large base: a sixth of the time in a million.
        listed, place = numpy.unique(rows, return_inverse=True)
        sums = numpy.bincount(place, weights=scores).astype(numpy.float64, copy=False)
        return cls(listed.astype(numpy.int64, copy=False), sums)

    def best(self, limit: int, scope: Scope | None) -> list[tuple[int, float]]:
        """The best passages of a scope, of equal ones the lower number first."""
        inside = slice(None) if scope is None else self._inside(scope)
        rows, scores = self._rows[inside], self._scores[inside]
        if len(rows) > limit:
            good = scores >= numpy.partition(scores, -limit)[-limit]
            rows, scores = rows[good], scores[good]
        order = numpy.lexsort((rows, -scores))[:limit]
        return list(zip(rows[order].tolist(), scores[order].tolist(), strict=True))

    def _inside(self, scope: Scope) -> NDArray[numpy.bool_]:
        inside = numpy.ones(len(self._rows), dtype=bool)
        if scope.inside is not None:
            inside &= numpy.isin(self._rows, list(scope.inside))
        if scope.shut:
            inside &= ~numpy.isin(self._rows, list(scope.shut))
        return inside
