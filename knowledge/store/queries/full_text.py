"""Full-text search over the passages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlite_utils import Database

from knowledge.store.queries.placeholders import in_list


def best_matches(
    db: Database,
    table: str,
    terms: Iterable[str],
    weights: Sequence[float],
    limit: int,
    *,
    scope: Collection[str],
    closed: Collection[str],
) -> list[tuple[int, float]]:
    """The best passages for any of some terms by BM25 (S. Robertson, H. Zaragoza, 2009), as FTS5 computes it.

    Arguments: the full-text table; terms; the weights of its columns; how many to return; the ids of the documents to
    search, none for all; those of the documents to leave out. Returns row numbers with scores, higher is better.
    """
    # Each term is quoted, so no character of a question can be read as query syntax.
    match = " OR ".join('"' + term.replace('"', '""') + '"' for term in terms)
    if not match:
        return []
    score = f"-bm25({table}, {', '.join(str(weight) for weight in weights)})"
    passages = "SELECT number FROM passages WHERE document"
    # With its plus rowid is but compared: without it SQLite searches anew for each row of the scope.
    inside = f"AND +rowid IN ({passages} {in_list(scope)})" if scope else ""
    outside = f"AND +rowid NOT IN ({passages} {in_list(closed)})" if closed else ""
    rows = db.execute(
        f"SELECT rowid, {score} AS score FROM {table} WHERE {table} MATCH ? {inside} {outside} "
        "ORDER BY score DESC LIMIT ?",
        [match, *scope, *closed, limit],
    )
    return [(int(number), float(score)) for number, score in rows]
