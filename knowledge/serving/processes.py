"""Processes that answer questions: Python runs one thread at a time, and a question is mostly work of its own."""

from __future__ import annotations

import itertools
import logging
import os
import pickle
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection, Hashable
from contextlib import suppress
from multiprocessing.connection import Connection

from knowledge.answers import Answer, Reply
from knowledge.readers import Reader
from knowledge.serving.records import receive, send
from knowledge.serving.reply_cache import ReplyCache
from knowledge.serving.worker import Answerer, Question
from knowledge.teaching.lessons import Teaching

MOST_PROCESSES = 4  # what more of them bring was not measured
_START = 20.0  # seconds that are waited for a process that starts
_LONGEST = 60.0  # seconds that a process may take for a question
_AHEAD = 2  # questions that a process has at once: the one that it answers and the next
_PAUSE = 60.0  # seconds between two starts, where the first has led to nothing

log = logging.getLogger(__name__)


def processes_at_hand() -> int:
    """How many processes may answer on this machine: as many as there are processors beside that of the bot."""
    return min(len(os.sched_getaffinity(0)) - 1, MOST_PROCESSES)


class AnsweringProcesses:
    """Some processes, each with the knowledge base open; a thread that asks waits until one has little to do."""

    def __init__(self, opening: Callable[[], Answerer], count: int) -> None:
        """Arguments: what opens the knowledge base, which must be picklable; how many processes, 1 or more."""
        self._processes = [_AnsweringProcess(opening) for _ in range(count)]
        self._room = threading.BoundedSemaphore(_AHEAD * count)
        self._choosing = threading.Lock()
        self._packed: tuple[Teaching, bytes] = (Teaching(), pickle.dumps(Teaching()))
        self._replies = ReplyCache()

    def ask(
        self,
        question: str,
        scope: Collection[str],
        reader: Reader | None,
        teaching: Teaching,
        moment: Hashable = None,
    ) -> Reply | None:
        """The reply of a process; None where it has not started, has died or fails.

        Whoever asked answers then by itself, and so learns what is wrong. `moment` is all that a reply depends on but the
        question, its scope and what was taught: the same question is not answered twice in it.
        """
        asked = Question(question, frozenset(scope), reader, self._packed_of(teaching))
        key = (asked.text, asked.scope, asked.teaching, moment)
        if moment is None:
            return self._reply_to(asked)
        if (known := self._replies.get(key)) is None and (known := self._reply_to(asked)):
            self._replies.keep(key, known)
        return known

    def search(
        self, words: str, scope: Collection[str], limit: int, reader: Reader | None, teaching: Teaching
    ) -> list[Answer] | None:
        """The passages nearest to some words, from a process; None as of `ask`."""
        answers = self._reply(Question(words, frozenset(scope), reader, self._packed_of(teaching), limit))
        return answers if isinstance(answers, list) else None

    def close(self) -> None:
        """Ends the processes; what they have under way is not waited for."""
        for process in self._processes:
            process.close()

    def _reply_to(self, question: Question) -> Reply | None:
        reply = self._reply(question)
        return reply if isinstance(reply, Reply) else None

    def _reply(self, question: Question) -> Reply | list[Answer] | None:
        with self._room:
            with self._choosing:
                process = min(self._processes, key=lambda each: each.asked)
                process.asked += 1
            try:
                return process.ask(question)
            finally:
                with self._choosing:
                    process.asked -= 1

    def _packed_of(self, teaching: Teaching) -> bytes:
        """What was taught, pickled; it seldom changes."""
        last, packed = self._packed
        if last is not teaching:
            packed = pickle.dumps(teaching)
            self._packed = teaching, packed
        return packed


class _AnsweringProcess:
    """One process, which is started anew when it has ended or does not end with a question.

    `asked` is how many ask it now. It is sent the next question while it answers one, so that it need not wait until
    the thread that asked has had its turn: replies come in the order of the questions.
    """

    def __init__(self, opening: Callable[[], Answerer]) -> None:
        self.asked = 0
        self._opening = opening
        self._is_closed = self._is_ready = False
        self._connection: Connection | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._sending = threading.RLock()
        self._numbers = itertools.count()
        self._last = threading.Lock()  # held until the reply to the last question that was sent has come
        self._start()

    def ask(self, question: Question) -> Reply | list[Answer] | None:
        """What the process says; None where it says nothing."""
        with self._sending:
            connection, number, before = self._connection, next(self._numbers), self._last
            if connection is None or not self._is_sent(connection, (number, question)):
                self._replace(connection)
                return None
            self._last = mine = threading.Lock()
            mine.acquire()
        try:
            with before:
                return _reply_to(number, connection)
        except Exception:  # what a version sends that was installed since may be of no use
            self._replace(connection)
            return None
        finally:
            mine.release()

    def close(self) -> None:
        """Ends the process for good; who waits for it has no reply."""
        self._is_closed = True
        self._end()

    def _is_sent(self, connection: Connection, question: tuple[int, Question]) -> bool:
        with suppress(Exception):
            if self._has_started(connection):
                send(connection, question)
                return True
        return False

    def _replace(self, connection: Connection | None) -> None:
        """Starts another process in the place of the one at the end of a connection, unless somebody has."""
        with self._sending:
            if self._is_closed or connection is not self._connection:
                return
            if self._is_ready or time.monotonic() > self._begun + _PAUSE:
                log.warning(
                    "回答问题的进程没有了，另起一个（a process that answers has gone; another is started）"
                )
                self._end()
                self._start()
                if self._is_closed:  # meanwhile
                    self._end()

    def _has_started(self, connection: Connection) -> bool:
        """Whether the process answers; one that takes long for its start is waited for but once."""
        left = max(self._begun + _START - time.monotonic(), 0)
        if not self._is_ready and connection.poll(left):
            self._is_ready = bool(connection.recv())
        return self._is_ready

    def _start(self) -> None:
        """Starts a process, unless the system has no room for another."""
        self._begun, self._is_ready = time.monotonic(), False
        with suppress(OSError):
            self._connection, theirs = _connections()
            with theirs:
                self._process = _started(theirs)
            self._connection.send(self._opening)

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
        if self._connection:
            self._connection.close()
        self._process = self._connection = None


def _started(theirs: Connection) -> subprocess.Popen[bytes]:
    """A process that answers what comes over a connection. Raises OSError."""
    return subprocess.Popen(
        # -P: what lies in the folder where the bot was started is no part of the program
        [sys.executable, "-P", "-m", "knowledge.serving", str(theirs.fileno())],
        pass_fds=[theirs.fileno()],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)},
        stdin=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for the bot, which ends its processes
    )


def _connections() -> tuple[Connection, Connection]:
    """Our end of a connection, which does not wait longer for the other than a question may take, and the other end."""
    ours, theirs = socket.socketpair()
    for direction in (socket.SO_SNDTIMEO, socket.SO_RCVTIMEO):
        ours.setsockopt(socket.SOL_SOCKET, direction, _time(_LONGEST))
    return Connection(ours.detach()), Connection(theirs.detach())


def _time(seconds: float) -> bytes:
    """A time as the system has it (timeval)."""
    return struct.pack("@ll", int(seconds), int(seconds % 1 * 1_000_000))


def _reply_to(number: int, connection: Connection) -> Reply | list[Answer] | None:
    """The reply to a question. Raises EOFError or OSError, also where it takes too long or is to another one."""
    answered, reply = receive(connection)
    if answered != number:
        raise OSError
    answer: Reply | list[Answer] | None = reply
    return answer
