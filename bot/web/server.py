"""Serving the reading room by itself, until Ctrl-C or SIGTERM."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager

import uvicorn
from starlette.applications import Starlette

from bot.config.values import ListenAddress
from bot.errors import AddressTaken
from loaders.faults import system_fault

STOP_SECONDS = 5  # for responses that are under way at the end


@contextmanager
def listening(address: ListenAddress) -> Iterator[tuple[socket.socket, str]]:
    """A socket that listens on an address, and the address as a browser types it; raises AddressTaken."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    try:
        listener = socket.create_server((address.host, address.port), family=family)
    except OSError as error:
        raise AddressTaken(address, system_fault(error)) from error
    with closing(listener):
        host = f"[{address.host}]" if family == socket.AF_INET6 else address.host
        yield listener, f"http://{host}:{listener.getsockname()[1]}/"


def serve(site: Starlette, listener: socket.socket) -> None:
    """Serves an application on a socket."""
    config = uvicorn.Config(
        site,
        log_level="warning",
        access_log=False,  # an address holds what somebody asked
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    uvicorn.Server(config).run([listener])
