"""The state file as a whole: a copy of it while it is in use, whether it is, and whether a copy is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlite_utils import Database

from bot.state.storage.database import PATIENCE
from bot.state.storage.sqlite.file import check_state_file, state_errors


def copy_state(path: Path, target: Path) -> None:
    """Copies the state file as it is at this moment, also while a program writes to it.

    What is being answered just now is left out: the program that has it in hand answers it. Raises StateDamaged or
    StateUnusable.
    """
    with state_errors(path), closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as source:
        source.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}")
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            source.backup(copy)
            if "inbox" in Database(copy).table_names():
                copy.execute("DELETE FROM inbox")
    all_in_one_file(target)


def all_in_one_file(path: Path) -> None:
    """Leaves no journal beside a file that no program has open."""
    with state_errors(path), closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def is_in_use(path: Path) -> bool:
    """Whether a program has the state file open: the last one alone can end its journal (sqlite.org/wal.html, 4)."""
    with state_errors(path), closing(sqlite3.connect(path, timeout=0)) as connection:
        try:
            return bool(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                return True
            raise


def check_state(path: Path) -> None:
    """Raises StateDamaged or StateTooNew where a file is no state file that this program can open."""
    with state_errors(path), closing(sqlite3.connect(path)) as connection:
        check_state_file(Database(connection), path)
