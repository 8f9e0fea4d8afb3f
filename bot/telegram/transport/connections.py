"""The connections to Telegram: what PTB's do not tell of a failure, and what they must not write into the log."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextvars import ContextVar
from http import HTTPStatus
from typing import Any

import httpcore
import httpx
from telegram.error import TelegramError, TimedOut
from telegram.request import HTTPXRequest

WRITTEN = "written"  # of a request's extensions: whether all of it has left
# Refusals for which PTB has errors of their own; any other number of 400 and above means a lost network to it.
KNOWN_REFUSALS = (400, 401, 403, 404, 409, 429)

HTTPCORE_ERRORS = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProxyError,
    httpcore.ProtocolError,
)

LEAVING: ContextVar[Callable[[], Awaitable[None]] | None] = ContextVar("leaving", default=None)
"""What is done when a connection stands, before the first byte of a request leaves."""

Hook = Callable[[httpx.Response], Awaitable[None]]


class UnreadableAnswer(TelegramError):
    """Telegram answered, but what it said cannot be read; the error does not hold it."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"the answer cannot be read ({reason})")


class WatchedRequest(HTTPXRequest):
    """Connections that note of each request whether it has left as a whole; `hooks` see each answer before its body."""

    def __init__(self, hooks: tuple[Hook, ...] = (), **kwargs: Any) -> None:
        events = {"request": [_watch], "response": list(hooks)}
        super().__init__(**kwargs, httpx_kwargs={"event_hooks": events})

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Sends a request; raises TimedOut for 504, behind which Telegram may have heard it."""
        code, payload = await super().do_request(*args, **kwargs)
        if code == HTTPStatus.GATEWAY_TIMEOUT:
            raise TimedOut
        if code >= HTTPStatus.MULTIPLE_CHOICES and not _is_object(payload):
            payload = b"{}"  # else PTB would put all of a proxy's page into its error
        if 400 < code < 500 and code not in KNOWN_REFUSALS:
            code = HTTPStatus.BAD_REQUEST
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
        return answer


def has_left(error: httpx.HTTPError) -> bool:
    """Whether all of a request that failed has left for Telegram, so that it may have arrived."""
    try:
        return bool(error.request.extensions.get(WRITTEN, True))
    except RuntimeError:  # httpx does not say which request it was
        return True


def limited_to(size: int) -> Hook:
    """A hook that lets so many bytes of an answer through, and no more."""

    async def limit(response: httpx.Response) -> None:
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.stream = _Limited(response.stream, size)

    return limit


class _Limited(httpx.AsyncByteStream):
    def __init__(self, stream: httpx.AsyncByteStream, size: int) -> None:
        self._stream, self._size = stream, size

    async def __aiter__(self) -> AsyncIterator[bytes]:
        read = 0
        async for part in self._stream:
            yield part
            read += len(part)
            if read > self._size:
                return

    async def aclose(self) -> None:
        await self._stream.aclose()


class _PatientStream:
    """What is said to a SOCKS proxy before it lets anybody through: httpcore waits for its answers without end."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, patience: float | None) -> None:
        self._stream, self._patience = stream, patience

    async def read(self, max_bytes: int) -> bytes:
        answer = await self._stream.read(max_bytes, self._patience)
        if not answer:
            raise httpcore.ProxyError("the proxy hung up")
        return answer

    async def write(self, buffer: bytes) -> None:
        await self._stream.write(buffer, self._patience)


async def _watch(request: httpx.Request) -> None:
    """Lets httpcore tell how far a request comes, in the events of its extension `trace`."""
    own = False  # not the CONNECT to a proxy

    async def trace(event: str, info: dict[str, Any]) -> None:
        nonlocal own
        if event.endswith("setup_socks5_connection.started"):
            info["stream"] = _PatientStream(info["stream"], request.extensions["timeout"]["connect"])
        elif event.endswith("setup_socks5_connection.failed"):
            _raise_as_proxy_error(info["exception"])
        if event.endswith("send_request_headers.started"):
            own = info["request"].method != b"CONNECT"
            if own and (leave := LEAVING.get()):
                await leave()
        elif event.endswith("send_request_body.complete") and own:
            request.extensions[WRITTEN] = True

    request.extensions[WRITTEN] = False
    request.extensions["trace"] = trace


def _raise_as_proxy_error(error: BaseException) -> None:
    """Raises ProxyError for what httpcore raises where no SOCKS 5 is spoken: whatever the bytes lead it into."""
    if isinstance(error, Exception) and not isinstance(error, HTTPCORE_ERRORS):
        raise httpcore.ProxyError("no SOCKS 5 proxy") from error


def _is_object(payload: bytes) -> bool:
    try:
        return isinstance(json.loads(payload), dict)
    except (ValueError, RecursionError):
        return False
