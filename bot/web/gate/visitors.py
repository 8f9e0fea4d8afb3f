"""Who visits: a person by a signed cookie, or somebody at this machine."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.access.access import Access
from bot.access.rate_limits import SlidingWindow
from bot.access.signatures import Signer
from bot.clock import Clock
from bot.config.config import Config

COOKIE = "jianda"
CALENDAR = "/ddl.ics"
DAYS = 30  # that a cookie lasts
LOOPBACK = ("127.0.0.1", "localhost", "::1")
BROWSING = 10  # pages that may be opened for each question that may be asked


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who visits: the id of the person, None where it is not known, and what their pages are counted by."""

    person: int | None
    key: int


class Gate:
    """Lets in whom the access of the chat lets ask; without a public address those at this machine alone."""

    def __init__(self, config: Config, access: Access, signer: Signer) -> None:
        self._public, self._clock = str(config.web.public_url), config.clock
        self._access, self._signer = access, signer
        most = config.telegram.limit_per_minute
        self._asking, self._browsing = SlidingWindow(most), SlidingWindow(most * BROWSING)

    def admit(self, request: Request) -> Visitor:
        """The visitor; HTTPException 403 where they may not read, 429 where they ask too much."""
        if not self._public:
            return _of_this_machine(request)
        visitor = self.visitor(request)
        if not self._access.may_ask(visitor.person, None):
            raise HTTPException(403)
        if not self._access.is_admin(visitor.person):
            self._count(visitor.key, request.url.path in ("/s", "/compare"))
        return visitor

    def visitor(self, request: Request) -> Visitor:
        """Who visits, whether or not they may."""
        person = person_in(request.cookies.get(COOKIE, ""), self._signer, self._clock)
        if request.url.path == CALENDAR:
            person = self._subscriber(request.query_params.get("key", "")) or person
        return Visitor(person, _address(request) if person is None else person)

    def subscription(self, visitor: Visitor, words: str) -> str:
        """The secret address under which a calendar program fetches a person's deadlines; empty for no person."""
        if visitor.person is None:
            return ""
        key = f"{visitor.person}.{self._signer.sign(CALENDAR, str(visitor.person))}"
        return f"{self._public}{CALENDAR}?{urlencode({'q': words, 'key': key})}"

    def _subscriber(self, key: str) -> int | None:
        person, _, signature = key[:200].partition(".")
        return int(person) if self._signer.holds(CALENDAR, person, signature) else None

    def count(self, request: Request) -> None:
        """Counts a try to come in."""
        self._count(_address(request), asks=True)

    def remember(self, response: Response, person: int) -> None:
        """Gives a person the cookie by which they are known again."""
        secure = self._public.startswith("https:")
        response.set_cookie(
            COOKIE,
            cookie_of(person, self._signer, self._clock),
            max_age=DAYS * 86400,
            httponly=True,
            secure=secure,
            samesite="none" if secure else "lax",  # a Mini App may stand in a frame of Telegram's
        )

    def _count(self, key: int, asks: bool) -> None:
        for window in (self._browsing, *((self._asking,) if asks else ())):
            if not window.has_room(key):
                raise HTTPException(429)
            window.count(key)


def cookie_of(person: int, signer: Signer, clock: Clock) -> str:
    """The value of a cookie: the person, until when it holds, the signature."""
    text = f"{person}.{int(clock.seconds()) + DAYS * 86400}"
    return f"{text}.{signer.sign(COOKIE, text)}"


def person_in(cookie: str, signer: Signer, clock: Clock) -> int | None:
    """The person that a cookie names, None for a forged one or one that is over."""
    text, _, signature = cookie[:200].rpartition(".")
    if not signer.holds(COOKIE, text, signature):
        return None
    person, _, until = text.partition(".")
    return int(person) if int(until) > clock.seconds() else None


def _of_this_machine(request: Request) -> Visitor:
    """Without a public address: a browser of this machine that asks this machine by name, not another by a trick."""
    host, client = request.url.hostname or "", request.client.host if request.client else ""
    if host not in LOOPBACK or client not in LOOPBACK:
        raise HTTPException(403)
    return Visitor(None, 0)


def _address(request: Request) -> int:
    """The address of a visitor as a number: behind a proxy of this machine the last one that it has added."""
    client = request.client.host if request.client else ""
    if client in LOOPBACK:
        client = request.headers.get("x-forwarded-for", client).rpartition(",")[2].strip()
    try:
        return -int(ip_address(client))  # below zero, where no person is
    except ValueError:
        return -1
