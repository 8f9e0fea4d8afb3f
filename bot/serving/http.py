"""The one HTTP server: the pages, the webhook of Telegram, and what watches over the process."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit

import uvicorn
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.errors import StateError, explain
from bot.metrics import REGISTRY
from bot.serving.health import Health, Json
from bot.telegram.transport.connections import UnreadableAnswer
from bot.telegram.transport.update_source import Webhook

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LONGEST_UPDATE = 1 << 20  # bytes; the longest message with all its entities is far shorter
STOP_SECONDS = 5  # for responses that are under way at the end

log = logging.getLogger(__name__)


def build_app(health: Health, webhook: Webhook | None, url: str, site: Starlette | None) -> Starlette:
    """The application. Arguments: the health, the webhook with its URL where there is one, the reading room."""
    routes: list[BaseRoute] = [*_watching(health)]
    if webhook:
        routes.append(_hook(webhook, urlsplit(url).path))
    if site:
        routes.append(Mount("/", site))
    return Starlette(routes=routes)


def _watching(health: Health) -> list[Route]:
    """The routes for those who watch over the process."""

    async def alive(request: Request) -> Response:
        return _answer(*health.alive())

    async def ready(request: Request) -> Response:
        return _answer(*await health.ready())

    async def metrics(request: Request) -> Response:
        return Response(generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [Route("/healthz", alive), Route("/readyz", ready), Route("/metrics", metrics)]


def _answer(good: bool, checks: Json) -> Response:
    return JSONResponse({"ok": good, **checks}, 200 if good else 503, headers={"Cache-Control": "no-store"})


def _hook(webhook: Webhook, path: str) -> Route:
    """The route by which Telegram brings an update; it hears 200 when the update is written down, else it comes again."""

    async def take(request: Request) -> Response:
        if not webhook.is_secret(request.headers.get(SECRET_HEADER, "")):
            return Response(status_code=403)
        payload = await _body(request)
        if payload is None:
            return Response(status_code=413)
        try:
            await webhook.receive(payload)
        except UnreadableAnswer:
            return Response(status_code=400)
        except StateError as error:
            log.warning("%s", explain(error))
            return Response(status_code=503)
        return Response()

    return Route(path, take, methods=["POST"])


async def _body(request: Request) -> bytes | None:
    """The body of a request, None where it is longer than any update."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST_UPDATE:
            return None
    return bytes(body)


class _Server(uvicorn.Server):
    """A server that leaves the signals to the bot, which ends it."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Takes no signal."""
        yield


@contextlib.asynccontextmanager
async def served(app: Starlette, listener: socket.socket) -> AsyncIterator[None]:
    """Serves an application on a socket beside the block; its end may finish what is under way."""
    server = _Server(
        uvicorn.Config(
            app,
            log_config=None,
            access_log=False,  # an address holds what somebody asked
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            timeout_graceful_shutdown=STOP_SECONDS,
        )
    )
    task = asyncio.create_task(server.serve([listener]), name="http")
    try:
        yield
    finally:
        server.should_exit = True
        await asyncio.wait({task}, timeout=2 * STOP_SECONDS)
