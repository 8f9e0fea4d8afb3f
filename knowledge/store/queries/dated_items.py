"""The deadlines and targets of passages; what is read once is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TypeVar

from cachetools import LRUCache

from knowledge.deadlines.deadlines import Deadline
from knowledge.store.engine import Connection
from knowledge.store.queries.placeholders import in_list
from knowledge.store.queries.reading import read_rows
from knowledge.store.rows import Row, deadline_of, target_of
from knowledge.targets.targets import Target

T = TypeVar("T")
_MOST_KEPT = 2_000  # passages


@dataclass(frozen=True, slots=True)
class DatedItems:
    """The deadlines and the targets of a passage, each in the order of the text."""

    deadlines: tuple[Deadline, ...]
    targets: tuple[Target, ...]


class DatedItemReader:
    """Reads the deadlines and targets of passages of one version of a knowledge base."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._kept: LRUCache[str, DatedItems] = LRUCache(_MOST_KEPT)

    def of(self, passages: Collection[str]) -> dict[str, DatedItems]:
        """Those of some passages, by passage."""
        known = {passage: self._kept[passage] for passage in passages if passage in self._kept}
        new = [passage for passage in passages if passage not in known]
        read = self._read(new) if new else {}
        self._kept.update(read)
        return known | read

    def _read(self, passages: Collection[str]) -> dict[str, DatedItems]:
        deadlines = self._by_passage("deadlines", passages, deadline_of)
        targets = self._by_passage("targets", passages, target_of)
        return {
            passage: DatedItems(tuple(deadlines.get(passage, ())), tuple(targets.get(passage, ())))
            for passage in passages
        }

    def _by_passage(
        self, table: str, passages: Collection[str], item_of: Callable[[Row], T]
    ) -> dict[str, list[T]]:
        where = f"WHERE passage {in_list(passages)} ORDER BY sentence_start, rowid"
        items: dict[str, list[T]] = {}
        for row in read_rows(self._db, f"SELECT * FROM {table} {where}", list(passages)):
            items.setdefault(row["passage"], []).append(item_of(row))
        return items
