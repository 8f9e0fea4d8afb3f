"""Five thousand odd requests get a page with a status of their own: no error of the server, no traceback, no file."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote, unquote

import pytest
from starlette.applications import Starlette

from bot.web.application import build_site
from tests.bot.web.conftest import Room

pytestmark = pytest.mark.fault

COUNT = 5000
ODD = (
    "",
    "\x00",
    "\ufffd",
    "\U0001f3e5",
    "'\"`",
    "<script>",
    "../../etc/passwd",
    "%00",
    "%",
    "?",
    "#",
    "\r\nX: y",
    " ",
    "a" * 3000,
)
NAMES = (
    "/",
    "/s",
    "/d/",
    "/d/aaaaaaaaaaaaa/page/",
    "/d/aaaaaaaaaaaaa/page/1.png",
    "/d/aaaaaaaaaaaaa/page/1.svg",
    "/p/",
    "/topics/",
    "/ddl",
    "/ddl.ics",
    "/ddl/timeline.svg",
    "/targets",
    "/compare",
    "/enter/",
    "/static/",
    "/robots.txt",
)
KEYS = ("q", "p", "page", "t", "s", "key", "moved", "q[]", "")
METHODS = ("GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "BREW")
HEADERS = (
    (b"cookie", b"jianda=7.9999999999.aaaa"),
    (b"cookie", b"jianda=\xff\xfe; jianda="),
    (b"accept-language", b"en;q=\xff,,,;;"),
    (b"range", b"bytes=0-1,5-"),
    (b"range", b"bytes=99999999-"),
    (b"range", b"lines=a"),
    (b"host", b""),
    (b"host", b"[::1"),
    (b"host", b"\xff\xff"),
    (b"x-forwarded-for", b"\xff, 1.2.3"),
    (b"if-none-match", b"W/"),
    (b"if-modified-since", b"yesterday"),
    (b"content-length", b"-5"),
    (b"content-type", b"multipart/form-data"),
)


@dataclass
class Dice:
    """What makes the requests: the same ones each time."""

    random: random.Random
    ids: list[str]

    def text(self) -> str:
        pieces = (*ODD, "医共体", "2027年", "1", "-1", "999999999999", self.random.choice(self.ids))
        return "".join(self.random.choices(pieces, k=self.random.choice((1, 1, 2))))

    def path(self) -> bytes:
        name = self.random.choice(NAMES)
        more = self.text() if name.endswith("/") or self.random.random() < 0.2 else ""
        end = self.random.choice(("", "", "", "/file", "/", "//"))
        raw = (name + quote(more, safe=self.random.choice(("", "/.", "/%?")))).encode() + end.encode()
        return raw + self.random.choice((b"", b"", b"", b"%ff%fe", b"%c0%af"))

    def query(self) -> bytes:
        pairs = [f"{self.random.choice(KEYS)}={quote(self.text())}" for _ in range(self.random.randrange(3))]
        return "&".join(pairs).encode() + self.random.choice((b"", b"", b"&%ff=%fe", b"=&&;"))


async def status_of(site: Starlette, dice: Dice) -> tuple[int, bytes]:
    """The status and the body of the answer to a made request, sent as a server hands it over."""
    raw, method = dice.path(), dice.random.choice(METHODS)
    headers = dice.random.sample(HEADERS, dice.random.randrange(3))
    if not any(name == b"host" for name, _ in headers):
        headers.append((b"host", b"room.example.cn"))
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "https",
        "path": unquote(raw.decode()),
        "raw_path": raw,
        "query_string": dice.query(),
        "root_path": "",
        "headers": headers,
        "client": ("203.0.113.5", 50000),
        "server": ("room.example.cn", 443),
    }
    bodies = [dice.random.choice((b"", b"init_data=a%ff", b"\xff" * 30_000))]
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        if not bodies:  # the browser waits for the answer
            await asyncio.Event().wait()
        return {"type": "http.request", "body": bodies.pop(), "more_body": False}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    await site(scope, receive, send)  # type: ignore[arg-type]
    status = next(message["status"] for message in sent if message["type"] == "http.response.start")
    return int(str(status)), b"".join(bytes(m.get("body", b"")) for m in sent if "body" in m)  # type: ignore[call-overload]


def test_no_request_is_an_error_of_the_server(room: Room):
    public = room.under(limit_per_minute=0)
    site = build_site(public.config, public.knowledge, public.state)
    passage = room.knowledge.text(room.knowledge.documents()[0].id)[0]
    dice = Dice(random.Random(18), [passage.passage_id, passage.document.id, "a" * 13])

    async def ask_all() -> list[tuple[int, bytes]]:
        return [await status_of(site, dice) for _ in range(COUNT)]

    answers = asyncio.run(ask_all())
    counts = Counter(status for status, _ in answers)
    assert sum(counts.values()) == COUNT
    assert [status for status in counts if status >= 500] == []
    assert {200, 403, 404, 405, 413} <= set(counts)
    assert not any(b"Traceback" in body or b"root:x:" in body for _, body in answers)
