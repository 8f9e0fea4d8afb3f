"""Which passages a search may give: those of some documents, and none of a document that is closed."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import dataclass

from cachetools import LRUCache

from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list

_MOST_KEPT = 1_000_000  # numbers of passages of all scopes together


@dataclass(frozen=True, slots=True)
class Scope:
    """The row numbers of the passages that are searched, None for all, and of those that are not."""

    inside: frozenset[int] | None
    shut: frozenset[int]

    def of(self, rows: Set[int]) -> Set[int]:
        """Those of some row numbers that are searched."""
        return (rows if self.inside is None else self.inside & rows) - self.shut


class ScopeReader:
    """Tells which passages are of some documents; what is read once is kept."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._numbers: LRUCache[tuple[str, ...], frozenset[int]] = LRUCache(_MOST_KEPT, len)

    def within(self, scope: Collection[str], closed: Collection[str]) -> Scope | None:
        """The passages of some documents (none: of all) but not of what is closed; None: all are."""
        if not scope and not closed:
            return None
        return Scope(self._numbers_of(scope) if scope else None, self._numbers_of(closed))

    def _numbers_of(self, documents: Collection[str]) -> frozenset[int]:
        key = tuple(sorted(documents))
        numbers = self._numbers.get(key)
        if numbers is None:
            sql = f"SELECT number FROM passages WHERE document {in_list(key)}"
            numbers = frozenset(number for (number,) in self._db.execute(sql, key))
            if len(numbers) <= _MOST_KEPT:
                self._numbers[key] = numbers
        return numbers
