"""The same `BotApi` behind HTTP on 127.0.0.1, for the real requests of PTB."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote, urlsplit

from .bodies import Parameters, Uploads, read_body, read_query
from .errors import ApiError, Json, Violation, flooded
from .exchange import Exchange
from .faults import UNDONE, Strike
from .server import BotApi, Stage

LONGEST_SILENCE = 60.0  # seconds; clients give up before


@contextmanager
def serve(api: BotApi, port: int = 0) -> Iterator[str]:
    """Serve until the block ends; gives the base URL as PTB's `base_url` wants it (`http://127.0.0.1:…/bot`)."""
    server = _Server(api, port)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="bot-api", daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/bot"
    finally:
        server.stop()
        thread.join()


def file_url(base_url: str) -> str:
    """What PTB's `base_file_url` wants."""
    return f"{base_url.removesuffix('/bot')}/file/bot"


class _Server(ThreadingHTTPServer):
    """Counts its open connections, so that it can end them all; what is being answered is answered whole."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, api: BotApi, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.api = api
        self.stopping = False
        self.connections: set[socket.socket] = set()

    def stop(self) -> None:
        with self.api.changed:
            self.stopping = True
            self.api.changed.notify_all()
        self.shutdown()
        self.server_close()
        for connection in list(self.connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RD)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up in the middle is part of the game."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the token stands in every URL."""

    def _answer(self) -> None:
        # The body is read whatever the path, else it would be taken for the next request of the connection.
        length = int(self.headers.get("Content-Length", 0))
        body = self.rfile.read(length)
        if len(body) < length:  # the client hung up in the middle: no request
            self.close_connection = True
            return
        parts = unquote(urlsplit(self.path).path).lstrip("/").split("/")
        try:
            if parts[0] == "file":
                self._send(200, self.server.api.download("/".join(parts[2:]), _token(parts[1])))
            else:
                self._call(_token(parts[0]), "/".join(parts[1:]), body)
        except ApiError as error:
            if isinstance(error, Violation):
                self.server.api.violations.append(f"{parts[-1]}: {error.description}")
            self._send_json(error.envelope())

    def _call(self, token: str, method: str, body: bytes) -> None:
        api = self.server.api
        parameters, files = self._written(body)
        strike = api.faults.next_strike(method, _number(parameters.get("chat_id")))
        if strike and strike.kind in UNDONE:
            self._refuse(strike)
            return
        self._watched(method, "arrived")
        with api.changed:
            exchange = api.open(method, parameters, files, token)
            self._hold(exchange)
            if exchange.silence:
                self.close_connection = True
                return
            answer = exchange.finish()
        self._watched(method, "done")
        if strike:
            self._break_off(strike)
        else:
            self._send_json(answer)
            self._watched(method, "replied")

    def _watched(self, method: str, stage: Stage) -> None:
        for watcher in self.server.api.watchers:
            watcher(method, stage)

    def _refuse(self, strike: Strike) -> None:
        """Answer a call that is not done as the strike wants it."""
        if strike.kind == "500":
            self._send_json(ApiError(500, "Internal Server Error").envelope())
        elif strike.kind == "502":
            self._send(502, b"<html><h1>502 Bad Gateway</h1></html>")
        elif strike.kind == "flood":
            self._send_json(flooded(strike.retry_after).envelope())
        elif strike.kind == "garbled":
            self._send(200, strike.body)
        else:
            self._break_off(strike)

    def _break_off(self, strike: Strike) -> None:
        """Break the connection, at once or when the client has waited long enough."""
        self.close_connection = True
        if strike.kind in ("silence", "late"):
            with self.server.api.changed:
                self.server.api.changed.wait_for(lambda: self.server.stopping, LONGEST_SILENCE)
        # With this the system sends RST in place of FIN.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def _written(self, body: bytes) -> tuple[Parameters, Uploads]:
        parameters, files = read_body(self.headers.get("Content-Type", ""), body)
        return {**read_query(urlsplit(self.path).query), **parameters}, files

    def _hold(self, exchange: Exchange) -> None:
        end = time.monotonic() + exchange.wait_seconds
        while not exchange.is_ready() and not self.server.stopping:
            if not self.server.api.changed.wait(end - time.monotonic()):
                return

    def _send_json(self, answer: Json) -> None:
        self._send(int(answer.get("error_code", 200)), json.dumps(answer).encode())

    def _send(self, code: int, content: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _number(value: Any) -> int | None:
    return int(value) if str(value).removeprefix("-").isdecimal() else None


def _token(part: str) -> str:
    return part.removeprefix("bot")
