"""Jobs done side by side in confined processes: each has its limits, and one that dies takes nothing with it."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from selectors import EVENT_READ, PollSelector
from types import TracebackType
from typing import Self

from loaders.isolation.frames import FrameTooLong, Json, receive, send
from loaders.isolation.sandbox import DATA, PID, REAP, START, START_FRESH, ResourceLimits

_TICK = 0.5  # seconds
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "XDG_CACHE_HOME")


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do: `header` says what, `data` is the file; `fresh` asks for a process that nobody else uses."""

    header: Json
    data: bytes
    fresh: bool


@dataclass(frozen=True, slots=True)
class _Worker:
    pid: int
    connection: socket.socket


@dataclass(frozen=True, slots=True)
class _Busy:
    worker: _Worker
    job: Job
    deadline: float


class Workers:
    """A server process and the workers that it forks; a context manager that ends them all."""

    def __init__(self, module: str, count: int, limits: ResourceLimits | None = None) -> None:
        """Arguments: the module with `prepare` and `work` (see `loaders.isolation.sandbox`); how many workers; their limits."""
        self._module, self._count, self._limits = module, count, limits or ResourceLimits()
        self._idle: list[_Worker] = []
        self._busy: list[_Busy] = []

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self.close()

    @property
    def running(self) -> bool:
        """Whether the server is there."""
        return self._server.poll() is None

    def open(self) -> Self:
        """Start the server and wait until it is ready."""
        self._control, theirs = socket.socketpair()
        arguments = (str(theirs.fileno()), self._module, json.dumps(asdict(self._limits)))
        self._server = subprocess.Popen(
            [sys.executable, "-m", "loaders.isolation.sandbox", *arguments],
            pass_fds=[theirs.fileno()],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        theirs.close()
        try:
            self._told()
        except BaseException:
            self.close()
            raise
        return self

    def rest(self) -> None:
        """End the workers that wait for a job; the server stays."""
        while self._idle:
            self._dismiss(self._idle.pop())

    def close(self) -> None:
        """End the server, and with it all workers."""
        self._control.close()
        try:
            self._server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()

    def run(self, jobs: Callable[[], Job | None], tick: Callable[[], None]) -> Iterator[tuple[Job, Json]]:
        """Do jobs and give the answers as they come.

        Arguments: gives the next job, None when there is none now; called about twice a second, may raise to stop.
        An answer with `error` tells why there is none: TooDemanding, TooSlow, TooLong or ParserDied.
        """
        while True:
            while len(self._busy) < self._count and (job := jobs()):
                self._start(job)
            if not self._busy:
                return
            for busy in self._answered():
                yield busy.job, self._finish(busy)
            now = time.monotonic()
            for busy in [busy for busy in self._busy if busy.deadline < now]:
                yield busy.job, self._kill(busy, "TooSlow")
            tick()

    def _answered(self) -> list[_Busy]:
        """Those whose answer has come, or who have died, after a moment at most."""
        with PollSelector() as selector:  # select takes no file with a number above a thousand
            for busy in self._busy:
                selector.register(busy.worker.connection, EVENT_READ, busy)
            return [key.data for key, _ in selector.select(_TICK)]

    def _start(self, job: Job) -> None:
        worker = self._idle.pop() if self._idle and not job.fresh else self._fork(job.fresh)
        # A worker that died meanwhile is noticed when its answer is awaited.
        with suppress(OSError):
            worker.connection.settimeout(self._limits.wall)
            send(worker.connection, job.header, job.data)
        self._busy.append(_Busy(worker, job, time.monotonic() + self._limits.wall))

    def _fork(self, fresh: bool) -> _Worker:
        ours, theirs = socket.socketpair()
        socket.send_fds(self._control, [START_FRESH if fresh else START], [theirs.fileno()])
        theirs.close()
        return _Worker(self._told(), ours)

    def _finish(self, busy: _Busy) -> Json:
        try:
            answer, data = receive(busy.worker.connection, self._limits.output, busy.deadline)
        except FrameTooLong:
            return self._kill(busy, "TooLong")
        except TimeoutError:
            return self._kill(busy, "TooSlow")
        except (EOFError, OSError, ValueError):
            return self._buried(busy)
        self._busy.remove(busy)
        if busy.job.fresh or "error" in answer:
            self._dismiss(busy.worker)
        else:
            self._idle.append(busy.worker)
        return answer | {DATA: data} if data else answer

    def _kill(self, busy: _Busy, error: str) -> Json:
        os.kill(busy.worker.pid, signal.SIGKILL)  # not yet reaped, so the number is still its own
        self._busy.remove(busy)
        self._dismiss(busy.worker)
        return {"error": error}

    def _buried(self, busy: _Busy) -> Json:
        """Why a worker died: by its limit of processor time, or by what a library did when memory was refused."""
        self._busy.remove(busy)
        ended = -self._dismiss(busy.worker)
        name = signal.Signals(ended).name if ended > 0 else str(ended)
        return {"error": "TooSlow" if ended == signal.SIGXCPU else "ParserDied", "detail": name}

    def _dismiss(self, worker: _Worker) -> int:
        """End a worker, which exits when its socket closes; gives its exit code, negative for a signal."""
        worker.connection.close()
        self._control.sendall(REAP + PID.pack(worker.pid))
        return self._told()

    def _told(self) -> int:
        data = self._control.recv(PID.size)
        if len(data) < PID.size:
            raise OSError("the process that reads files has ended")
        return int(PID.unpack(data)[0])


def _environment() -> dict[str, str]:
    """What the server needs to know, and no secret."""
    variables = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return variables | {
        "PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path),
        "PYTHONUTF8": "1",
        "OPENBLAS_NUM_THREADS": "1",  # its threads would not survive the fork; the workers work side by side
    }
