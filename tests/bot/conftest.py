"""A bot over a small knowledge base, talking to the offline Telegram."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from telegram import Update

from bot.access.access import Access
from bot.access.rate_limits import RateLimits
from bot.clock import Clock
from bot.config.config import Telegram
from bot.config.secrets import DatabaseUrl, Secret
from bot.documents.reloader import Reloader
from bot.state import State
from bot.telegram.application import App, build
from bot.telegram.transport.polling import PollLine
from bot.telegram.transport.services import Services
from knowledge.indexing.indexer import Progress
from knowledge.indexing.load_report import LoadReport
from tests.bot.sample import REPORT, Knowledge
from tests.bot_api import BotApi, Chat, Dialogue, OfflineRequest, User
from tests.clock import TODAY
from tests.postgresql_server import Server

EIGHT = dt.datetime.combine(TODAY, dt.time(8), dt.UTC)


@dataclass
class Office:
    """The bot with its Telegram, its knowledge, and the load that /reload will do; `now` is the time of them all."""

    api: BotApi
    folder: Path
    knowledge: Knowledge = field(default_factory=Knowledge)
    load: Callable[[Progress], LoadReport] = lambda progress: REPORT
    retention_days: int = 180
    rules: dict[str, Any] = field(default_factory=dict)
    now: dt.datetime = EIGHT
    application: App = field(init=False)
    reloader: Reloader = field(init=False)
    state: State = field(init=False)

    async def open(self, **rules: Any) -> Office:
        """Opens under these rules of access."""
        self.rules = rules
        config = Telegram(token=Secret(self.api.token), **rules)
        self.reloader = Reloader(lambda progress: self.load(progress), self.folder / "jianda.db")
        clock = Clock(dt.UTC, source=lambda: self.now.timestamp())
        self.api.world.clock = clock.seconds
        self.state = State(self.folder / "jianda-state.db", self.retention_days, clock=clock.seconds)
        services = Services(
            self.knowledge,  # type: ignore[arg-type]
            Access(config, self.state.appointments.roles, self.state.moved_chats.before),
            self.reloader,
            self.state,
            clock,
            self.folder / "corpus",
            config.send_files,
            limits=RateLimits(config),
        )
        self.state.lessons.tell(self.knowledge.teach)
        self.application = build(
            config, services, (OfflineRequest(self.api), OfflineRequest(self.api)), PollLine()
        )
        await self.application.initialize()
        return self

    async def restart(self) -> Office:
        """Ends the program and starts it again, over the same files."""
        await self.application.shutdown()
        self.state.close()
        return await self.open(**self.rules)

    def dialogue(self, user: User | None = None, chat: Chat | None = None) -> Dialogue:
        """A conversation with the bot."""
        return Dialogue(self.application, self.api, user, chat)

    async def process_updates(self) -> None:
        """Handles what waits, without waiting for what that starts in the background."""
        for update in self.api.take_updates():
            await self.application.process_update(Update.de_json(update, self.application.bot))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.service)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | DatabaseUrl:
    """Where a state is kept that was not there yet, in each of the engines."""
    if request.param == "sqlite":
        return tmp_path / "state.db"
    server: Server = request.getfixturevalue("postgresql_server")
    return server.new_place()


@pytest.fixture
def api() -> BotApi:
    return BotApi()


@pytest.fixture
def closed_office(api: BotApi, tmp_path: Path) -> Iterator[Office]:
    """An office that the test opens under its own rules."""
    office = Office(api, tmp_path)
    yield office
    office.state.close()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """The folder of the original files."""
    (tmp_path / "corpus").mkdir()
    return tmp_path / "corpus"


@pytest.fixture
async def office(closed_office: Office) -> Office:
    """An office that everyone may ask."""
    return await closed_office.open()
