"""A worker: it waits at the database for jobs of a load of the same program, reads the documents and answers.

Nothing that it takes is ever lost: what it leaves undone, whatever the reason, the load queues again.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import signal
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from typing import Any, Literal, TypeVar

import psycopg
from procrastinate import App, JobContext, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from psycopg.rows import dict_row

from bot.config.secrets import DatabaseUrl
from bot.distributed_loading.jobs import READER_DIED, QueuedAnswer, QueuedJob
from bot.distributed_loading.program import program_version
from bot.distributed_loading.queue import STALLED, TASK, queue_name
from bot.distributed_loading.reader import ConfinedReader
from bot.distributed_loading.schema import Standing, address_within
from bot.errors import OtherProgram, StateUnusable
from knowledge.store.postgresql.connection import connected
from knowledge.store.postgresql.faults import is_line_lost, server_errors

T = TypeVar("T")
Event = Literal["waiting", "lost", "back"]
Line = psycopg.Connection[dict[str, Any]]

LOOK = 2.0  # seconds between two looks at who loads
GRACE = 8.0  # seconds that what is in hand may take when the worker is to end
_WORKER: dict[str, Any] = {
    "fetch_job_polling_interval": 1.0,  # for jobs that nobody told of
    "update_heartbeat_interval": 5.0,
    "stalled_worker_timeout": float(STALLED),
    "shutdown_graceful_timeout": GRACE,
    "delete_jobs": "always",
    "install_signal_handlers": False,
}
_POOL: dict[str, Any] = {"min_size": 1, "max_size": 4, "timeout": 5.0, "num_workers": 1}
_TALKATIVE = ("procrastinate", "psycopg.pool", "asyncio")  # they log tracebacks

_WANTED = "SELECT header, content, fresh FROM readings WHERE key = %(key)s AND answer IS NULL"
_ANSWER = """
UPDATE readings SET answer = %(answer)s, result = %(result)s, content = NULL WHERE key = %(key)s AND answer IS NULL
"""
_DIED = """
UPDATE readings SET deaths = deaths + 1, answer = CASE WHEN deaths > 0 THEN %(answer)s END
WHERE key = %(key)s AND answer IS NULL
"""
_LEFT = "DELETE FROM procrastinate_jobs WHERE status = 'doing' AND worker_id = ANY(%(workers)s)"


class Worker:
    """Reads documents side by side in `processes` until SIGTERM or SIGINT; `count` says how many.

    `told` is told what happens: it waits for jobs, the line is lost, it is back.
    """

    def __init__(self, url: DatabaseUrl, processes: int, told: Callable[[Event], None]) -> None:
        self._url, self._processes, self._told = url, processes, told
        self._program = program_version()
        self._interrupted = threading.Event()
        self._threads = ThreadPoolExecutor(processes + 2)
        self._readers: queue.SimpleQueue[ConfinedReader] = queue.SimpleQueue()
        self._numbers: set[int] = set()  # by which the queue knew this worker
        self.count = 0

    def run(self) -> None:
        """Work. Raises OtherProgram where a load of another program is under way, StateUnusable where the server is
        not reached at the beginning, or cannot be used."""
        for name in _TALKATIVE:
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        readers = [ConfinedReader(self._interrupted) for _ in range(self._processes)]
        for reader in readers:
            self._readers.put(reader)
        try:
            asyncio.run(self._run())
        finally:
            self._interrupted.set()
            self._threads.shutdown()
            for reader in readers:
                reader.close()

    async def _run(self) -> None:
        """Serves over one line after the other."""
        self._stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, self._stop.set)
        event: Event = "waiting"
        while not self._stop.is_set():
            try:
                with (
                    server_errors(self._url, StateUnusable),
                    closing(await self._in_thread(self._line)) as line,
                ):
                    self._told(event)
                    event = "back"
                    await self._serve(line)
            except StateUnusable as error:
                if event == "waiting" or not is_line_lost(error.__cause__ or error):
                    raise
                if event == "back":
                    self._told("lost")
                event = "lost"
                await self._sleep()

    def _line(self) -> Line:
        return connected(self._url, dict_row)

    async def _serve(self, line: Line) -> None:
        """Works whenever there is a load of this program, while the line holds."""
        while not self._stop.is_set():
            standing = await self._in_thread(lambda: Standing.of(line))
            if standing.program == self._program:
                await _first(self._work(standing.schema), self._stop.wait(), self._until_other(line))
            elif standing.is_loading:
                raise OtherProgram(str(self._url))
            await self._sleep()

    async def _until_other(self, line: Line) -> None:
        """Waits until the schema is of another program."""
        while (await self._in_thread(lambda: Standing.of(line))).program == self._program:
            await asyncio.sleep(LOOK)

    async def _work(self, schema: str) -> None:
        """Does jobs. Raises psycopg.Error."""
        await self._all_readers_back()
        connector = PsycopgConnector(conninfo=address_within(self._url, schema), **_POOL)
        app = App(connector=connector)
        app.task(name=TASK, pass_context=True)(self._task(connector))
        try:
            async with app.open_async():
                # What the line was lost over is no document that a worker dies of.
                await connector.execute_query_async(_LEFT, workers=list(self._numbers))
                self._numbers.clear()
                await app.run_worker_async(
                    queues=[queue_name(self._program)], concurrency=self._processes, **_WORKER
                )
        except ConnectorException as error:
            raise (error.__cause__ or error) from None

    async def _all_readers_back(self) -> None:
        """Waits until what was broken off has ended."""
        while self._readers.qsize() < self._processes:
            await asyncio.sleep(0.05)
        self._interrupted.clear()

    def _task(self, connector: PsycopgConnector) -> Callable[..., Coroutine[Any, Any, None]]:
        """What is done with a job; it is taken off the queue whatever comes of it."""

        async def read(context: JobContext, key: str) -> None:
            self._numbers.add(context.job.worker_id or 0)
            for row in await connector.execute_query_all_async(_WANTED, key=key):
                await self._answer(connector, QueuedJob(key, row["header"], row["content"], row["fresh"]))

        return read

    async def _answer(self, connector: PsycopgConnector, job: QueuedJob) -> None:
        try:
            answer = await self._in_thread(lambda: self._read(job))
        except asyncio.CancelledError:
            self._interrupted.set()
            raise
        except OSError:
            await connector.execute_query_async(_DIED, key=job.key, answer=READER_DIED)
            return
        await connector.execute_query_async(_ANSWER, key=job.key, answer=answer.text, result=answer.content)
        self.count += 1

    def _read(self, job: QueuedJob) -> QueuedAnswer:
        reader = self._readers.get()
        try:
            return QueuedAnswer.of(reader.read(job.job))
        finally:
            self._readers.put(reader)

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def _sleep(self) -> None:
        """Sleeps a while, unless the worker is to end."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stop.wait(), LOOK)


async def _first(*works: Coroutine[Any, Any, object]) -> None:
    """Waits until one of several has ended, and ends the others; raises what any of them raises."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
