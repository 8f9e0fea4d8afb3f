"""The file of a knowledge base: opening it safely, building its next version aside, swapping it in."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from knowledge.errors import (
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseTooNew,
    DatabaseUnusable,
    LoadInProgress,
)
from knowledge.store import migrations
from knowledge.store.engine import Database
from knowledge.store.soundness import has_sum, is_as_written, is_whole, note_sum
from knowledge.store.sqlite_faults import fault_of
from loaders.faults import is_full

_UNLIKELY = 1000  # no schema has such a number


def open_database(path: Path, thorough: bool = False) -> Database:
    """Open a knowledge base for reading, in any thread.

    An older one is migrated first, with a copy kept beside it. `thorough` reads all of it to tell whether it is sound;
    otherwise that is done when the file does not look as a load left it. Raises DatabaseMissing, DatabaseDamaged,
    DatabaseTooNew or DatabaseUnusable.
    """
    if not path.is_file() or not path.stat().st_size:
        raise DatabaseMissing(path)
    with told_apart(path):
        version = _version(path)
        if not is_as_written(path, thorough):
            raise DatabaseDamaged(path)
        if version < migrations.VERSION:
            _migrate(path, version)
        if thorough and not has_sum(path):
            _check_within(path)
        db = _connect(f"file:{_quoted(path)}?mode=ro")
        db.execute("SELECT count(*) FROM facts").fetchone()
    return db


def copy_database(path: Path, target: Path) -> None:
    """Copy a knowledge base with what tells that it is sound."""
    shutil.copyfile(path, target)
    if has_sum(path):
        note_sum(target, target)


def install_database(aside: Path, path: Path) -> None:
    """Put a sound file in the place of a knowledge base, whose readers see the old one whole until then."""
    note_sum(path, aside)
    os.replace(aside, path)


def keep_damaged(path: Path) -> None:
    """Keep a damaged file under another name, for whoever wants to look at it, where that takes no room."""
    aside = path.with_name(f"{path.name}.damaged")
    with suppress(OSError):
        aside.unlink(missing_ok=True)
        os.link(path, aside)


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Tell a damaged file, raised as DatabaseDamaged, from one that is kept from us: DatabaseUnusable."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise DatabaseDamaged(path, "foreign") from error
        fault = fault_of(error)
        raise (DatabaseDamaged(path) if fault == "damaged" else DatabaseUnusable(path, fault)) from error
    except OSError as error:
        if is_full(error):
            raise DatabaseUnusable(path, "full") from error
        raise


@contextmanager
def next_version(path: Path, fresh: bool) -> Iterator[Database]:
    """Build the next version of a knowledge base aside and swap it in when the block ends well.

    Readers see the old version whole until the swap and the new one whole after it; when the block fails or the
    process dies, the old one stays. Arguments: the path; `fresh` to start from nothing rather than from a copy.
    """
    aside = path.with_name(f"{path.name}.next")
    aside.unlink(missing_ok=True)
    try:
        with told_apart(path):
            if not fresh:
                shutil.copyfile(path, aside)
            with closing(_connect(f"file:{_quoted(aside)}")) as db, _one_transaction(db):
                yield db
            _sync(aside)
            install_database(aside, path)
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def _one_transaction(db: Database) -> Iterator[None]:
    # The file is thrown away when all fails, so it needs no syncing before the end, and no journal but in memory: that
    # takes back a single file of the corpus which cannot be stored.
    db.execute("PRAGMA journal_mode = MEMORY")
    db.execute("PRAGMA synchronous = OFF")
    migrations.migrate(db)
    db.execute("BEGIN")
    yield
    db.execute("COMMIT")


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
    """The number of the schema; of a file that lies beside a digest of ours it is ours, whatever stands in it."""
    try:
        with closing(_connect(f"file:{_quoted(path)}?mode=ro")) as db:
            version = migrations.version(db) if migrations.is_ours(db) else 0
    except sqlite3.DatabaseError:
        if not has_sum(path):
            raise
        return 0
    if migrations.VERSION < version < _UNLIKELY:
        raise DatabaseTooNew(path, version, migrations.VERSION)
    if not (version or has_sum(path)):
        raise DatabaseDamaged(path, "foreign")
    return version


def _check_within(path: Path) -> None:
    """Looks at a file without a digest from within, and notes the digest of one that is sound."""
    if os.access(path, os.W_OK):
        with closing(_connect(f"file:{_quoted(path)}?mode=rw")) as db:
            if not is_whole(db):
                raise DatabaseDamaged(path)
        note_sum(path, path)


def _migrate(path: Path, version: int) -> None:
    shutil.copyfile(path, path.with_name(f"{path.name}.schema-{version}"))
    with next_version(path, fresh=False):
        pass  # next_version migrates what it copies


def _sync(path: Path) -> None:
    with open(path, "rb") as file:
        os.fsync(file.fileno())


def _quoted(path: Path) -> str:
    return str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
