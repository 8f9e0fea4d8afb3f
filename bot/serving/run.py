"""`jianda run`: everything is opened, the bot and the HTTP server run side by side, everything is closed."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import gc
import logging
import socket
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.access.access import Access
from bot.access.rate_limits import RateLimits
from bot.access.signatures import Signer
from bot.chat.site_links import SiteLinks
from bot.config.config import Config
from bot.documents.reloader import Reloader
from bot.errors import AddressTaken, TokenMissing, WebMissing, explain
from bot.metrics import SILENCE, WAITING
from bot.opening import open_both, open_untaught
from bot.pages.status import setup_warnings
from bot.serving.health import Health
from bot.state import State
from bot.state.chats.schedule import Schedule
from bot.state.storage.engines import only_run
from bot.telegram.logging import set_up_logging
from bot.telegram.server import TelegramServer
from bot.telegram.transport.services import Services
from knowledge.corpus.changes import recover
from knowledge.errors import KnowledgeError
from knowledge.indexing.indexer import Progress, load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.indexing.load_report import LoadReport
from knowledge.knowledge_base import KnowledgeBase
from knowledge.serving.processes import AnsweringProcesses, processes_at_hand
from loaders.isolation.scratch import remove_abandoned
from loaders.notes import NotedError

if TYPE_CHECKING:
    from starlette.applications import Starlette

SWITCH = (
    0.0005  # seconds until a thread that waits may run: each piece of work in a thread waits several times
)

log = logging.getLogger(__name__)


def serve(config: Config) -> None:
    """Runs the bot until SIGTERM or Ctrl-C. Raises TokenMissing, TokenRefused, TelegramUnreachable, AddressTaken, StateInUse …"""
    if not config.telegram.token:
        raise TokenMissing
    set_up_logging(config)
    for warning in setup_warnings(config):
        log.warning(warning)
    with only_run(config.state_place, among_replicas=bool(config.telegram.webhook_url)):
        _take_back_what_was_begun(config)
        _serve(config)


def _serve(config: Config) -> None:
    with _listener(config) as listener, open_both(config) as (knowledge, state):
        services = Services(
            knowledge,
            Access(config.telegram, state.appointments.roles, state.moved_chats.before),
            Reloader(functools.partial(_load, config, knowledge), config.database),
            state,
            config.clock,
            config.corpus,
            config.telegram.send_files,
            limits=_limits(config, state),
            usual=Schedule(at=config.reminder_time),
            site=_site_links(config),
        )
        with contextlib.suppress(asyncio.CancelledError):
            sys.setswitchinterval(SWITCH)
            gc.freeze()  # what is there now stays to the end: the collector need not look at it again and again
            asyncio.run(_run(config, services, listener))


@contextlib.contextmanager
def _answering(config: Config, knowledge: KnowledgeBase) -> Iterator[None]:
    """Has questions answered by processes of their own; where there are none, the knowledge base is made ready here."""
    wanted = config.answering_processes
    count = processes_at_hand() if wanted is None else wanted
    if not count:
        threading.Thread(target=_warm_up, args=(knowledge,), name="warm-up", daemon=True).start()
        yield
        return
    with contextlib.closing(AnsweringProcesses(functools.partial(open_untaught, config), count)) as processes:
        knowledge.answer_in(processes)
        yield


def _warm_up(knowledge: KnowledgeBase) -> None:
    """What no question shall wait for is read beside the start; of a base that cannot be read the questions tell."""
    with contextlib.suppress(KnowledgeError):
        knowledge.warm_up()


async def _run(config: Config, services: Services, listener: socket.socket | None) -> None:
    server = TelegramServer(config, services)
    SILENCE.set_function(lambda: server.line.silence)
    WAITING.set_function(lambda: server.waiting)
    # These end before the loop waits for its threads, which wait for them.
    with _answering(config, services.knowledge):
        if listener is None:
            await server.run()
            return
        from bot.serving.http import served

        async with served(_app(config, services, server), listener):
            await server.run()


def _app(config: Config, services: Services, server: TelegramServer) -> Starlette:
    """The pages, the webhook and what watches over the process."""
    from bot.serving.http import build_app
    from bot.web.application import build_site

    health = Health(
        lambda: server.line.silence, lambda: server.is_running, services.knowledge, services.state
    )
    site = build_site(config, services.knowledge, services.state, services.access)
    return build_app(health, server.webhook, config.telegram.webhook_url, site)


@contextlib.contextmanager
def _listener(config: Config) -> Iterator[socket.socket | None]:
    """The socket of the HTTP server; None where none is wanted, or where one that is not needed cannot be had."""
    needed = bool(config.telegram.webhook_url)
    with contextlib.ExitStack() as stack:
        listener = None
        if needed or config.web.serve:
            try:
                from bot.web.server import listening

                listener, url = stack.enter_context(listening(config.web.listen))
                log.info("网页在 %s（pages）", url)
            except (ImportError, AddressTaken) as error:
                fault = error if isinstance(error, AddressTaken) else WebMissing()
                if needed:
                    raise fault from error
                log.warning("%s", explain(fault))
        yield listener


def _limits(config: Config, state: State) -> RateLimits:
    """The limits, counted by all replicas together where there may be several."""
    shared = state.answer_counts.window if state.is_shared and config.telegram.webhook_url else None
    return RateLimits(config.telegram, shared=shared)


def _site_links(config: Config) -> SiteLinks | None:
    url = config.web.public_url
    return SiteLinks(url, Signer(config.telegram.token.reveal())) if url else None


def _load(config: Config, knowledge: KnowledgeBase, progress: Progress) -> LoadReport:
    return load(
        config.corpus,
        config.database,
        progress=progress,
        now=config.clock.now(),
        resources=ReadingResources(publish=knowledge.source.publish),
    )


def _take_back_what_was_begun(config: Config) -> None:
    """Takes back a change of the corpus that a crash has left half done (a folder that cannot be written has none), and
    removes the copies of trials that it left."""
    remove_abandoned()
    try:
        recover(config.corpus)
    except (NotedError, OSError) as error:
        log.warning("%s", explain(error))
