"""The process that files of strangers are read in: prepared once, then it forks a confined worker whenever asked.

    python -m loaders.sandbox SOCKET MODULE LIMITS

MODULE has `prepare()`, called once, and `work(job, data)`, called in the workers; it may have `prepare_fresh()`, called
before the first fork of a worker for one job alone. The server is single-threaded, so forking it is safe and takes some
milliseconds; a worker shares what was prepared.
"""

from __future__ import annotations

import gc
import importlib
import json
import math
import os
import resource
import signal
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from loaders.isolation.frames import Json, receive, send

Work = Callable[[Json, bytes], Json]

PID = struct.Struct(">i")
START, START_FRESH, REAP = b"s", b"f", b"r"
# What is prepared is a million objects that stay, and a file makes many that live until it is read: the collector
# looks at them after so many new ones, not every 700.
_OBJECTS = 50_000
DATA = "data"
"""The key of an answer whose value is bytes, which JSON cannot carry."""


@dataclass(frozen=True, slots=True)
class ResourceLimits:
    """What one job may use: bytes of memory, seconds of processor and of wall time, bytes of answer."""

    memory: int = 1 << 30
    processor: int = 60
    wall: float = 120.0
    output: int = 256 << 20


def confine(limits: ResourceLimits) -> None:
    """Take from this process what reading a file does not need.

    Its memory is limited; it can open no file and no socket, so it reaches neither the disk nor the network; it
    can write nothing and leaves no core behind (setrlimit(2)).
    """
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    for closed in (resource.RLIMIT_FSIZE, resource.RLIMIT_NOFILE, resource.RLIMIT_CORE):
        resource.setrlimit(closed, (0, 0))


def main() -> None:
    """Serve until the process that started the server has gone."""
    gc.set_threshold(_OBJECTS)
    control = socket.socket(fileno=int(sys.argv[1]))
    module = importlib.import_module(sys.argv[2])
    limits = ResourceLimits(**json.loads(sys.argv[3]))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    module.prepare()
    gc.freeze()
    children: set[int] = set()
    try:
        with suppress(ConnectionError):  # who started the server was killed
            control.sendall(PID.pack(os.getpid()))
            prepare_fresh = cache(getattr(module, "prepare_fresh", lambda: None))
            while _serve(control, children, module.work, limits, prepare_fresh):
                pass
    finally:
        _end(children)


def _serve(
    control: socket.socket,
    children: set[int],
    work: Work,
    limits: ResourceLimits,
    prepare_fresh: Callable[[], None],
) -> bool:
    """Start a worker on the socket that comes, or tell how one ended."""
    message, sockets, _, _ = socket.recv_fds(control, 1 + PID.size, 1)
    if message[:1] == START_FRESH:
        prepare_fresh()
    if message[:1] in (START, START_FRESH):
        children.add(pid := _fork(control, sockets[0], work, limits))
        control.sendall(PID.pack(pid))
    elif message[:1] == REAP:
        (pid,) = PID.unpack(message[1:])
        children.discard(pid)
        control.sendall(PID.pack(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])))
    return bool(message)


def _fork(control: socket.socket, number: int, work: Work, limits: ResourceLimits) -> int:
    pid = os.fork()
    if pid:
        os.close(number)
        return pid
    status = 1
    try:
        control.close()
        _silence()
        confine(limits)
        _answer_all(socket.socket(fileno=number), work, limits)
        status = 0
    finally:
        os._exit(status)


def _silence() -> None:
    """Libraries print what they dislike in a file."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _answer_all(connection: socket.socket, work: Work, limits: ResourceLimits) -> None:
    with suppress(EOFError, OSError):
        while True:
            job, data = receive(connection)
            used = resource.getrusage(resource.RUSAGE_SELF)
            seconds = math.ceil(used.ru_utime + used.ru_stime) + limits.processor
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
            answer = _answer(work, job, data)
            try:
                send(connection, answer, answer.pop(DATA, b""))
            except MemoryError:  # nothing has gone out: a message is whole before its first byte is sent
                send(connection, _too_demanding(MemoryError))


def _answer(work: Work, job: Json, data: bytes) -> Json:
    try:
        return work(job, data)
    except (MemoryError, RecursionError) as error:
        kind = type(error)
    # Only now is what was half made let go, and there is room again for so little as an answer.
    return _too_demanding(kind)


def _too_demanding(kind: type[Exception]) -> Json:
    return {"error": "TooDemanding", "detail": kind.__name__}


def _end(children: set[int]) -> None:
    for pid in children:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
