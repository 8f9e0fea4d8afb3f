"""Which passages a search may give: those of some documents, and none of a document that is closed."""

from __future__ import annotations

from collections.abc import Callable, Collection

from cachetools import LRUCache
from sqlite_utils import Database

from knowledge.store.queries.placeholders import in_list

_MOST_KEPT = 64


class ScopeReader:
    """Tells which passages are of some documents; what is read once is kept."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._numbers: LRUCache[tuple[str, ...], frozenset[int]] = LRUCache(_MOST_KEPT)

    def within(self, scope: Collection[str], closed: Collection[str]) -> Callable[[int], bool] | None:
        """Whether a passage, by its row number, is of a scope (none: all) and not of what is closed; None: all are."""
        if not scope and not closed:
            return None
        shut = self._numbers_of(closed)
        if not scope:
            return lambda number: number not in shut
        return (self._numbers_of(scope) - shut).__contains__

    def _numbers_of(self, documents: Collection[str]) -> frozenset[int]:
        key = tuple(documents)
        if key not in self._numbers:
            sql = f"SELECT number FROM passages WHERE document {in_list(key)}"
            self._numbers[key] = frozenset(number for (number,) in self._db.execute(sql, key))
        return self._numbers[key]
