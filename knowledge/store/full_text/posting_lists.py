"""The packed posting lists of a full-text index, as they are read: those of some terms, or of a small base all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import itemgetter

from knowledge.store.engine import Connection
from knowledge.store.full_text.postings import ENTRY
from knowledge.store.full_text.statistics import Packed
from knowledge.store.queries.placeholders import in_list

_SMALL = 2_000  # passages: some 40,000 lists, 8 MB
_OFTEN = 8  # times; who asks but once does not wait for all


class PostingLists:
    """Reads the posting lists of terms from a table; all of them where it is asked often and the base is small."""

    def __init__(self, db: Connection, table: str, passages: int) -> None:
        """Arguments: the database; the name of the index; how many passages it has."""
        self._db, self._table = db, f"{table}_postings"
        self._reads_left = _OFTEN if passages <= _SMALL else -1
        self._all: dict[str, Packed] | None = None

    def sizes(self, terms: Sequence[str]) -> dict[str, int]:
        """In how many passages some terms stand; those that stand in none are missing."""
        if (kept := self._kept()) is not None:
            return {term: sum(map(_size, kept[term])) for term in terms if term in kept}
        size = f"sum(length(packed)) / {ENTRY.size}"
        sql = f"SELECT term, {size} FROM {self._table} WHERE term {in_list(terms)} GROUP BY term"
        return {str(term): int(count) for term, count in self._db.execute(sql, terms)}

    def of(self, terms: Sequence[str]) -> Mapping[str, Packed]:
        """The lists of some terms; of those that stand nowhere there is none."""
        if (kept := self._kept()) is not None:
            return kept
        return self._read(f"WHERE term {in_list(terms)}", terms)

    def _kept(self) -> dict[str, Packed] | None:
        if self._reads_left == 0 and self._all is None:
            self._all = self._read("", ())
        self._reads_left -= 1
        return self._all

    def _read(self, where: str, parameters: Sequence[str]) -> dict[str, Packed]:
        sql = f"SELECT term, block, packed FROM {self._table} {where} ORDER BY term, block"
        rows = self._db.execute(sql, parameters)
        return {
            str(term): [(block, entries) for _, block, entries in of_it]
            for term, of_it in groupby(rows, key=itemgetter(0))
        }


def _size(packed: tuple[int, bytes]) -> int:
    return len(packed[1]) // ENTRY.size
