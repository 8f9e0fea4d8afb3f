"""Posting lists of a full-text table: in which passages a term stands, and how often, packed for reading at once.

SQLite's own lists are walked an occurrence at a time, which costs more than all the rest of a search in a large base.
Here one value holds what a term has in 65,536 passages: four bytes a passage, in the order of their numbers. Values are only added
to: a passage that has gone is told by its length, which is 0, and no number is given twice. When more than half of what they hold
has gone they are written anew.
"""

from __future__ import annotations

import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from sqlite_utils import Database

ENTRY = struct.Struct("<HBB")
"""A passage: its number within its block, how often the term stands in the first column and in the others."""
BLOCK_BITS = 16
MOST_TIMES = 255
TABLES = ("terms", "sounds")
_IN_BLOCK = (1 << BLOCK_BITS) - 1

Lists = dict[str, bytearray]
"""The entries of terms in one block."""


def create_postings(db: Database) -> None:
    """Make the tables of the posting lists."""
    for table in TABLES:
        db.execute(
            f"CREATE TABLE {table}_postings (term TEXT, block INTEGER, packed BLOB, PRIMARY KEY (term, block)) WITHOUT ROWID"
        )
    db.execute(
        "CREATE TABLE lengths (name TEXT PRIMARY KEY, last INTEGER, passages INTEGER, tokens INTEGER, packed BLOB)"
    )


def last_number(db: Database) -> int:
    """The highest number that a passage has had; it is never given again."""
    noted = db.execute("SELECT coalesce(max(last), 0) FROM lengths").fetchone()[0]
    present = db.execute("SELECT coalesce(max(number), 0) FROM passages").fetchone()[0]
    return max(int(noted), int(present))


def update_postings(db: Database) -> None:
    """Add the passages that are new to the lists, and note the lengths of all that are there."""
    for table in TABLES:
        last = _last_listed(db, table)
        present, before = _counts(db, table, last)
        if before < last / 2:  # most of what is listed has gone
            db.execute(f"DELETE FROM {table}_postings")
            last = 0
        for block, lists in _new_lists(db, table, last):
            _append(db, table, block, lists)
        _note_lengths(db, table, present)


def _last_listed(db: Database, table: str) -> int:
    row = db.execute("SELECT last FROM lengths WHERE name = ?", [table]).fetchone()
    return int(row[0]) if row else 0


def _counts(db: Database, table: str, last: int) -> tuple[int, int]:
    """How many passages there are, and how many of them were listed before."""
    sql = f"SELECT count(*), count(CASE WHEN id <= ? THEN 1 END) FROM {table}_docsize"
    present, before = db.execute(sql, [last]).fetchone()
    return int(present), int(before)


def _new_lists(db: Database, table: str, last: int) -> Iterator[tuple[int, Lists]]:
    """The lists of the passages with higher numbers, a block at a time."""
    columns = "id, c0, c1 || ' ' || c2" if table == "terms" else "id, c0, ''"
    rows = db.execute(f"SELECT {columns} FROM {table}_content WHERE id > ? ORDER BY id", [last])
    for block, passages in groupby(rows, key=lambda row: int(row[0]) >> BLOCK_BITS):
        lists: Lists = defaultdict(bytearray)
        for number, first, others in passages:
            _add(lists, number & _IN_BLOCK, Counter(_tokens(first)), Counter(_tokens(others)))
        yield block, lists


def _tokens(terms: str) -> list[str]:
    """Terms as FTS5 cuts them: 3.5% is 3 and 5."""
    return terms.replace(".", " ").replace("%", " ").replace("‰", " ").split()


def _add(lists: Lists, place: int, first: Mapping[str, int], others: Mapping[str, int]) -> None:
    """Add a passage to the lists of its terms, by how often they stand in its first column and in the others."""
    for term, times in first.items():
        lists[term] += ENTRY.pack(place, min(times, MOST_TIMES), min(others.get(term, 0), MOST_TIMES))
    for term in others.keys() - first.keys():
        lists[term] += ENTRY.pack(place, 0, min(others[term], MOST_TIMES))


def _append(db: Database, table: str, block: int, lists: Lists) -> None:
    db.conn.executemany(
        f"INSERT INTO {table}_postings (term, block, packed) VALUES (?, ?, ?) "
        "ON CONFLICT (term, block) DO UPDATE SET packed = CAST(packed || excluded.packed AS BLOB)",
        ((term, block, bytes(entries)) for term, entries in sorted(lists.items())),
    )


def _note_lengths(db: Database, table: str, passages: int) -> None:
    """Note how many tokens each passage has by its number, 0 where there is none, and how many in all."""
    highest = db.execute(f"SELECT coalesce(max(id), 0) FROM {table}_docsize").fetchone()[0]
    last, tokens = max(last_number(db), highest), 0
    lengths = array("I", bytes(4 * (last + 1)))
    for number, sizes in db.execute(f"SELECT id, sz FROM {table}_docsize"):
        lengths[number] = sum(_varints(sizes))
        tokens += lengths[number]
    db.execute(
        "INSERT OR REPLACE INTO lengths (name, last, passages, tokens, packed) VALUES (?, ?, ?, ?, ?)",
        [table, last, passages, tokens, lengths.tobytes()],
    )


def _varints(block: Iterable[int]) -> list[int]:
    """The numbers of a block as SQLite packs them: seven bits a byte, the highest first, the last without the eighth."""
    numbers, number = [], 0
    for byte in block:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return numbers
