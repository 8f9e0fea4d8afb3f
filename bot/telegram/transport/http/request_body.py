"""The body of a request to Telegram, which knows whether all of it has left."""

from __future__ import annotations

import asyncio
import json
from typing import cast

import httpx
from aiohttp.abc import AbstractStreamWriter
from aiohttp.http import StreamWriter
from aiohttp.payload import Payload
from telegram.request import RequestData

PIECE = 1 << 16  # bytes that are written at once, each piece in its time


class RequestBody(Payload):
    """Bytes of a type, each piece of which must leave within so many seconds, for ever where that is None.

    `has_left`: all of it has; of what has not, Telegram has no request.
    """

    def __init__(self, content: bytes, content_type: str, seconds: float | None) -> None:
        super().__init__(content, content_type=content_type)
        self._content, self._seconds = content, seconds
        self.has_left = False

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self._content)

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        """Its text."""
        return self._content.decode(encoding, errors)

    async def write(self, writer: AbstractStreamWriter) -> None:
        """Writes all of it; raises TimeoutError. After an error, or when it is cancelled, no more of it leaves."""
        transport = cast(StreamWriter, writer).transport
        try:
            for start in range(0, len(self._content), PIECE):
                async with asyncio.timeout(self._seconds):
                    await writer.write(self._content[start : start + PIECE])
        except BaseException:
            # A connection that is merely closed sends first what waits in it, the rest of the request, or waits for
            # ever to be rid of it.
            if transport:
                transport.abort()
            raise
        self.has_left = True


def body_of(data: RequestData, seconds: float | None) -> RequestBody:
    """The body that says what a request wants: JSON, and with files a form in many parts.

    A file name in another encoding than the system's holds what is no letter, so that no form could be made of it.
    """
    texts = {name: _encodable(text) for name, text in data.json_parameters.items()}
    if not data.contains_files:
        return RequestBody(json.dumps(texts).encode(), "application/json", seconds)
    files = {
        part: (_encodable(name), content, kind)
        for part, (name, content, kind) in (data.multipart_data or {}).items()
    }
    form = httpx.Request("POST", "http://telegram", data=texts, files=files)
    return RequestBody(form.read(), form.headers["Content-Type"], seconds)


def _encodable(text: str) -> str:
    """A text with a question mark in the place of half a letter."""
    return text.encode("utf-8", "replace").decode()
