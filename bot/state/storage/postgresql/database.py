"""The database of what people made on a server: one line, one writer at a time among all replicas.

A change takes a lock of the whole database, as SQLite does, so that the stores mean the same over both: what is read in
a transaction still holds when it is written. A change of ours is a few milliseconds long, and Telegram takes thirty
messages a second of a bot, so there is no need of finer locks.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import psycopg
from tenacity import Retrying, retry_if_exception, stop_after_delay, wait_random_exponential

from bot.config.secrets import DatabaseUrl
from bot.errors import StateUnusable
from bot.state.storage.database import PATIENCE, Row, Transaction, Values
from bot.state.storage.handled import HANDLED, handled_number
from bot.state.storage.postgresql.connection import CHANNEL, OFFICE, connected
from bot.state.storage.postgresql.faults import server_errors
from bot.state.storage.postgresql.migrations import migrate
from bot.state.storage.postgresql.transaction import PostgresTransaction, Table, adapted, translated
from knowledge.store.postgresql.faults import is_line_lost

T = TypeVar("T")

SNAPSHOT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
WRITER = 0x4A444E53  # the number of the lock under which changes are made
LEADER = 0x4A444E55  # the number of the lock of who sees to what one alone may see to
WRITE = f"pg_advisory_xact_lock({WRITER}, {OFFICE})"
LEAD = f"SELECT CASE WHEN %s THEN true ELSE pg_try_advisory_lock({LEADER}, {OFFICE}) END AS leads"
REPLICA = 0x4A444E56  # together with the number of a line that of the lock by which it is known to stand
LIVING = (
    "SELECT objid::bigint AS number FROM pg_locks WHERE locktype = 'advisory' AND granted "
    "AND classid::bigint = ? AND objsubid = 2 "
    "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
TABLES = (
    "SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns, "
    "array_agg(a.attname::text) FILTER (WHERE a.attnum = ANY (i.indkey)) AS key "
    "FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
    "LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary "
    "WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace GROUP BY c.relname"
)
# The numbers are asked for of what was found alone: asked of another table they are an error.
LAST_NUMBERS = (
    "WITH numbered AS MATERIALIZED (SELECT c.relname AS name, d.objid AS sequence FROM pg_depend d "
    "JOIN pg_class c ON c.oid = d.refobjid AND c.relnamespace = current_schema()::regnamespace "
    "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid AND a.attname = 'id' "
    "WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'i') "
    "SELECT name, pg_sequence_last_value(sequence) AS last FROM numbered"
)


class PostgresDatabase:
    """One line to the server behind one lock: every piece of work on it is short.

    A line that was lost is made anew, and what only reads is asked again. A change is made again by nobody but its
    caller: it was made whole, or not at all and StateUnusable says so.
    """

    is_gone = False  # a server keeps its own

    def __init__(self, url: DatabaseUrl) -> None:
        self._url = url
        self._lock = threading.RLock()
        self._in_transaction = False
        self._version = 0
        with server_errors(url):
            self._connection = self._line()
            self._tables = self._prepared()

    @property
    def is_shared(self) -> bool:
        """Several replicas may work on a server."""
        return True

    @property
    def number(self) -> int:
        """The number of the line."""
        return self._number

    def living(self) -> frozenset[int]:
        """The numbers of the lines that stand: each holds a lock of its own, which goes with it."""
        return frozenset(row["number"] for row in self.rows(LIVING, [REPLICA]))

    def term(self) -> int | None:
        """The number of the line while it holds the lock of who leads, None while another does."""
        with self._lock, server_errors(self._url):
            return self._number if self._again(self._leads) else None

    @contextmanager
    def writing(
        self, repeatable: bool = False, synced: bool = True, heard: bool = True
    ) -> Iterator[Transaction]:
        """A transaction, as StateDatabase says."""
        with self._lock, server_errors(self._url):
            number = self._again(lambda connection: _begun(connection, synced))
            self._in_transaction = True
            try:
                if not repeatable:
                    self._check_held()
                transaction = PostgresTransaction(self._connection, self._tables)
                yield transaction
                if transaction.changes:
                    self._note(transaction, repeatable, heard)
            except BaseException:
                self._roll_back()
                raise
            finally:
                self._in_transaction = False
            self._commit(number)

    @property
    def together(self) -> None:
        """Nothing: replicas would wait for each other."""

    @contextmanager
    def snapshot(self) -> Iterator[Transaction]:
        """What stands at one moment, as StateDatabase says."""
        with self._lock, server_errors(self._url):
            self._again(lambda connection: connection.execute(SNAPSHOT))
            self._in_transaction = True
            try:
                yield PostgresTransaction(self._connection, self._tables)
            finally:
                self._in_transaction = False
                self._roll_back()

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """The rows that a SELECT finds."""
        with self._lock, server_errors(self._url):

            def ask(connection: psycopg.Connection[Row]) -> list[Row]:
                return connection.execute(translated(sql), adapted(values)).fetchall()

            return ask(self._connection) if self._in_transaction else self._again(ask)

    def last_numbers(self) -> dict[str, int]:
        """The last number that each table gave which numbers its rows."""
        return {row["name"]: row["last"] for row in self.rows(LAST_NUMBERS) if row["last"]}

    def version(self) -> int:
        """A number that changes when another program has changed something, or may have while the line was lost."""
        self.rows("SELECT 1 AS heard")  # what was told meanwhile comes with the answer
        return self._version

    def scrub(self, patience: float = PATIENCE) -> bool:
        """Nothing: what was erased is gone from the tables at once, from the disk when the server vacuums them."""
        return True

    def restore(self) -> None:
        """Nothing: a server does not lose its database while the line holds."""

    def begin_anew(self) -> None:
        """Nothing: a server does not lose its database while the line holds."""

    def close(self) -> None:
        """Closes the line."""
        with self._lock:
            self._connection.close()

    def _line(self) -> psycopg.Connection[Row]:
        connection = connected(self._url)
        self._process = connection.info.backend_pid  # which tells what it hears of its own
        connection.add_notify_handler(self._hear)
        self._number = secrets.randbits(31) or 1
        connection.execute("SELECT pg_advisory_lock(%s, %s)", [REPLICA, self._number])
        self._is_leading = False
        self._version += 1
        return connection

    def _leads(self, connection: psycopg.Connection[Row]) -> bool:
        """Whether the line holds the lock of who leads, which goes with it; takes it where nobody does."""
        row = connection.execute(LEAD, [self._is_leading]).fetchall()[0]
        self._is_leading = bool(row["leads"])
        return self._is_leading

    def _hear(self, told: psycopg.Notify) -> None:
        if told.pid != self._process:
            self._version += 1

    def _prepared(self) -> dict[str, Table]:
        """Brings the tables up to date, and reads how they are made."""
        with self._connection.transaction():
            self._connection.execute(f"SELECT {WRITE}")
            migrate(self._connection, str(self._url))
        rows = self._connection.execute(TABLES).fetchall()
        return {row["name"]: Table(tuple(row["columns"]), tuple(row["key"] or ())) for row in rows}

    def _again(self, work: Callable[[psycopg.Connection[Row]], T]) -> T:
        """Does what can be done twice; where the line is lost, again over a new one, for as long as patience lasts."""

        def attempt() -> T:
            if self._connection.closed:
                self._connection = self._line()
            try:
                return work(self._connection)
            except psycopg.Error as error:
                if is_line_lost(error):
                    self._connection.close()
                raise

        retrying = Retrying(
            retry=retry_if_exception(is_line_lost),
            stop=stop_after_delay(PATIENCE),
            wait=wait_random_exponential(0.1, max=0.5),
            reraise=True,
        )
        return retrying(attempt)

    def _check_held(self) -> None:
        """Raises StateUnusable where the update that wants a change may be another program's: the line was lost under
        which it was held, and only while a line stands does nobody take over what is held under it."""
        handled = HANDLED.get()
        if handled and handled.holder not in (None, self._number):
            raise StateUnusable(str(self._url), "taken_over")

    def _note(self, transaction: PostgresTransaction, repeatable: bool, heard: bool) -> None:
        """Notes which update has changed something, and tells the other programs."""
        if not repeatable:
            transaction.execute("UPDATE inbox SET changed = 1 WHERE id = ?", [handled_number()])
        if heard:
            self._connection.execute(f"NOTIFY {CHANNEL}")

    def _roll_back(self) -> None:
        with contextlib.suppress(psycopg.Error):
            self._connection.execute("ROLLBACK")
            return
        self._connection.close()

    def _commit(self, number: str) -> None:
        """Ends a transaction; where the line is lost in that moment, the server knows whether it was made."""
        try:
            self._connection.execute("COMMIT")
        except psycopg.Error as error:
            if not is_line_lost(error) or not self._was_committed(number):
                raise

    def _was_committed(self, number: str) -> bool:
        end = time.monotonic() + PATIENCE
        sql = "SELECT pg_xact_status(%s::xid8) AS status"
        while True:
            status = self._again(lambda connection: connection.execute(sql, [number]).fetchall())[0]["status"]
            if status != "in progress" or time.monotonic() > end:
                return bool(status == "committed")
            time.sleep(0.05)


def _begun(connection: psycopg.Connection[Row], synced: bool) -> str:
    """Begins a transaction once no other changes anything, and gives its number."""
    connection.execute("BEGIN" if synced else "BEGIN; SET LOCAL synchronous_commit = off", prepare=False)
    try:
        sql = f"SELECT {WRITE}, pg_current_xact_id()::text AS number"
        return str(connection.execute(sql).fetchall()[0]["number"])
    except BaseException:
        with contextlib.suppress(psycopg.Error):
            connection.execute("ROLLBACK")
        raise
