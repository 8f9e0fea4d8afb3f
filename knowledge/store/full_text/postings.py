"""Posting lists: in which passages a term stands, and how often, packed for reading at once.

One value holds what a term has in 65,536 passages: four bytes a passage, in the order of their numbers. A load adds those
that are new at the end, for no number is given twice, and takes those that have gone out of the values of their block.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge.store.engine import Database

ENTRY = struct.Struct("<HBB")
"""A passage: its number within its block, how often the term stands in the first column and in the others."""
BLOCK_BITS = 16
MOST_TIMES = 255
TABLES = ("terms", "sounds")
_IN_BLOCK = (1 << BLOCK_BITS) - 1


class Lists(defaultdict[str, bytearray]):
    """The entries of terms in one block."""

    def __init__(self) -> None:
        super().__init__(bytearray)


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


class PostingsWriter:
    """Brings the posting lists of one table up to date; `write` writes down what is left."""

    def __init__(self, db: Database, table: str) -> None:
        self._db, self._table = db, table
        self._lengths = _listed_lengths(db, table)
        self._block, self._lists = 0, Lists()
        self._gone: set[int] = set()

    def add(self, number: int, first: str, others: str = "") -> None:
        """List a passage with a higher number than all before.

        Arguments: its number; the terms of its first column, and those of all others, with spaces between.
        """
        if number >> BLOCK_BITS != self._block:
            self._write_lists()
            self._block = number >> BLOCK_BITS
        ours, theirs = _tokens(first), _tokens(others)
        self._lengths.frombytes(bytes(self._lengths.itemsize * (number + 1 - len(self._lengths))))
        self._lengths[number] = len(ours) + len(theirs)
        _add(self._lists, number & _IN_BLOCK, Counter(ours), Counter(theirs))

    def remove(self, number: int) -> None:
        """Take a passage out, of which nothing is left in the tables."""
        self._gone.add(number)

    def write(self) -> None:
        """Write the lists, and the lengths of the passages that are there."""
        self._write_lists()
        if self._gone:
            _take_out(self._db, self._table, self._gone)
        for number in self._gone:
            self._lengths[number] = 0
        self._gone = set()
        passages = self._db.execute("SELECT count(*) FROM passages").fetchone()[0]
        self._db.execute(
            "INSERT OR REPLACE INTO lengths (name, last, passages, tokens, packed) VALUES (?, ?, ?, ?, ?)",
            [self._table, len(self._lengths) - 1, passages, sum(self._lengths), self._lengths.tobytes()],
        )

    def _write_lists(self) -> None:
        _append(self._db, self._table, self._block, self._lists)
        self._lists = Lists()


def are_complete(db: Database, table: str) -> bool:
    """Whether the lists of a table hold as many tokens of each passage as are noted of it."""
    noted = _listed_lengths(db, table)
    listed = array("I", bytes(noted.itemsize * len(noted)))
    for block, packed in db.execute(f"SELECT block, packed FROM {table}_postings"):
        for place, first, others in ENTRY.iter_unpack(packed):
            number = block << BLOCK_BITS | place
            if number >= len(listed):
                return False
            listed[number] += first + others
    capped = MOST_TIMES  # of a term that stands more often in a passage the lists say no more
    return all(have == was or capped < have < was for have, was in zip(listed, noted, strict=True))


def _listed_lengths(db: Database, table: str) -> array[int]:
    """How many tokens each passage has that is listed, by its number, 0 where there is none."""
    row = db.execute("SELECT packed FROM lengths WHERE name = ?", [table]).fetchone()
    return array("I", row[0] if row else bytes(4))


def _take_out(db: Database, table: str, gone: Iterable[int]) -> None:
    """Take some passages out of all lists."""
    by_block: dict[int, set[int]] = defaultdict(set)
    for number in gone:
        by_block[number >> BLOCK_BITS].add(number & _IN_BLOCK)
    shortened = []
    for term, block, packed in db.execute(f"SELECT term, block, packed FROM {table}_postings"):
        listed = _places(packed)
        if places := by_block.get(block, set()).intersection(listed):
            shortened.append((_without(packed, listed, places), term, block))
    db.conn.executemany(f"UPDATE {table}_postings SET packed = ? WHERE term = ? AND block = ?", shortened)
    db.execute(f"DELETE FROM {table}_postings WHERE packed = x''")


def _places(packed: bytes) -> array[int]:
    """The passages of a list, by their numbers within the block."""
    halves = array("H", packed)
    if sys.byteorder == "big":
        halves.byteswap()
    return halves[:: ENTRY.size // halves.itemsize]


def _without(packed: bytes, listed: Sequence[int], gone: Iterable[int]) -> bytes:
    """A list without some of its passages, each of which is looked up in the order of the numbers, for few of many go."""
    left = bytearray(packed)
    for place in sorted(gone, reverse=True):
        at = bisect_left(listed, place)
        del left[at * ENTRY.size : (at + 1) * ENTRY.size]
    return bytes(left)


def _tokens(terms: str) -> list[str]:
    """Terms as the tokenizer unicode61 of FTS5 cuts them: 3.5% is 3 and 5."""
    return terms.replace(".", " ").replace("%", " ").replace("‰", " ").split()


class _Entries(dict[tuple[int, int], bytes]):
    """The entry of a passage for how often a term stands in its first column and in the others: few are ever needed."""

    def __init__(self, place: int) -> None:
        self._place = place

    def __missing__(self, times: tuple[int, int]) -> bytes:
        first, others = times
        self[times] = entry = ENTRY.pack(self._place, min(first, MOST_TIMES), min(others, MOST_TIMES))
        return entry


def _add(lists: Lists, place: int, first: Mapping[str, int], others: Mapping[str, int]) -> None:
    """Add a passage to the lists of its terms, by how often they stand in its first column and in the others."""
    entries = _Entries(place)
    for term, times in first.items():
        lists[term] += entries[times, others.get(term, 0)]
    for term in others.keys() - first.keys():
        lists[term] += entries[0, others[term]]


def _append(db: Database, table: str, block: int, lists: Lists) -> None:
    db.conn.executemany(
        f"INSERT INTO {table}_postings (term, block, packed) VALUES (?, ?, ?) "
        "ON CONFLICT (term, block) DO UPDATE SET packed = CAST(packed || excluded.packed AS BLOB)",
        ((term, block, bytes(entries)) for term, entries in sorted(lists.items())),
    )
