"""The Starlette application: its routes as a list, and what stands around every page."""

from __future__ import annotations

import functools
import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.access.access import Access
from bot.access.signatures import Signer
from bot.chat.context import ChatContext
from bot.chat.site_links import SiteLinks
from bot.concurrency import InTurn, in_thread
from bot.config.config import Config
from bot.errors import StateError, explain
from bot.messages import CHINESE, Messages
from bot.state import State
from bot.web.edition_cache import Edition, EditionCache, Identity, View, page_cache, view_cache
from bot.web.gate.entrance import Entrance
from bot.web.gate.visitors import Gate, Visitor
from bot.web.headers import SafeHeaders
from bot.web.language import preferred
from bot.web.page_pictures import PagePictures, recognised_beside
from bot.web.pages.comparison import comparison_page
from bot.web.pages.deadlines import calendar_page, deadlines_page, timeline_page
from bot.web.pages.document import document_page, passage_page
from bot.web.pages.files import file_page
from bot.web.pages.home import home_page
from bot.web.pages.page_picture import boxes_page, picture_page
from bot.web.pages.search import search_page
from bot.web.pages.targets import targets_page
from bot.web.pages.topics import topic_page, topics_page
from bot.web.rendering import environment, render
from bot.web.visit import Drawing, NotAtOnce, Page, Show, Visit
from knowledge.errors import KnowledgeError
from knowledge.knowledge_base import KnowledgeBase

log = logging.getLogger(__name__)

Endpoint = Callable[[Request], Awaitable[Response]]

PAGES: tuple[tuple[str, Show], ...] = (
    ("/", home_page),
    ("/s", search_page),
    ("/d/{place}", document_page),
    ("/d/{place}/file", file_page),
    ("/d/{place}/page/{number:int}.png", picture_page),
    ("/d/{place}/page/{number:int}.svg", boxes_page),
    ("/p/{place}", passage_page),
    ("/topics", topics_page),
    ("/topics/{place}", topic_page),
    ("/ddl", deadlines_page),
    ("/ddl.ics", calendar_page),
    ("/ddl/timeline.svg", timeline_page),
    ("/targets", targets_page),
    ("/compare", comparison_page),
)
# What changes with the documents, the marks and the day alone.
LASTING = (home_page, document_page, deadlines_page, targets_page)


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages are made from, and who may see them."""

    config: Config
    knowledge: KnowledgeBase
    state: State
    access: Access
    gate: Gate
    site: SiteLinks
    pictures: PagePictures
    templates: Environment = field(default_factory=environment)
    pages: EditionCache[bytes] = field(default_factory=page_cache)
    views: EditionCache[View] = field(default_factory=view_cache)
    drawing: InTurn = field(default_factory=InTurn)

    def visit(self, request: Request, visitor: Visitor) -> Visit:
        """The request as a page sees it."""
        setting = ChatContext(
            _words(request),
            self.config.clock.today(),
            files=self.config.telegram.send_files,
            marks=self.state.marks.current,
            zone=self.config.time_zone,
            lasting_ids=self.state.lasting_ids.of,
            marked_at=self.state.marks.changed_at,
        )
        knowledge = self._reading(visitor)
        marks = Identity(setting.marks)
        edition = Edition(knowledge.edition, setting.words.web.language, setting.today, marks)
        query = request.query_params
        return Visit(
            knowledge=knowledge,
            setting=setting,
            place=request.path_params.get("place", ""),
            query=query,
            corpus=self.config.corpus,
            calendar=self.gate.subscription(visitor, query.get("q", "")),
            site=self.site,
            edition=edition,
            views=self.views,
            number=request.path_params.get("number", 0),
            pictures=self.pictures,
        )

    def _reading(self, visitor: Visitor) -> KnowledgeBase:
        """What a visitor may read."""
        return self.knowledge.read_by(self.access.reads_as(visitor.person, visitor.person))

    def answer(self, show: Show, request: Request, visitor: Visitor) -> Response | Drawing:
        """What a page shows."""
        visit = self.visit(request, visitor)
        return self._lasting(show, request, visit) if show in LASTING else self._made(show, request, visit)

    def answer_at_once(self, show: Show, request: Request, visitor: Visitor) -> Response | Drawing | None:
        """The same without reading anything, None where that is not to be had."""
        if show not in LASTING or not self._reading(visitor).known_edition:
            return None
        try:
            return self._lasting(show, request, replace(self.visit(request, visitor), at_once=True))
        except NotAtOnce:
            return None

    def _lasting(self, show: Show, request: Request, visit: Visit) -> Response | Drawing:
        key = (request.url.path, request.url.query, visit.calendar, visit.edition)
        if html := self.pages.find(key):
            return HTMLResponse(html)
        response = self._made(show, request, visit)
        if isinstance(response, HTMLResponse) and response.status_code == 200 and visit.is_current:
            self.pages.keep(key, bytes(response.body))
        return response

    def _made(self, show: Show, request: Request, visit: Visit) -> Response | Drawing:
        shown = show(visit)
        return self.rendered(shown, request) if isinstance(shown, Page) else shown

    def fault(self, request: Request, error: Exception) -> Response:
        """The page that says in one sentence what is wrong; what nobody foresaw is logged under a number."""
        status, number = 500, ""
        if isinstance(error, HTTPException):
            status = error.status_code if error.status_code in CHINESE.web.faults else 400
        elif isinstance(error, KnowledgeError | StateError):
            status = 503
            log.error("%s", explain(error))
        else:
            number = secrets.token_hex(3)
            log.error("page error %s", number, exc_info=error)
        page = self.rendered(Page("fault.html", {"status": status, "number": number}, status), request)
        if status == 429:
            page.headers["Retry-After"] = "60"
        return page

    def rendered(self, page: Page, request: Request) -> Response:
        """A page in the language of the visitor."""
        return render(self.templates, page, _words(request), request.url.path)


def build_site(
    config: Config, knowledge: KnowledgeBase, state: State, access: Access | None = None
) -> Starlette:
    """The reading room as an application of its own: to be served alone, or to be mounted beside other routes.

    Arguments: the configuration, what is read, what people made; who may ask, as the bot in the same process knows it.
    """
    access = access or Access(config.telegram, state.appointments.roles, state.moved_chats.before)
    signer = Signer(config.telegram.token.reveal())
    gate = Gate(config, access, signer)
    pictures = PagePictures(recognised_beside(config.database))
    site = Site(config, knowledge, state, access, gate, SiteLinks(config.web.public_url, signer), pictures)
    entrance = Entrance(config, state, gate)
    ways_in = [
        Route(path, _guarded(site, way), methods=[method])
        for path in ("/enter", "/enter/{key}")
        for method, way in (("GET", _entrance_page(site, entrance)), ("POST", entrance.enter))
    ]
    return Starlette(
        routes=[
            *(Route(path, _guarded(site, _page(site, show)), methods=["GET"]) for path, show in PAGES),
            *ways_in,
            Route("/robots.txt", _robots),
            Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")),
        ],
        middleware=[Middleware(SafeHeaders)],
        exception_handlers={HTTPException: functools.partial(_refused, site)},
    )


def _words(request: Request) -> Messages:
    return preferred(request.headers.get("accept-language", ""))


def _page(site: Site, show: Show) -> Endpoint:
    async def respond(request: Request) -> Response:
        visitor = site.gate.admit(request)
        answer = site.answer_at_once(show, request, visitor)
        if answer is None:
            answer = await in_thread(site.answer, show, request, visitor)
        return await site.drawing.run(answer.draw) if isinstance(answer, Drawing) else answer

    return respond


def _entrance_page(site: Site, entrance: Entrance) -> Endpoint:
    async def respond(request: Request) -> Response:
        return site.rendered(await in_thread(entrance.page, request), request)

    return respond


def _guarded(site: Site, endpoint: Endpoint) -> Endpoint:
    """The endpoint, whose every error becomes a page."""

    async def respond(request: Request) -> Response:
        try:
            return await endpoint(request)
        except Exception as error:
            return site.fault(request, error)

    return respond


async def _refused(site: Site, request: Request, error: Exception) -> Response:
    """What no route takes."""
    return site.fault(request, error)


async def _robots(request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")
