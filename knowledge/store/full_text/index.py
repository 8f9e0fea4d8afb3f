"""Full-text search over the passages by BM25 (S. Robertson and H. Zaragoza, 2009), to the figure as FTS5 computes it.

What a term adds to the score of each passage is reckoned once from its posting list and kept, for it is the same in every
question. Where there are many places numpy reckons (`bulk`), in the same order of the same operations, so that the figures
are the same; a small base needs it not, and it takes a tenth of a second to import.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from knowledge.store.engine import Connection
from knowledge.store.full_text.posting_lists import PostingLists
from knowledge.store.full_text.postings import ENTRY
from knowledge.store.full_text.scopes import Scope
from knowledge.store.full_text.statistics import Packed, Postings, Statistics

if TYPE_CHECKING:
    from knowledge.store.full_text.bulk import BulkScores

_MOST_KEPT = 500_000  # places of terms, 16 bytes each
_MANY = 4_000  # places; from so many on numpy is worth its import


class FullTextIndex:
    """One full-text index: which passages hold any of some terms, the best first."""

    def __init__(self, db: Connection, table: str, weights: Mapping[str, float]) -> None:
        """Arguments: the database; the table; the weights of its columns, all but the first of which weigh the same."""
        self._db, self._table = db, table
        self._weights = tuple(weights.values())
        self._postings: dict[str, Postings] = {}
        self._places = 0  # in all of these
        self._last: tuple[list[str], SmallScores | BulkScores] = ([], SmallScores({}))

    def best(self, terms: Iterable[str], limit: int, scope: Scope | None = None) -> list[tuple[int, float]]:
        """The best passages for any of some terms.

        Arguments: terms; how many to return; which passages are searched, None for all. Returns row numbers with
        scores, higher is better, of equal ones the lower number first.
        """
        return self._scores(list(terms)).best(limit, scope)

    def rows(self, term: str) -> Sequence[int]:
        """The row numbers of the passages in which a term stands."""
        self._learn([term])
        return self._postings[term][0]

    def frequencies(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages some terms stand; those that stand in none are missing."""
        return self._lists.sizes(terms)

    def _scores(self, terms: list[str]) -> SmallScores | BulkScores:
        """The score of each passage that holds any of some terms; those of the last terms are kept."""
        if terms != self._last[0]:
            self._learn(terms)
            lists = [self._postings[term] for term in terms]
            self._last = terms, self._added(lists)
        return self._last[1]

    def _added(self, lists: Sequence[Postings]) -> SmallScores | BulkScores:
        if sum(len(rows) for rows, _ in lists) < _MANY:
            return SmallScores.adding(lists)
        from knowledge.store.full_text.bulk import BulkScores

        return BulkScores.adding(lists)

    def _learn(self, terms: Sequence[str]) -> None:
        if self._places > _MOST_KEPT:
            self._postings.clear()
            self._places = 0
        if new := [term for term in terms if term not in self._postings]:
            packed = self._lists.of(new)
            lists = self._weighed([packed.get(term, []) for term in new])
            self._postings |= zip(new, lists, strict=True)
            self._places += sum(len(rows) for rows, _ in lists)

    def _weighed(self, lists: Sequence[Packed]) -> list[Postings]:
        """What terms add to the scores of the passages in which they stand."""
        places = sum(len(entries) for packed in lists for _, entries in packed) // ENTRY.size
        if places < _MANY:
            return [self._statistics.weighed(packed) for packed in lists]
        from knowledge.store.full_text.bulk import weighed

        return weighed(lists, self._statistics)

    @cached_property
    def _lists(self) -> PostingLists:
        return PostingLists(self._db, self._table, self._statistics.passages)

    @cached_property
    def _statistics(self) -> Statistics:
        sql = "SELECT packed, passages, tokens FROM lengths WHERE name = ?"
        packed, passages, tokens = self._db.execute(sql, [self._table]).fetchone() or (b"", 0, 0)
        return Statistics(
            array("I", packed), passages, tokens / max(passages, 1), self._weights[0], self._weights[-1]
        )


class SmallScores:
    """The scores of passages by number."""

    def __init__(self, scores: dict[int, float]) -> None:
        self._scores = scores

    @classmethod
    def adding(cls, lists: Iterable[Postings]) -> SmallScores:
        """The sum of what terms add."""
        scores: dict[int, float] = {}
        for postings in lists:
            for row, score in zip(*postings, strict=True):
                scores[row] = scores.get(row, 0.0) + score
        return cls(scores)

    def best(self, limit: int, scope: Scope | None) -> list[tuple[int, float]]:
        """The best passages of a scope, of equal ones the lower number first."""
        scores = self._scores
        if scope is not None:
            scores = {row: scores[row] for row in scope.of(scores.keys())}
        least = min(heapq.nlargest(limit, scores.values()), default=0.0)
        good = [(row, score) for row, score in scores.items() if score >= least]
        return sorted(good, key=lambda hit: (-hit[1], hit[0]))[:limit]
