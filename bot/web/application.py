"""The Starlette application: its routes as a list, and what stands around every page."""

from __future__ import annotations

import functools
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.chat.context import ChatContext
from bot.concurrency import in_thread
from bot.config.config import Config
from bot.errors import StateError, explain
from bot.state import State
from bot.web.headers import SafeHeaders
from bot.web.language import preferred
from bot.web.pages.document import document_page, file_page, passage_page
from bot.web.pages.home import home_page
from bot.web.pages.search import search_page
from bot.web.rendering import environment, render
from bot.web.visit import Page, Show, Visit
from knowledge.errors import KnowledgeError
from knowledge.knowledge_base import KnowledgeBase

log = logging.getLogger(__name__)

Endpoint = Callable[[Request], Awaitable[Response]]

PAGES: tuple[tuple[str, Show], ...] = (
    ("/", home_page),
    ("/s", search_page),
    ("/d/{place}", document_page),
    ("/d/{place}/file", file_page),
    ("/p/{place}", passage_page),
)


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made from."""

    config: Config
    knowledge: KnowledgeBase
    state: State
    templates: Environment = field(default_factory=environment)

    def visit(self, request: Request) -> Visit:
        """The request as a page sees it."""
        setting = ChatContext(
            preferred(request.headers.get("accept-language", "")),
            self.config.clock.today(),
            files=self.config.telegram.send_files,
            marks=self.state.marks.current,
            zone=self.config.time_zone,
        )
        place = request.path_params.get("place", "")
        return Visit(self.knowledge, setting, place, request.query_params, self.config.corpus)

    def answer(self, show: Show, request: Request) -> Response:
        """What a page shows, or why it cannot."""
        try:
            visit = self.visit(request)
            shown = show(visit)
            return shown if isinstance(shown, Response) else self.rendered(shown, request)
        except HTTPException as error:
            return self.fault(request, error.status_code)
        except (KnowledgeError, StateError) as error:
            log.error("%s", explain(error))
            return self.fault(request, 503)
        except Exception:
            number = secrets.token_hex(3)
            log.exception("page error %s", number)
            return self.fault(request, 500, number)

    def fault(self, request: Request, status: int, number: str = "") -> Response:
        """The page that says in one sentence what is wrong."""
        return self.rendered(Page("fault.html", {"status": status, "number": number}, status), request)

    def rendered(self, page: Page, request: Request) -> Response:
        """A page in the language of the visitor."""
        return render(
            self.templates, page, preferred(request.headers.get("accept-language", "")), request.url.path
        )


def build_site(config: Config, knowledge: KnowledgeBase, state: State) -> Starlette:
    """The reading room as an application of its own: to be served alone, or to be mounted beside other routes."""
    site = Site(config, knowledge, state)
    pages = [Route(path, _endpoint(site, show), methods=["GET"]) for path, show in PAGES]
    return Starlette(
        routes=[
            *pages,
            Route("/robots.txt", _robots),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={HTTPException: functools.partial(_refused, site)},
    )


def _endpoint(site: Site, show: Show) -> Endpoint:
    async def respond(request: Request) -> Response:
        return await in_thread(site.answer, show, request)

    return respond


async def _refused(site: Site, request: Request, error: Exception) -> Response:
    """What no route takes."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    return await in_thread(site.fault, request, status)


async def _robots(request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")
