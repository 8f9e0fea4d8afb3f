"""A full-text search by BM25 in SQL: for each term a row with the passages in which it stands.

What a term adds to the score of each passage is the same in every question, so it is reckoned once, when a generation is
made, to the figure as SQLite's search reckons it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from knowledge.store.postgresql.generations import Generation
from knowledge.store.postgresql.lines import Lines

_SCORES = (
    "SELECT p.number, sum(p.score) AS score FROM unnest(%(terms)s::text[]) WITH ORDINALITY AS asked (term, place) "
    "JOIN {table}_postings t ON t.term = asked.term "
    "CROSS JOIN LATERAL unnest(t.numbers, t.scores) AS p (number, score) GROUP BY p.number"
)
_BEST = f"{_SCORES} ORDER BY score DESC, number LIMIT %(limit)s"
_BEST_INSIDE = (
    f"SELECT h.number, h.score FROM ({_SCORES}) h JOIN passages p ON p.number = h.number "
    "WHERE (%(all)s OR p.document = ANY(%(scope)s)) AND p.document <> ALL(%(closed)s) "
    "ORDER BY h.score DESC, h.number LIMIT %(limit)s"
)
_FREQUENCIES = "SELECT term, frequency FROM {table}_postings WHERE term = ANY(%s)"
_OPEN = (
    "SELECT count(*) FROM (SELECT 1 FROM {table}_postings t CROSS JOIN LATERAL unnest(t.numbers) AS n (number) "
    "JOIN passages p ON p.number = n.number WHERE t.term = %s AND p.document <> ALL(%s) LIMIT %s) seen"
)


class PostingListSearch:
    """The posting lists of a generation."""

    def __init__(self, generation: Generation, lines: Lines) -> None:
        version = lines.ask("SHOW server_version").fetchall()[0][0]
        self.name = f"PostgreSQL {version}, BM25 in SQL, #{generation.number}"
        self.words = PostingListIndex(lines, "terms")
        self.sounds = PostingListIndex(lines, "sounds")


class PostingListIndex:
    """The posting lists of one full-text table, as `TermIndex` says."""

    def __init__(self, lines: Lines, table: str) -> None:
        self._lines = lines
        statements = (_BEST, _BEST_INSIDE, _FREQUENCIES, _OPEN)
        self._best, self._best_inside, self._frequencies, self._open = (
            sql.format(table=table) for sql in statements
        )

    def best(
        self, terms: Iterable[str], limit: int, scope: Collection[str], closed: Collection[str]
    ) -> list[tuple[int, float]]:
        """The best passages for any of some terms."""
        asked = {"terms": list(terms), "limit": limit}
        if not (scope or closed):
            return self._lines.ask(self._best, asked).fetchall()
        inside = {"all": not scope, "scope": list(scope), "closed": list(closed)}
        return self._lines.ask(self._best_inside, asked | inside).fetchall()

    def frequencies(self, terms: Sequence[str]) -> Mapping[str, int]:
        """In how many passages some terms stand."""
        return dict(self._lines.ask(self._frequencies, [list(terms)]).fetchall())

    def open_frequency(self, term: str, closed: Collection[str], most: int) -> int:
        """In how many passages of other documents a term stands, counted as far as `most`."""
        return int(self._lines.ask(self._open, [term, list(closed), most]).fetchall()[0][0])
