"""Posting lists of a full-text table: in which passages a term stands, and how often, packed for reading at once.

SQLite's own lists are walked an occurrence at a time, which costs more than all the rest of a search in a large base.
Here one value holds what a term has in 65,536 passages: four bytes a passage, in the order of their numbers. A load adds
those that are new at the end, for no number is given twice, and takes those that have gone out of the values of their block.
"""

from __future__ import annotations

import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import groupby

from sqlite_utils import Database

ENTRY = struct.Struct("<HBB")
"""A passage: its number within its block, how often the term stands in the first column and in the others."""
_PLACE = struct.Struct("<H2x")
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
    """Bring the lists up to date with the passages that are there, and note the lengths of these."""
    for table in TABLES:
        listed, present = _listed_lengths(db, table), _lengths(db, table)
        were_and_are = enumerate(zip(listed, present, strict=False))
        if gone := [number for number, (was, now) in were_and_are if was and not now]:
            _take_out(db, table, gone)
        for block, lists in _new_lists(db, table, len(listed) - 1):
            _append(db, table, block, lists)
        _note_lengths(db, table, present)


def _listed_lengths(db: Database, table: str) -> array[int]:
    """How many tokens each passage has that is listed, by its number, 0 where there is none."""
    row = db.execute("SELECT packed FROM lengths WHERE name = ?", [table]).fetchone()
    return array("I", row[0] if row else bytes(4))


def _lengths(db: Database, table: str) -> array[int]:
    """The same of the passages that are there."""
    highest = db.execute(f"SELECT coalesce(max(id), 0) FROM {table}_docsize").fetchone()[0]
    lengths = array("I", bytes(4 * (max(last_number(db), highest) + 1)))
    for number, sizes in db.execute(f"SELECT id, sz FROM {table}_docsize"):
        lengths[number] = sum(_varints(sizes))
    return lengths


def _take_out(db: Database, table: str, gone: Iterable[int]) -> None:
    """Take some passages out of all lists."""
    by_block: dict[int, set[int]] = defaultdict(set)
    for number in gone:
        by_block[number >> BLOCK_BITS].add(number & _IN_BLOCK)
    shortened = []
    for term, block, packed in db.execute(f"SELECT term, block, packed FROM {table}_postings"):
        places = by_block.get(block)
        if places and not places.isdisjoint(place for (place,) in _PLACE.iter_unpack(packed)):
            shortened.append((_without(packed, places), term, block))
    db.conn.executemany(f"UPDATE {table}_postings SET packed = ? WHERE term = ? AND block = ?", shortened)
    db.execute(f"DELETE FROM {table}_postings WHERE packed = x''")


def _without(packed: bytes, places: Set[int]) -> bytes:
    return b"".join(ENTRY.pack(*entry) for entry in ENTRY.iter_unpack(packed) if entry[0] not in places)


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


def _note_lengths(db: Database, table: str, lengths: array[int]) -> None:
    """Note how many tokens each passage has, how many passages there are, and how many tokens in all."""
    passages = db.execute(f"SELECT count(*) FROM {table}_docsize").fetchone()[0]
    db.execute(
        "INSERT OR REPLACE INTO lengths (name, last, passages, tokens, packed) VALUES (?, ?, ?, ?, ?)",
        [table, len(lengths) - 1, passages, sum(lengths), lengths.tobytes()],
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
