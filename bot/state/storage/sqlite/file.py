"""The file of what people made: opened safely, read and written by any thread, one writer at a time."""

from __future__ import annotations

import contextlib
import fcntl
import logging
import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StateDamaged, StateGone, StateTooNew, StateUnusable
from bot.state.storage.database import PATIENCE, Row, Together, Transaction, Values
from bot.state.storage.handled import handled_number
from bot.state.storage.sqlite import migrations
from bot.state.storage.sqlite.transaction import SqliteTransaction, read_rows
from knowledge.store.sqlite_faults import fault_of

OPENING = 0.5  # seconds to wait for a file that another process holds: who starts a program wants to be told
ENDINGS = ("-wal", "-shm")  # what SQLite keeps beside a file that is open
OWNER_ONLY = 0o600
ALONE = 0  # the number of the one program that runs

log = logging.getLogger(__name__)


class StateFile:
    """One connection behind one lock: every piece of work on it is short.

    Raises StateDamaged, StateTooNew or StateUnusable, when opened and later; StateGone for a change when the file was
    deleted, moved or replaced meanwhile: SQLite would write it to where nobody finds it again.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        path.parent.mkdir(parents=True, exist_ok=True)
        with state_errors(path), _only_one(path):
            self._db = _opened(path)
        self._identity = _identity(path)
        self._is_synced = True  # as SQLite begins
        self._is_together = False

    @property
    def is_gone(self) -> bool:
        """Whether the file is no longer the one that was opened."""
        return _identity(self._path) != self._identity

    @property
    def is_shared(self) -> bool:
        """A file has one `run`."""
        return False

    @property
    def number(self) -> int:
        """That of the one `run`."""
        return ALONE

    def living(self) -> frozenset[int]:
        """None: who runs now has begun after all others had ended."""
        return frozenset()

    def term(self) -> int:
        """There is one time: a file has one `run`."""
        return ALONE

    @contextmanager
    def writing(
        self, repeatable: bool = False, synced: bool = True, heard: bool = True
    ) -> Iterator[Transaction]:
        """A transaction, as StateDatabase says."""
        with self._lock, state_errors(self._path), self._transaction(synced):
            before = self._db.conn.total_changes
            yield SqliteTransaction(self._db.conn)
            if not repeatable and self._db.conn.total_changes != before:
                self._db.conn.execute("UPDATE inbox SET changed = 1 WHERE id = ?", [handled_number()])

    @property
    def together(self) -> Together:
        """One transaction for a block: to commit takes longer than all that is in it."""
        return self._in_one_transaction

    @contextmanager
    def snapshot(self) -> Iterator[Transaction]:
        """What stands at one moment, as StateDatabase says."""
        with self._lock, state_errors(self._path):
            self._db.execute("BEGIN")
            try:
                yield SqliteTransaction(self._db.conn)
            finally:
                self._db.execute("ROLLBACK")

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows that a SELECT finds."""
        with self._lock, state_errors(self._path):
            return read_rows(self._db.conn, sql, values)

    def last_numbers(self) -> dict[str, int]:
        """The last number that each table gave which numbers its rows."""
        return {row["name"]: row["seq"] for row in self.rows("SELECT name, seq FROM sqlite_sequence")}

    def version(self) -> int:
        """A number that changes when another program has written to the file."""
        return int(self.rows("PRAGMA data_version")[0]["data_version"])

    def scrub(self, patience: float = PATIENCE) -> bool:
        """Leave nothing of what was erased in the journal beside the file; False when another program reads on it for
        longer than so many seconds."""
        with self._lock, state_errors(self._path):
            self._db.execute(f"PRAGMA busy_timeout = {int(patience * 1000)}").fetchall()
            busy = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._db.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}").fetchall()
            return not busy

    def restore(self) -> None:
        """Puts the file back as it was when it was lost, from the connection that still holds it."""
        self._put_back(self._copied)

    def begin_anew(self) -> None:
        """Puts an empty file in the place of the one that was lost."""
        self._put_back(_create_for_owner)

    def _put_back(self, make: Callable[[Path], None]) -> None:
        """Makes a file and opens it in the place of the lost one; what stands there now is put aside."""
        staged, aside = (self._path.with_name(self._path.name + end) for end in (".staged", ".aside"))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._lock, state_errors(self._path), _only_one(self._path):
            if not self.is_gone:
                return
            staged.unlink(missing_ok=True)
            make(staged)
            self._db.close()
            with contextlib.suppress(FileNotFoundError):
                self._path.rename(aside)
            for ending in ENDINGS:  # of another file: SQLite would take them for its own
                self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
            staged.rename(self._path)
            self._db = _opened(self._path)
            self._identity, self._is_synced = _identity(self._path), True

    def _copied(self, target: Path) -> None:
        _create_for_owner(target)
        with contextlib.closing(sqlite3.connect(target)) as copy:
            self._db.conn.backup(copy)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _in_one_transaction(self, synced: bool) -> Iterator[None]:
        with self._lock, state_errors(self._path), self._transaction(synced):
            self._is_together = True
            try:
                yield
            finally:
                self._is_together = False

    @contextmanager
    def _transaction(self, synced: bool) -> Iterator[None]:
        """A transaction, or the one of the block that this thread is in."""
        if self._is_together:
            yield
            return
        if synced != self._is_synced:
            self._db.execute(f"PRAGMA synchronous = {'FULL' if synced else 'NORMAL'}")
            self._is_synced = synced
        with migrations.transaction(self._db):
            if self.is_gone:
                raise StateGone(self._path)
            yield


@contextmanager
def state_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite says of a state file into StateDamaged or StateUnusable."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        fault = fault_of(error)
        log.debug("state file", exc_info=error)
        if fault == "damaged":
            raise StateDamaged(path) from error
        raise StateUnusable(path, fault) from error


@contextmanager
def _only_one(path: Path) -> Iterator[None]:
    """Waits while another process opens the file: SQLite does not wait for the journal to be changed."""
    with open(path.with_name(f"{path.name}.lock"), "w", encoding="ascii") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _opened(path: Path) -> Database:
    _create_for_owner(path)
    connection = sqlite3.connect(path, timeout=OPENING, isolation_level=None, check_same_thread=False)
    try:
        db = Database(connection)
        check_state_file(db, path)
        db.execute("PRAGMA journal_mode = WAL").fetchall()
        db.execute("PRAGMA secure_delete = ON").fetchall()  # what people have erased is overwritten
        _migrate(db, path)
        db.execute(f"PRAGMA busy_timeout = {int(PATIENCE * 1000)}").fetchall()
    except BaseException:
        connection.close()
        raise
    return db


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another of its name; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _create_for_owner(path: Path) -> None:
    """Who asked what is nobody else's business, so a new file is readable by its owner alone."""
    # One that is there is not opened: closing it again would end the locks of SQLite in this process.
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, OWNER_ONLY))


def check_state_file(db: Database, path: Path) -> None:
    """Raises StateDamaged or StateTooNew where a database is no state file that this program can open."""
    if not migrations.is_ours(db):
        raise StateDamaged(path, "foreign")
    if (found := migrations.version(db)) > migrations.VERSION:
        raise StateTooNew(path, found, migrations.VERSION)
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise StateDamaged(path)


def _migrate(db: Database, path: Path) -> None:
    """Brings an older file to the present schema, with a copy kept beside it."""
    found = migrations.version(db)
    if 0 < found < migrations.VERSION:
        copy = path.with_name(f"{path.name}.schema-{found}")
        _create_for_owner(copy)
        with sqlite3.connect(copy) as target:
            db.conn.backup(target)
        target.close()
    migrations.migrate(db)
