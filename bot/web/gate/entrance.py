"""/enter: by a one-time link of the bot, or as a Mini App."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.concurrency import in_thread
from bot.config.config import Config
from bot.state import State
from bot.state.editing.confirmations import WEB
from bot.web.gate.init_data import person_of
from bot.web.gate.visitors import Gate
from bot.web.visit import Page

LARGEST = 16_384  # bytes of a form


@dataclass(frozen=True, slots=True)
class Entrance:
    """The way in: who came by it is remembered by a cookie."""

    config: Config
    state: State
    gate: Gate

    def page(self, request: Request) -> Page:
        """The page with the button; a look at it by a program that previews links uses nothing up."""
        key = request.path_params.get("key", "")
        return Page("enter.html", {"key": key, "valid": bool(key and self._is_link(key))})

    async def enter(self, request: Request) -> Response:
        """Takes the link, or the data of the Mini App; HTTPException 403 where neither holds."""
        self.gate.count(request)
        form = parse_qs((await _body(request)).decode(errors="replace"))
        person = await in_thread(self._person, request.path_params.get("key", ""), form)
        if person is None:
            raise HTTPException(403)
        response = RedirectResponse("/", 303)
        self.gate.remember(response, person)
        return response

    def _person(self, key: str, form: dict[str, list[str]]) -> int | None:
        if key:
            link = self.state.pending.take(key) if self._is_link(key) else None
            return link.person if link else None
        token, now = self.config.telegram.token.reveal(), self.config.clock.seconds()
        return person_of(form.get("init_data", [""])[0], token, now)

    def _is_link(self, key: str) -> bool:
        link = self.state.pending.find(key)
        return link is not None and link.kind == WEB


async def _body(request: Request) -> bytes:
    """The body of a request; HTTPException 413 where it is larger than any form."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413)
    return body
