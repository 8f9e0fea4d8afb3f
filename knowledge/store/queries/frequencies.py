"""In how many passages terms stand: document frequencies, as the full-text index counts them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from knowledge.store.queries.placeholders import in_list

_MOST_KEPT = 100_000


class Frequencies:
    """The document frequencies of one full-text table; what is looked up once is kept."""

    def __init__(self, db: Database, table: str) -> None:
        self._db = db
        self._vocabulary = f"temp.{table}_vocabulary"
        self._counts: dict[str, int] = {}
        self._db.execute(f"CREATE VIRTUAL TABLE {self._vocabulary} USING fts5vocab('main', '{table}', 'row')")

    def of(self, term: str) -> int:
        """In how many passages a term stands."""
        if term not in self._counts:
            self.learn([term])
        return self._counts[term]

    def learn(self, terms: Iterable[str]) -> None:
        """Look up many terms at once."""
        new_terms = [term for term in dict.fromkeys(terms) if term not in self._counts]
        if not new_terms:
            return
        if len(self._counts) > _MOST_KEPT:
            self._counts.clear()
        self._counts |= dict.fromkeys(new_terms, 0)
        rows = self._db.execute(
            f"SELECT term, doc FROM {self._vocabulary} WHERE term {in_list(new_terms)}", new_terms
        )
        self._counts |= {str(term): int(count) for term, count in rows}
