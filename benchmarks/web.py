"""What a page of the reading room costs beside a bare Starlette route that renders the same template.

    python benchmarks/web.py [ROUNDS]

Both are asked in turn in one process, over the example corpus; the figures are the ratios of their processor times: of
the first page after a start or a load, of one that is rendered anew from what was read for another, and of one that was
seen before; of `/s` once the time of the question itself is taken off. The values of the bare route's page are made
beforehand.
"""

from __future__ import annotations

import asyncio
import functools
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlencode

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from bot.chat.context import ChatContext
from bot.config.config import Config
from bot.conversation.ask import ask
from bot.messages import CHINESE
from bot.opening import open_both
from bot.web.application import build_site
from bot.web.pages.deadlines import deadlines_page
from bot.web.pages.document import document_page
from bot.web.pages.home import home_page
from bot.web.pages.search import search_page
from bot.web.rendering import environment
from bot.web.visit import Page, Visit
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

QUESTION = "青汀县医共体双向转诊平台什么时候上线"


def bare(page: Page, path: str) -> Starlette:
    """An application whose one route renders the template of a page with its values."""
    template = environment().get_template(page.template)
    values = {"words": CHINESE, "say": CHINESE.web, "path": path, **page.values}

    async def respond(request: Request) -> Response:
        return HTMLResponse(template.render(values))

    return Starlette(routes=[Route(path, respond)])


async def seconds(app: Starlette, path: str) -> float:
    """The processor time of one request."""
    transport = httpx.ASGITransport(app, client=("127.0.0.1", 50000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        start = time.process_time()
        answer = await client.get(path)
        used = time.process_time() - start
    assert answer.status_code == 200, answer.status_code
    return used


async def ratio(
    build: Callable[[], Starlette], page: Page, path: str, rounds: int, less: Callable[[], float], seen: str
) -> float:
    """The median cost of a page over that of its bare route; `less` gives the time that does not count."""
    site, other = build(), bare(page, path.partition("?")[0])
    await seconds(site, path), await seconds(other, path)
    ours, theirs, off = [], [], []
    for number in range(rounds):
        anew = f"{path}{'&' if '?' in path else '?'}n={number}" if seen == "anew" else path
        ours.append(await seconds(build() if seen == "first" else site, anew))
        theirs.append(await seconds(other, path.partition("?")[0]))
        off.append(less())
    return (statistics.median(ours) - statistics.median(off)) / statistics.median(theirs)


def asking(knowledge: KnowledgeBase, setting: ChatContext) -> float:
    """The processor time of the question and of the search below its answer."""
    start = time.process_time()
    ask(knowledge, QUESTION, setting)
    knowledge.search(QUESTION, limit=12)
    return time.process_time() - start


def main(rounds: int) -> None:
    """Prints a line a page."""
    with tempfile.TemporaryDirectory() as folder:
        config = replace(Config(), database=Path(folder) / "jianda.db", state=Path(folder) / "state.db")
        load(config.corpus, config.database)
        with open_both(config) as (knowledge, state):
            setting = ChatContext(CHINESE, config.clock.today())
            visit = Visit(knowledge, setting, knowledge.documents()[0].id, corpus=config.corpus)
            asked = replace(visit, query={"q": QUESTION})
            build = functools.partial(build_site, config, knowledge, state)
            pages = (
                ("/", home_page(visit), lambda: 0.0),
                (f"/d/{visit.place}", document_page(visit), lambda: 0.0),
                ("/ddl", deadlines_page(visit), lambda: 0.0),
                (f"/s?{urlencode({'q': QUESTION})}", search_page(asked), lambda: asking(knowledge, setting)),
            )
            for path, page, less in pages:
                ratios = (
                    f"{seen} {asyncio.run(ratio(build, page, path, rounds, less, seen)):5.2f}"
                    for seen in ("first", "anew", "again")
                )
                print(f"{path[:16]:16}", *ratios)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
