"""PTB in memory: its requests go straight to a `BotApi`, and a dialogue drives the application."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import unquote, urlsplit

from telegram import Update
from telegram.error import TimedOut
from telegram.ext import Application, ApplicationBuilder
from telegram.request import BaseRequest, RequestData

from .errors import ApiError, Json
from .exchange import Exchange
from .kinds import Upload
from .server import BotApi
from .state import Chat, Message, MessageRef, Sent, User

AnyApplication = Application[Any, Any, Any, Any, Any, Any]
AnyBuilder = ApplicationBuilder[Any, Any, Any, Any, Any, Any]

SETTLE_SECONDS = 30.0  # a load on a busy machine is no hang
_LOOK_AGAIN = 0.005


class OfflineRequest(BaseRequest):
    """Hands the requests of PTB to a `BotApi` in memory."""

    def __init__(self, api: BotApi) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float:
        """PTB adds this to the timeout of getUpdates."""
        return 1.0

    async def initialize(self) -> None:
        """There is nothing to open."""

    async def shutdown(self) -> None:
        """There is nothing to close."""

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *args: Any, **kwargs: Any
    ) -> tuple[int, bytes]:
        """Answer as api.telegram.org would; the timeouts are the test's business."""
        kind, token, name = _target(url)
        if kind == "file":
            return self._download(name, token)
        parameters = request_data.json_parameters if request_data else {}
        exchange = self._api.open(name, parameters, _uploads(request_data), token)
        await _held(exchange)
        answer = exchange.finish()
        return int(answer.get("error_code", 200)), json.dumps(answer).encode()

    def _download(self, path: str, token: str) -> tuple[int, bytes]:
        try:
            return 200, self._api.download(path, token)
        except ApiError as error:
            return error.code, json.dumps(error.envelope()).encode()


class Dialogue:
    """A person and the bot in one chat: each act gives what the bot then sent or changed.

    The application must be initialized. An act fails if the bot broke a rule of the Bot API, left a pressed
    button turning, or is still at work after `SETTLE_SECONDS`.
    """

    def __init__(
        self, application: AnyApplication, api: BotApi, user: User | None = None, chat: Chat | None = None
    ) -> None:
        self.application = application
        self.api = api
        self.user = user or api.user()
        self.chat = chat or api.private(self.user)

    async def says(
        self, text: str, *, reply_to: MessageRef | None = None, thread: int | None = None
    ) -> list[Sent]:
        """The person writes a message."""
        revision = self.api.world.revision
        self.api.message(self.chat, self.user, text, reply_to=reply_to, thread=thread)
        return await self.settled(revision)

    async def edits(self, message: MessageRef, text: str) -> list[Sent]:
        """The person changes an earlier message."""
        revision = self.api.world.revision
        self.api.edit(message, text)
        return await self.settled(revision)

    async def presses(self, button_text: str, under: Message | Sent | None = None) -> list[Sent]:
        """The person presses a button, under the newest message that has it unless told."""
        revision = self.api.world.revision
        query = self.api.press(self.user, under or self._with_button(button_text), button_text)
        messages = await self.settled(revision)
        assert self.api.callback_answer(query) is not None, f"the button {button_text!r} got no answer"
        return messages

    async def asks_inline(self, query: str, offset: str = "") -> Json | None:
        """The person types an inline query; gives what the bot answered."""
        query_id = self.api.inline(self.user, query, offset)
        await self.settled(self.api.world.revision)
        return self.api.inline_answer(query_id)

    async def settled(self, revision: int) -> list[Sent]:
        """Let the application process every waiting update; what is new in the chat since the revision."""
        before, known = asyncio.all_tasks(), len(self.api.violations)
        for update in self.api.take_updates():
            await self.application.process_update(Update.de_json(update, self.application.bot))
        await _idle(before)
        broken = self.api.violations[known:]
        assert not broken, f"the bot broke rules of the Bot API: {broken}"
        return self.api.sent_since(self.chat, revision)

    def _with_button(self, text: str) -> Sent:
        for message in reversed(self.api.sent(self.chat)):
            if any(text in label for row in message.labels for label in row):
                return message
        raise LookupError(f"no message of the bot has a button {text!r}")


def offline_bot_builder(api: BotApi) -> AnyBuilder:
    """A builder of an application that talks to the fake alone, without rate limiter."""
    builder: Any = ApplicationBuilder()
    request = OfflineRequest(api)
    return builder.token(api.token).request(request).get_updates_request(OfflineRequest(api))  # type: ignore[no-any-return]


async def _held(exchange: Exchange) -> None:
    """Wait as long as the server would hold the call."""
    if exchange.silence:
        raise TimedOut
    end = asyncio.get_running_loop().time() + exchange.wait_seconds
    while not exchange.is_ready() and asyncio.get_running_loop().time() < end:
        await asyncio.sleep(_LOOK_AGAIN)


async def _idle(before: set[asyncio.Task[Any]]) -> None:
    """Wait for every task started meanwhile: handlers that do not block, and what they start."""
    end = asyncio.get_running_loop().time() + SETTLE_SECONDS
    while working := asyncio.all_tasks() - before:
        await asyncio.wait(working, timeout=max(0.0, end - asyncio.get_running_loop().time()))
        assert asyncio.get_running_loop().time() < end, f"still at work after {SETTLE_SECONDS} s: {working}"


def _target(url: str) -> tuple[str, str, str]:
    """("call", token, method) or ("file", token, path)."""
    parts = unquote(urlsplit(url).path).removeprefix("/").split("/")
    kind = "file" if parts[0] == "file" else "call"
    token, *rest = parts[1:] if kind == "file" else parts
    return kind, token.removeprefix("bot"), "/".join(rest)


def _uploads(request_data: RequestData | None) -> dict[str, Upload]:
    if request_data is None:
        return {}
    parts: dict[str, Any] = dict(request_data.multipart_data)
    return {name: Upload(part[0], _content(part[1]), part[2]) for name, part in parts.items()}


def _content(content: Any) -> bytes:
    return content if isinstance(content, bytes) else bytes(content.read())
