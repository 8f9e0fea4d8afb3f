"""Which passages a search may give: those of some documents, and none of a document that is closed."""

from __future__ import annotations

from collections.abc import Callable, Collection

from cachetools import LRUCache

from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list

_MOST_KEPT = 1_000_000  # numbers of passages of all scopes together


class ScopeReader:
    """Tells which passages are of some documents; what is read once is kept."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._numbers: LRUCache[tuple[str, ...], frozenset[int]] = LRUCache(_MOST_KEPT, len)

    def within(self, scope: Collection[str], closed: Collection[str]) -> Callable[[int], bool] | None:
        """Whether a passage, by its row number, is of a scope (none: all) and not of what is closed; None: all are."""
        if not scope and not closed:
            return None
        shut = self._numbers_of(closed)
        if not scope:
            return lambda number: number not in shut
        inside = self._numbers_of(scope)
        return lambda number: number in inside and number not in shut

    def _numbers_of(self, documents: Collection[str]) -> frozenset[int]:
        key = tuple(sorted(documents))
        numbers = self._numbers.get(key)
        if numbers is None:
            sql = f"SELECT number FROM passages WHERE document {in_list(key)}"
            numbers = frozenset(number for (number,) in self._db.execute(sql, key))
            if len(numbers) <= _MOST_KEPT:
                self._numbers[key] = numbers
        return numbers
