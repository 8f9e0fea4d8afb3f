"""The file of a knowledge base: opening it safely, building its next version aside, swapping it in."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from knowledge.errors import DatabaseDamaged, DatabaseMissing, DatabaseTooNew, LoadInProgress
from knowledge.store import migrations


def open_database(path: Path) -> Database:
    """Open a knowledge base for reading, in any thread.

    An older one is migrated first, with a copy kept beside it. Raises DatabaseMissing, DatabaseDamaged or
    DatabaseTooNew.
    """
    if not path.is_file():
        raise DatabaseMissing(path)
    try:
        found = _version(path)
        if found < migrations.VERSION:
            _migrate(path, found)
        db = _connect(f"file:{_quoted(path)}?mode=ro")
        db.execute("SELECT count(*) FROM facts").fetchone()
    except sqlite3.DatabaseError as error:
        raise DatabaseDamaged(path) from error
    return db


@contextmanager
def next_version(path: Path, fresh: bool) -> Iterator[Database]:
    """Build the next version of a knowledge base aside and swap it in when the block ends well.

    Readers see the old version whole until the swap and the new one whole after it; when the block fails or the
    process dies, the old one stays. Arguments: the path; `fresh` to start from nothing rather than from a copy.
    """
    aside = path.with_name(f"{path.name}.next")
    aside.unlink(missing_ok=True)
    if not fresh:
        shutil.copyfile(path, aside)
    db = _connect(f"file:{_quoted(aside)}")
    try:
        # The file is thrown away when anything fails, so it needs no journal and no syncing before the end.
        db.execute("PRAGMA journal_mode = OFF")
        db.execute("PRAGMA synchronous = OFF")
        migrations.migrate(db)
        db.execute("BEGIN")
        yield db
        db.execute("COMMIT")
    except BaseException:
        db.close()
        aside.unlink(missing_ok=True)
        raise
    db.close()
    _sync(aside)
    os.replace(aside, path)


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the right to change a knowledge base; raises LoadInProgress when another process or thread holds it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path.with_name(f"{path.name}.lock"), "w", encoding="ascii") as lock:
        try:
            # The system frees the lock when the process dies, so no stale one can stay behind.
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise LoadInProgress(path) from error
        yield


def _connect(uri: str) -> Database:
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
    return Database(connection)


def _version(path: Path) -> int:
    db = _connect(f"file:{_quoted(path)}?mode=ro")
    try:
        found = migrations.version(db)
    finally:
        db.close()
    if found > migrations.VERSION:
        raise DatabaseTooNew(path, found, migrations.VERSION)
    if found == 0:
        raise DatabaseDamaged(path, "foreign")
    return found


def _migrate(path: Path, found: int) -> None:
    shutil.copyfile(path, path.with_name(f"{path.name}.schema-{found}"))
    with next_version(path, fresh=False):
        pass  # next_version migrates what it copies


def _sync(path: Path) -> None:
    with open(path, "rb") as file:
        os.fsync(file.fileno())


def _quoted(path: Path) -> str:
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
