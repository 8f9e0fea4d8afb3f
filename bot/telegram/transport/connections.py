"""The connections to Telegram: what PTB's do not tell of a failure, and what they must not write into the log.

They are aiohttp's: a request over httpx, which PTB comes with, takes seven times as much of the processor.
"""

from __future__ import annotations

import asyncio
import functools
import json
import ssl
from collections.abc import Awaitable, Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import httpx
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.transport.http.connection_pool import ConnectionPool, SocksPool
from bot.telegram.transport.http.proxies import Proxy, environment_proxy, proxy_at
from bot.telegram.transport.http.reasons import reason_of
from bot.telegram.transport.http.refusal import readable_refusal
from bot.telegram.transport.http.request_body import RequestBody, body_of

IDLE = 5.0  # seconds for which a connection that nobody uses is kept

LEAVING: ContextVar[Callable[[], Awaitable[None]] | None] = ContextVar("leaving", default=None)
"""What is done when a connection stands, before the first byte of a request leaves; CancelledError breaks it off."""

See = Callable[[Mapping[str, str]], None]


class UnreadableAnswer(TelegramError):
    """Telegram answered, but what it said cannot be read; the error does not hold it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the answer cannot be read ({reason})")


class NotLeft(NetworkError):
    """Not all of a request has left for Telegram, which so has done nothing of it."""


class NotLeftInTime(NotLeft, TimedOut):
    """The same, since it took too long."""


class LineLost(NetworkError):
    """The line was lost after a request had left, so that it may have arrived."""


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds that are waited for: to connect, for an answer, until a piece of what is sent has left, for a free
    connection."""

    connect: float | None = 5.0
    read: float | None = 5.0
    write: float | None = 5.0
    free: float | None = 1.0


class WatchedRequest(BaseRequest):
    """Connections that know of each request whether it has left as a whole.

    Arguments: how long is waited; how many connections; the address of a proxy; how many bytes of an answer are read (a
    file that has more is refused); what sees the headers of each.
    """

    def __init__(
        self,
        times: Times | None = None,
        size: int = 1,
        proxy: str = "",
        largest: int | None = None,
        see: See | None = None,
    ) -> None:
        self._times, self._size, self._proxy = times or Times(), size, proxy
        self._largest, self._see = largest, see
        self._loop: asyncio.AbstractEventLoop | None = None
        self._sessions: dict[Proxy | None, aiohttp.ClientSession] = {}  # by SOCKS proxy

    @property
    def read_timeout(self) -> float | None:
        """Seconds that an answer may take."""
        return self._times.read

    async def initialize(self) -> None:
        """Opens nothing yet: connections are made when they are needed."""

    async def shutdown(self) -> None:
        """Closes all connections."""
        while self._sessions:
            await self._sessions.popitem()[1].close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Sends a request. Raises TimedOut, NotLeft, LineLost (for 504 too, behind which Telegram may have heard it), or
        BadRequest for a file that is too large."""
        connect, free = _chosen(connect_timeout, self._times.connect), _chosen(pool_timeout, self._times.free)
        timeout = aiohttp.ClientTimeout(
            connect=None if connect is None or free is None else connect + free,
            sock_connect=connect,
            sock_read=_chosen(read_timeout, self._times.read),
        )
        body = body_of(request_data, _chosen(write_timeout, self._times.write)) if request_data else None
        try:
            code, payload = await self._answer(url, method, body, timeout)
        except Exception as error:
            raise _failure(error, has_left=body is None or body.has_left) from error
        if code == HTTPStatus.GATEWAY_TIMEOUT:
            raise LineLost("Gateway Timeout (504)")  # after TimedOut PTB would poll again at once
        if method == "GET" and self._largest and len(payload) > self._largest:
            raise BadRequest("file is too big")
        if not HTTPStatus.OK <= code < HTTPStatus.MULTIPLE_CHOICES:
            return readable_refusal(code, payload, of_message=body is not None)
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Reads an answer; PTB's own reader writes one that it cannot read into the log."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError) as error:
            raise UnreadableAnswer("no JSON") from error
        if not isinstance(answer, dict):
            raise UnreadableAnswer("no JSON object")
        return _Answer(answer)

    async def _answer(
        self, url: str, method: str, body: RequestBody | None, timeout: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        scheme, origin = urlsplit(url)[:2]
        proxy = proxy_at(self._proxy) if self._proxy else environment_proxy(scheme, origin)
        http = proxy if proxy and not proxy.is_socks else None
        login = http.login if http else {}
        async with self._session(None if http else proxy).request(
            method,
            url,
            data=body,
            headers={"User-Agent": self.USER_AGENT, **(login if scheme == "http" else {})},
            proxy=http.url if http else None,
            proxy_headers=login,
            ssl=_trust() if scheme == "https" else True,
            allow_redirects=False,
            timeout=timeout,
        ) as response:
            if self._see:
                self._see(response.headers)
            return response.status, await _beginning(response, self._largest)

    def _session(self, socks: Proxy | None) -> aiohttp.ClientSession:
        """The connections by way of a SOCKS proxy or none; those of an event loop that has ended are of no use."""
        loop = asyncio.get_running_loop()
        if loop is not self._loop:
            self._loop, self._sessions = loop, {}
        if socks not in self._sessions:
            self._sessions[socks] = _session(socks, self._size)
        return self._sessions[socks]


class _Answer(dict[str, Any]):
    """An answer; what PTB looks for in it must be there."""

    def __missing__(self, name: str) -> Any:
        raise UnreadableAnswer(f"no {name}")


class _LeavingRequest(aiohttp.ClientRequest):
    async def send(self, conn: Any) -> aiohttp.ClientResponse:
        if leave := LEAVING.get():
            await leave()
        return await super().send(conn)


def _session(socks: Proxy | None, size: int) -> aiohttp.ClientSession:
    pool: ConnectionPool
    if socks:
        pool = SocksPool(
            socks.host,
            socks.port,
            username=socks.user,
            password=socks.password,
            rdns=True,
            limit=size,
            keepalive_timeout=IDLE,
        )
    else:
        pool = ConnectionPool(limit=size, keepalive_timeout=IDLE)
    return aiohttp.ClientSession(
        connector=pool, cookie_jar=aiohttp.DummyCookieJar(), request_class=_LeavingRequest
    )


async def _beginning(response: aiohttp.ClientResponse, largest: int | None) -> bytes:
    """An answer, of one that is larger than so many bytes its beginning."""
    if largest is None:
        return await response.read()
    parts = bytearray()
    async for part in response.content.iter_any():
        parts += part
        if len(parts) > largest:
            break
    return bytes(parts)


def _failure(error: Exception, has_left: bool) -> TelegramError:
    """What a failure comes to; its own words may hold the address, and so the token."""
    if isinstance(error, TimeoutError):
        return TimedOut() if has_left else NotLeftInTime()
    return LineLost(reason_of(error)) if has_left else NotLeft(reason_of(error))


@functools.cache
def _trust() -> ssl.SSLContext:
    """The authorities that are trusted, those of PTB's own connections."""
    return httpx.create_ssl_context()


def _chosen(value: Any, usual: float | None) -> float | None:
    """A time that a request asks for, else the usual one."""
    return usual if value is BaseRequest.DEFAULT_NONE else value
