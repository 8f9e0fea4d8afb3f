"""What a term adds to the score of a passage by BM25 (S. Robertson and H. Zaragoza, 2009), to the figure as FTS5 computes it."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from knowledge.store.full_text.postings import BLOCK_BITS, ENTRY

K1, B = 1.2, 0.75
_LEAST_IDF = 1e-6  # of a term that stands in more than half of the passages

Postings: TypeAlias = "tuple[array[int], array[float]]"
"""The row numbers of the passages in which a term stands, and what it adds to the score of each."""
Packed: TypeAlias = "list[tuple[int, bytes]]"
"""The posting list of a term: the entries of each block."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """What scores are reckoned with: how many tokens each passage has by its number, 0 where there is none; how many
    passages there are; how many tokens they have on average; what a word counts in the first column, and in any other."""

    lengths: array[int]
    passages: int
    average: float
    weight: float
    weight_of_others: float

    def weighed(self, packed: Packed) -> Postings:
        """What a term adds to the score of each passage in which it stands."""
        rows, shares = array("q"), array("d")
        lengths, average, weight, weight_of_others = (
            self.lengths,
            self.average,
            self.weight,
            self.weight_of_others,
        )
        for block, entries in packed:
            for place, first, others in ENTRY.iter_unpack(entries):
                row = (block << BLOCK_BITS) + place
                often = times(first, others, weight, weight_of_others)
                rows.append(row)
                shares.append((often * (K1 + 1.0)) / (often + K1 * (1 - B + B * lengths[row] / average)))
        rarity = self.rarity(len(rows))
        return rows, array("d", [rarity * share for share in shares])

    def rarity(self, count: int) -> float:
        """The inverse document frequency of a term that stands in so many passages."""
        rarity = math.log((self.passages - count + 0.5) / (count + 0.5))
        return rarity if rarity > 0 else _LEAST_IDF


@cache
def times(first: int, others: int, weight: float, weight_of_others: float) -> float:
    """How often a term stands in a passage by the weights of the columns, added up one by one as FTS5 does."""
    often = 0.0
    for _ in range(first):
        often += weight
    for _ in range(others):
        often += weight_of_others
    return often
