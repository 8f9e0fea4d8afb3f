"""Messages between two processes over a socket: a header in JSON and bytes, each with its length before it."""

from __future__ import annotations

import json
import socket
import struct
import time
from typing import Any

Json = dict[str, Any]

_LENGTHS = struct.Struct(">II")


class FrameTooLong(Exception):
    """The other side sends more than it may."""


def send(connection: socket.socket, header: Json, data: bytes = b"") -> None:
    """Send a message; raises OSError when the other side has gone."""
    head = json.dumps(header, ensure_ascii=False).encode("utf-8", "surrogatepass")
    connection.sendall(_LENGTHS.pack(len(head), len(data)) + head)
    connection.sendall(data)


def receive(
    connection: socket.socket, longest: int | None = None, deadline: float | None = None
) -> tuple[Json, bytes]:
    """Receive a message.

    Arguments: the socket; the most bytes it may have, None for any number; when it must have come by the monotonic
    clock (seconds). Raises EOFError when the other side has gone, FrameTooLong, or TimeoutError.
    """
    lengths = _LENGTHS.unpack(_exactly(connection, _LENGTHS.size, deadline))
    if longest is not None and sum(lengths) > longest:
        raise FrameTooLong
    head, data = (_exactly(connection, length, deadline) for length in lengths)
    return json.loads(head.decode("utf-8", "surrogatepass")), data


def _exactly(connection: socket.socket, length: int, deadline: float | None) -> bytes:
    received = bytearray()
    while len(received) < length:
        if deadline is not None:
            connection.settimeout(max(0.001, deadline - time.monotonic()))
        piece = connection.recv(min(length - len(received), 1 << 20))
        if not piece:
            raise EOFError
        received += piece
    return bytes(received)
