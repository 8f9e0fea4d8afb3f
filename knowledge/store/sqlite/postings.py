"""Posting lists of a full-text table: in which passages a term stands, and how often, packed for reading at once.

SQLite's own lists are walked an occurrence at a time, which costs more than all the rest of a search in a large base.
Here one value holds what a term has in 65,536 passages: four bytes a passage, in the order of their numbers. Values are only added
to: a passage that has gone is told by its length, which is 0, and no number is given twice. When more than half of what they hold
has gone they are written anew.
"""

from __future__ import annotations

import re
import struct
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlite_utils import Database

ENTRY = struct.Struct("<HBB")
"""A passage: its number within its block, how often the term stands in the first column and in the others."""
BLOCK_BITS = 16
MOST_TIMES = 255
TABLES = ("terms", "sounds")
_AT_ONCE = 1 << 15  # passages whose lists are in memory
_TOKEN = re.compile(r"[^\s.%‰]+")  # as FTS5 cuts the terms of the analyzer: 3.5% is 3 and 5

Lists = dict[tuple[str, int], bytearray]
"""The entries of a term in a block."""


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
        for lists in _new_lists(db, table, last):
            _append(db, table, lists)
        _note_lengths(db, table, present)


def _last_listed(db: Database, table: str) -> int:
    row = db.execute("SELECT last FROM lengths WHERE name = ?", [table]).fetchone()
    return int(row[0]) if row else 0


def _counts(db: Database, table: str, last: int) -> tuple[int, int]:
    """How many passages there are, and how many of them were listed before."""
    sql = f"SELECT count(*), count(CASE WHEN id <= ? THEN 1 END) FROM {table}_docsize"
    present, before = db.execute(sql, [last]).fetchone()
    return int(present), int(before)


def _new_lists(db: Database, table: str, last: int) -> Iterator[Lists]:
    """The lists of the passages with higher numbers, some at a time."""
    others = ("c1", "c2") if table == "terms" else ()
    columns = ", ".join(("id", "c0", *others))
    lists: Lists = defaultdict(bytearray)
    rows = db.execute(f"SELECT {columns} FROM {table}_content WHERE id > ? ORDER BY id", [last])
    for count, (number, *texts) in enumerate(rows, 1):
        _add(lists, number, *texts)
        if count % _AT_ONCE == 0:
            yield lists
            lists = defaultdict(bytearray)
    yield lists


def _add(lists: Lists, number: int, first: str, *others: str) -> None:
    """Add the terms of a passage to the lists."""
    block, place = number >> BLOCK_BITS, number & (1 << BLOCK_BITS) - 1
    in_first = Counter(_TOKEN.findall(first))
    in_others = Counter(_TOKEN.findall(" ".join(others)))
    for term in in_first | in_others:
        times = min(in_first[term], MOST_TIMES), min(in_others[term], MOST_TIMES)
        lists[term, block] += ENTRY.pack(place, *times)


def _append(db: Database, table: str, lists: Mapping[tuple[str, int], bytes | bytearray]) -> None:
    db.conn.executemany(
        f"INSERT INTO {table}_postings (term, block, packed) VALUES (?, ?, ?) "
        "ON CONFLICT (term, block) DO UPDATE SET packed = CAST(packed || excluded.packed AS BLOB)",
        ((term, block, bytes(entries)) for (term, block), entries in sorted(lists.items())),
    )


def _note_lengths(db: Database, table: str, passages: int) -> None:
    """Note how many tokens each passage has by its number, 0 where there is none, and how many in all."""
    last, tokens = last_number(db), 0
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
