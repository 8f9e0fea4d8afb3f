"""The queue of a load: jobs are put into it, answers taken out, and what a dead worker left is queued again.

A job is at most once in the queue and at most once in hand (the locks of procrastinate): the same content is never
read twice at the same time. What is known of a job stands in `readings`, so that every step may be made again after
the line was lost.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import psycopg
from procrastinate import SyncPsycopgConnector
from procrastinate.jobs import Job as QueueEntry
from procrastinate.manager import JobManager
from psycopg.rows import dict_row
from tenacity import Retrying, retry_if_exception, retry_if_exception_type, stop_after_delay, wait_fixed

from bot.config.secrets import DatabaseUrl
from bot.distributed_loading.jobs import READER_DIED, QueuedAnswer, QueuedJob
from bot.distributed_loading.program import program_version
from bot.distributed_loading.schema import TAKE, TELL, Standing, enter_schema, make_schema
from bot.errors import StateUnusable
from knowledge.errors import LoadInProgress
from knowledge.store.postgresql.connection import connected
from knowledge.store.postgresql.faults import is_line_lost, server_errors

T = TypeVar("T")
Line = psycopg.Connection[dict[str, Any]]

TASK = "read"
PATIENCE = 120.0  # seconds without a line after which a load gives up
STALLED = 30  # seconds without a sign of life of a worker after which it counts as dead
# Somebody may have killed the workers, or the network been cut; where the process dies that reads, its worker tells it.
MOST_LOSSES = 5  # dead workers that held a job after which it is not tried again

_PUT = """
INSERT INTO readings (key, header, content, fresh) VALUES (%s, %s, %s, %s) ON CONFLICT (key) DO NOTHING
"""
_UNANSWERED = "SELECT key FROM readings WHERE key = ANY(%s) AND answer IS NULL"
_UNQUEUE = "DELETE FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock = ANY(%s)"
_ANSWERED = "SELECT key, answer, result FROM readings WHERE key = ANY(%s) AND answer IS NOT NULL LIMIT %s"
_MISSING = """
SELECT wanted FROM unnest(%s::text[]) AS wanted WHERE NOT EXISTS (SELECT FROM readings WHERE key = wanted)
"""
_LOST = """
SELECT key FROM readings WHERE key = ANY(%s) AND answer IS NULL AND NOT EXISTS
(SELECT FROM procrastinate_jobs WHERE lock = key AND status IN ('todo', 'doing'))
"""
_STALLED = """
DELETE FROM procrastinate_jobs WHERE status = 'doing' AND NOT EXISTS
(SELECT FROM procrastinate_workers AS workers WHERE workers.id = worker_id
 AND last_heartbeat > now() - make_interval(secs => %s)) RETURNING lock
"""
_LOSE = f"""
UPDATE readings SET losses = losses + 1, answer = CASE WHEN losses + 1 >= {MOST_LOSSES} THEN %(answer)s END
WHERE key = ANY(%(keys)s) AND answer IS NULL
"""
_WORKERS = """
SELECT count(*) AS number FROM procrastinate_workers WHERE last_heartbeat > now() - make_interval(secs => %s)
"""
_END_UNREAD = (
    "DELETE FROM procrastinate_jobs WHERE status <> 'doing'; DELETE FROM readings WHERE answer IS NULL"
)
_END_ALL = "DELETE FROM procrastinate_jobs WHERE status <> 'doing'; TRUNCATE readings"


@dataclass(frozen=True, slots=True)
class Health:
    """How many workers there are, and the keys of the jobs of which the server has lost everything."""

    workers: int
    missing: Collection[str]


def queue_name(program: str) -> str:
    """The queue of a program: no worker of another ever takes a job from it."""
    return f"read-{program}"


class ReadingQueue:
    """The queue of the one load that is under way on a database; a line that is lost is made anew.

    `tick` is called while the server is waited for, and may raise to stop. Raises StateUnusable, or LoadInProgress
    where another load is under way.
    """

    def __init__(self, url: DatabaseUrl) -> None:
        self._url = url
        self._name = queue_name(program_version())
        self._manager = JobManager(SyncPsycopgConnector())
        with server_errors(url, StateUnusable):
            self._line = self._open()
            self._line.execute(_END_UNREAD, prepare=False)

    def put(self, jobs: Sequence[QueuedJob], tick: Callable[[], None]) -> None:
        """Queue jobs, save those whose answer is there already."""
        self._again(lambda line: self._put(line, jobs), tick)

    def answers(
        self, keys: Collection[str], most: int, tick: Callable[[], None]
    ) -> Iterator[tuple[str, QueuedAnswer]]:
        """So many, at most, of the answers that have come to jobs."""
        rows = self._again(
            lambda line: line.execute(_ANSWERED, [list(keys), most], binary=True).fetchall(), tick
        )
        for row in rows:
            yield row["key"], QueuedAnswer(row["answer"], row["result"])

    def heal(self, keys: Collection[str], tick: Callable[[], None]) -> Health:
        """Queue again what dead workers left, and what else got lost.

        What so many dead workers held is answered with an error. A worker without a sign of life is dead, unless there
        was no line just now over which to give one.
        """
        return self._again(lambda line: self._heal(line, list(keys)), tick)

    def clear(self) -> None:
        """Forget everything that was read: it stands in the knowledge base. Where the server is gone the next load does."""
        self._again(lambda line: line.execute(_END_ALL, prepare=False), lambda: None, patience=0.0)

    def close(self) -> None:
        """Forget the jobs that nobody has answered; what was read is kept for the next load."""
        try:
            if not self._line.closed:
                self._line.execute(_END_UNREAD, prepare=False)
        except psycopg.Error:
            pass  # the next load does it
        finally:
            self._line.close()

    def _open(self) -> Line:
        line = connected(self._url, dict_row)
        self._since = time.monotonic()
        try:
            if not line.execute(TAKE).fetchall()[0]["is_ours"]:
                raise LoadInProgress(Path(), "server", url=str(self._url))
            standing, program = Standing.of(line), program_version()
            if standing.program != program:
                make_schema(line, standing.schema, program)
            line.execute(TELL)
            enter_schema(line, standing.schema)
        except BaseException:
            line.close()
            raise
        return line

    def _again(self, work: Callable[[Line], T], tick: Callable[[], None], patience: float = PATIENCE) -> T:
        """Does what can be done twice; where the line is lost, again over a new one, for as long as patience lasts.

        Until the server has given the lost line up, it takes this load for another.
        """

        def attempt() -> T:
            if self._line.closed:
                self._line = self._open()
            try:
                return work(self._line)
            except psycopg.Error as error:
                if is_line_lost(error):
                    self._line.close()
                raise

        retrying = Retrying(
            retry=retry_if_exception(is_line_lost) | retry_if_exception_type(LoadInProgress),
            stop=stop_after_delay(patience),
            wait=wait_fixed(1),
            before_sleep=lambda _: tick(),
            reraise=True,
        )
        with server_errors(self._url, StateUnusable):
            return retrying(attempt)

    def _put(self, line: Line, jobs: Sequence[QueuedJob]) -> None:
        keys = [job.key for job in jobs]
        with line.transaction(), line.cursor() as cursor:
            cursor.execute(_UNQUEUE, [keys])
            cursor.executemany(_PUT, [(job.key, job.header, job.content, job.fresh) for job in jobs])
            self._enqueue(line, [row["key"] for row in cursor.execute(_UNANSWERED, [keys])])

    def _enqueue(self, line: Line, keys: Sequence[str]) -> None:
        entries = [
            QueueEntry(
                queue=self._name, lock=key, queueing_lock=key, task_name=TASK, task_kwargs={"key": key}
            )
            for key in keys
        ]
        if entries:
            self._manager.batch_defer_jobs(entries, connection=line)

    def _heal(self, line: Line, keys: list[str]) -> Health:
        with line.transaction():
            if time.monotonic() - self._since > STALLED:
                stalled = [row["lock"] for row in line.execute(_STALLED, [STALLED])]
                line.execute(_LOSE, {"answer": READER_DIED, "keys": stalled})
            self._enqueue(line, [row["key"] for row in line.execute(_LOST, [keys])])
            missing = [row["wanted"] for row in line.execute(_MISSING, [keys])]
            return Health(line.execute(_WORKERS, [STALLED]).fetchall()[0]["number"], missing)
