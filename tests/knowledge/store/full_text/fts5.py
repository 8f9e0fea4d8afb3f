"""What FTS5 itself finds over the same terms: the peer of the full-text search."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from knowledge.store.files import open_database
from knowledge.store.full_text.postings import BLOCK_BITS, ENTRY

TOKENIZER = 'tokenize = "unicode61 remove_diacritics 0"'


def by_fts5(database: Path, table: str, terms: list[str]) -> list[tuple[int, float]]:
    """The numbers of the passages that hold any of some terms, with their scores, best first."""
    with closing(sqlite3.connect(":memory:")) as peer:
        peer.execute(f"CREATE VIRTUAL TABLE peer USING fts5(first, others, {TOKENIZER})")
        rows = [(number, *texts) for number, texts in texts_of(database, table).items()]
        peer.executemany("INSERT INTO peer (rowid, first, others) VALUES (?, ?, ?)", rows)
        match = " OR ".join(f'"{term}"' for term in terms)
        score = "-bm25(peer, 1.0, 0.35)"
        sql = f"SELECT rowid, {score} AS score FROM peer WHERE peer MATCH ? ORDER BY score DESC, rowid"
        return peer.execute(sql, [match]).fetchall()


def texts_of(database: Path, table: str) -> dict[int, tuple[str, str]]:
    """The terms of each passage in its first column, and in the others, in some order, by its number."""
    db = open_database(database)
    texts: dict[int, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for (number,) in db.execute("SELECT number FROM passages"):
        texts[number] = ([], [])
    for term, block, packed in db.execute(f"SELECT term, block, packed FROM {table}_postings"):
        for place, first, others in ENTRY.iter_unpack(packed):
            ours, theirs = texts[block << BLOCK_BITS | place]
            ours += [term] * first
            theirs += [term] * others
    return {number: (" ".join(ours), " ".join(theirs)) for number, (ours, theirs) in texts.items()}
