"""A network between the programs and a server that can be cut, on loopback: what is sent meanwhile waits, as packets do
that are sent again and again, and either side may give the other up."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Literal

End = Literal["client", "server"]


class CuttingProxy:
    """Passes on what comes to `port`. Argument: what makes a line to the server."""

    def __init__(self, reach: Callable[[], socket.socket]) -> None:
        self._reach = reach
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._whole = threading.Event()
        self._whole.set()
        self._lines: list[dict[End, socket.socket]] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Nothing goes through any more; both sides believe that their lines stand."""
        self._whole.clear()

    def given_up_by(self, end: End) -> None:
        """One side ends its lines, as it does after some time without a sign of life; the other hears of it once the
        network is whole."""
        for line in self._lines:
            _end(line[end])

    def heal(self) -> None:
        """What was held back goes through."""
        self._whole.set()

    def close(self) -> None:
        """Ends all lines and takes no more."""
        self._listener.close()
        self.given_up_by("client")
        self.given_up_by("server")
        self.heal()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client = self._listener.accept()[0]
                threading.Thread(target=self._join, args=(client,), daemon=True).start()

    def _join(self, client: socket.socket) -> None:
        self._whole.wait()
        try:
            server = self._reach()
        except OSError:  # it is down
            client.close()
            return
        self._lines.append({"client": client, "server": server})
        threading.Thread(target=self._pass, args=(client, server), daemon=True).start()
        self._pass(server, client)

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                self._whole.wait()
                target.sendall(data)
        self._whole.wait()
        _end(target)


def _end(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


@contextmanager
def cutting(reach: Callable[[], socket.socket]) -> Iterator[CuttingProxy]:
    """A proxy until the block ends."""
    proxy = CuttingProxy(reach)
    try:
        yield proxy
    finally:
        proxy.close()
