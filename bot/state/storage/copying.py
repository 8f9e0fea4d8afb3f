"""Moving what people made from one database to another, in either direction: all of it or nothing, and compared."""

from __future__ import annotations

from collections.abc import Mapping

from bot.errors import StateCopyRefused
from bot.state.storage.database import Row, StateDatabase, Transaction

# Every table, with the columns in whose order its rows are read and written: where rows are numbered or have an order
# of their own that is kept.
TABLES: Mapping[str, str] = {
    "scopes": "chat",
    "languages": "person",
    "questions": "id",
    "answers": "chat, message",
    "votes": "person, chat, message",
    "favourites": "rowid",
    "appointments": "person",
    "audit": "id",
    "pending": "key",
    "preferences": "chat",
    "lessons": "place",
    "synonyms": "place",
    "edits": "pair",
    "dismissals": "text",
    "dialogues": "person",
    "subscriptions": "id",
    "reminders": "id",
    "reminded": "rowid",
    "marks": "id",
    "inbox": "id",
    "taken": "id",
    "unsure": "chat",
    "lasting_ids": "rowid",
    "moved_chats": "chat",
    "scheduled": "id",
    "watches": "id",
    "watched": "rowid",
    "known_files": "path",
    "validity_told": "chat, key",
    "homes": "chat",
    "remembered": "chat, kind, key",
    "counted": "name, key, at",
}
AT_ONCE = 2000  # rows that are read and written together
NUL, REPLACEMENT = "\0", "\N{REPLACEMENT CHARACTER}"  # PostgreSQL keeps no NUL


def copy(source: StateDatabase, target: StateDatabase) -> dict[str, int]:
    """Copies every table into an empty database, and says how many rows each has.

    It is the source as it stands at one moment, whoever goes on writing. Raises StateCopyRefused where the target is not empty, or where what was
    written reads otherwise than what was copied: then nothing is written.
    """
    with source.snapshot() as original, target.writing(repeatable=True) as written:
        for table in TABLES:
            if written.rows(f"SELECT 1 AS there FROM {table} LIMIT 1"):
                raise StateCopyRefused("occupied", table=table)
        counts = {table: _copy_table(original, written, table) for table in TABLES}
        for table, number in source.last_numbers().items():
            written.number_after(table, number)
    return counts


def _copy_table(original: Transaction, written: Transaction, table: str) -> int:
    """Copies a table and compares it, a part at a time; says how many rows it has."""
    count = 0
    while rows := _part(original, table, count):
        written.insert_all(table, rows)
        if _part(written, table, count) != rows:
            raise StateCopyRefused("different", table=table)
        count += len(rows)
    return count


def _part(db: Transaction, table: str, skipped: int) -> list[Row]:
    sql = f"SELECT * FROM {table} ORDER BY {TABLES[table]} LIMIT ? OFFSET ?"
    return [_plain(row) for row in db.rows(sql, [AT_ONCE, skipped])]


def _plain(row: Row) -> Row:
    """A row without the order that one engine keeps as a column, and as both can hold it."""
    return {
        name: value.replace(NUL, REPLACEMENT) if isinstance(value, str) else value
        for name, value in row.items()
        if name != "rowid"
    }
