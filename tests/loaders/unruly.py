"""Work that breaks every bound, to be done in a confined process."""

from __future__ import annotations

import os
import resource
import socket
import time
from typing import Any

Json = dict[str, Any]


def prepare() -> None:
    """Nothing to load."""


_prepared: list[bool] = []


def prepare_fresh() -> None:
    _prepared.append(True)


def prepared(data: bytes) -> int:
    """How often what only fresh processes need was prepared before this one was forked."""
    return len(_prepared)


def work(job: Json, data: bytes) -> Json:
    return {"answer": globals()[job["do"]](data), "process": os.getpid()}


def count(data: bytes) -> int:
    return len(data)


def limits(data: bytes) -> Json:
    names = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE")
    return {name: resource.getrlimit(getattr(resource, name)) for name in names}


def eat(data: bytes) -> int:
    return len(b"x" * (4 << 30))


def nest(data: bytes) -> int:
    return nest(data) + 1


def spin(data: bytes) -> None:
    while True:
        pass


def sleep(data: bytes) -> None:
    time.sleep(600)


def shout(data: bytes) -> str:
    return "x" * (2 << 20)


def boast(data: bytes) -> str:
    """An answer for which there is room, but not twice."""
    return "字" * (80 << 20)


def die(data: bytes) -> None:
    os.abort()


def reach_out(data: bytes) -> list[str]:
    """What can be opened of the disk and the network: nothing."""
    tried = {
        "read": lambda: os.open("/etc/hostname", os.O_RDONLY),
        "write": lambda: os.open("/tmp/written", os.O_WRONLY | os.O_CREAT),
        "connect": lambda: socket.create_connection(("127.0.0.1", 9), timeout=1),
        "start": lambda: os.pipe(),
    }
    reached = []
    for name, attempt in tried.items():
        try:
            attempt()
            reached.append(name)
        except OSError:
            pass
    return reached
