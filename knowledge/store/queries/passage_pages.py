"""The passages of documents in the order of the text, read by the page; what is read once is kept."""

from __future__ import annotations

from collections.abc import Iterator

from cachetools import LRUCache

from knowledge.store.engine import Connection
from knowledge.store.queries.reading import iterate_rows
from knowledge.store.records import StoredPassage
from knowledge.store.rows import PASSAGE_COLUMNS, passage_of

PAGE = 16  # passages
_MOST_KEPT = 128  # pages
_SQL = f"SELECT {PASSAGE_COLUMNS} FROM passages WHERE document = ? AND position BETWEEN ? AND ? ORDER BY position"


class PassagePages:
    """Reads the passages of one version of a knowledge base that stand near one another.

    What stands around an answer is looked at for each that is read, so the same pages are asked for again and again.
    """

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._kept: LRUCache[tuple[str, int], tuple[StoredPassage, ...]] = LRUCache(_MOST_KEPT)

    def between(self, document: str, first: int, last: int) -> Iterator[StoredPassage]:
        """The passages of a document from one place to another, both included, in the order of the text."""
        for page in range(max(first, 0) // PAGE, last // PAGE + 1):
            for passage in self._page(document, page):
                if first <= passage.position <= last:
                    yield passage

    def _page(self, document: str, page: int) -> tuple[StoredPassage, ...]:
        passages = self._kept.get((document, page))
        if passages is None:
            first = page * PAGE
            rows = iterate_rows(self._db, _SQL, [document, first, first + PAGE - 1])
            passages = self._kept[document, page] = tuple(map(passage_of, rows))
        return passages
