"""Full-text search over the passages by BM25 (S. Robertson and H. Zaragoza, 2009), to the figure as FTS5 computes it.

FTS5 walks the posting lists of all terms of a question anew for each search. Here what a term adds to the score of each
passage is reckoned once and kept, for it is the same in every question.
"""

from __future__ import annotations

import heapq
import math
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list

_K1, _B = 1.2, 0.75
_LEAST_IDF = 1e-6  # of a term that stands in more than half of the passages
_MOST_KEPT = 500_000  # places of terms, 16 bytes each
_MOST_LENGTHS = 200_000  # passages
_AT_ONCE = 30_000  # values that one statement may be given

Postings: TypeAlias = "tuple[array[int], array[float]]"
"""The row numbers of the passages in which a term stands, and what it adds to the score of each."""


class FullTextIndex:
    """One full-text table: which passages hold any of some terms, the best first."""

    def __init__(self, db: Connection, table: str, weights: Mapping[str, float]) -> None:
        """Arguments: the database; the table; the weights of its columns."""
        self._db, self._table, self._weights = db, table, weights
        self._postings: dict[str, Postings] = {}
        self._places = 0  # in all of these
        self._lengths: dict[int, int] = {}
        self._last: tuple[list[str], dict[int, float]] = ([], {})
        self._instances = f"temp.{table}_instances"
        db.execute(f"CREATE VIRTUAL TABLE {self._instances} USING fts5vocab('main', '{table}', 'instance')")

    def best(
        self, terms: Iterable[str], limit: int, may_answer: Callable[[int], bool] | None = None
    ) -> list[tuple[int, float]]:
        """The best passages for any of some terms.

        Arguments: terms; how many to return; which row numbers are searched, None for all. Returns row numbers with
        scores, higher is better, of equal ones the lower number first.
        """
        scores = self._scores(list(terms))
        if may_answer:
            scores = {row: score for row, score in scores.items() if may_answer(row)}
        least = min(heapq.nlargest(limit, scores.values()), default=0.0)
        good = [(row, score) for row, score in scores.items() if score >= least]
        return sorted(good, key=lambda hit: (-hit[1], hit[0]))[:limit]

    def every(self) -> Iterator[tuple[str, Postings]]:
        """The postings of every term, in the order of the terms; nothing of it is kept."""
        sizes = self._db.execute(f"SELECT id, sz FROM {self._table}_docsize")
        lengths = {row: sum(_varints(size)) for row, size in sizes}
        places = self._db.execute(f"SELECT term, doc, col FROM {self._instances}")
        for term, of_term in groupby(places, key=itemgetter(0)):
            frequencies: dict[int, float] = {}
            for _, row, column in of_term:
                frequencies[row] = frequencies.get(row, 0.0) + self._weights[column]
            yield term, self._weighed(frequencies, lengths)

    def _scores(self, terms: list[str]) -> dict[int, float]:
        """The score of each passage that holds any of some terms; those of the last terms are kept."""
        if terms != self._last[0]:
            self._learn(terms)
            scores: dict[int, float] = {}
            for term in terms:
                for row, score in zip(*self._postings[term], strict=True):
                    scores[row] = scores.get(row, 0.0) + score
            self._last = terms, scores
        return self._last[1]

    def _learn(self, terms: Sequence[str]) -> None:
        if self._places > _MOST_KEPT:
            self._postings.clear()
            self._places = 0
        if new := [term for term in terms if term not in self._postings]:
            frequencies = self._frequencies(new)
            lengths = self._lengths_of({row for of_term in frequencies.values() for row in of_term})
            self._postings |= {term: self._weighed(frequencies[term], lengths) for term in new}
            self._places += sum(map(len, frequencies.values()))

    def _frequencies(self, terms: Sequence[str]) -> dict[str, dict[int, float]]:
        """How often each of some terms stands in which passages, by the weights of the columns."""
        frequencies: dict[str, dict[int, float]] = {term: {} for term in terms}
        sql = f"SELECT term, doc, col FROM {self._instances} WHERE term {in_list(terms)}"
        for term, row, column in self._db.execute(sql, terms):
            of_term = frequencies[term]
            of_term[row] = of_term.get(row, 0.0) + self._weights[column]
        return frequencies

    def _weighed(self, frequencies: Mapping[int, float], lengths: Mapping[int, int]) -> Postings:
        """What a term adds to the score of each passage in which it stands."""
        rows, tokens = self._totals
        count, average = len(frequencies), tokens / max(rows, 1)
        rarity = math.log((rows - count + 0.5) / (count + 0.5))
        weight = rarity if rarity > 0 else _LEAST_IDF
        scores = (
            weight * ((often * (_K1 + 1.0)) / (often + _K1 * (1 - _B + _B * lengths[row] / average)))
            for row, often in frequencies.items()
        )
        return array("q", frequencies), array("d", scores)

    @cached_property
    def _totals(self) -> tuple[int, int]:
        """How many passages there are, and how many tokens in all of them."""
        (block,) = self._db.execute(f"SELECT block FROM {self._table}_data WHERE id = 1").fetchone()
        rows, *tokens = _varints(block)
        return rows, sum(tokens)

    def _lengths_of(self, rows: Collection[int]) -> dict[int, int]:
        """How many tokens each of some passages has."""
        if len(self._lengths) > _MOST_LENGTHS:
            self._lengths.clear()
        new = [row for row in rows if row not in self._lengths]
        for start in range(0, len(new), _AT_ONCE):
            part = new[start : start + _AT_ONCE]
            sql = f"SELECT id, sz FROM {self._table}_docsize WHERE id {in_list(part)}"
            self._lengths |= {row: sum(_varints(sizes)) for row, sizes in self._db.execute(sql, part)}
        return self._lengths


def _varints(block: bytes) -> list[int]:
    """The numbers of a block as SQLite packs them: seven bits a byte, the highest first, the last without the eighth."""
    numbers, number = [], 0
    for byte in block:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return numbers
