"""A reading room over a few of the example documents, visited in the same process."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.config.config import Config, Telegram, Web, example_corpus
from bot.config.secrets import Secret
from bot.config.values import PublicUrl
from bot.opening import open_both
from bot.state import State
from bot.web.application import build_site
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

FILES = ("青汀县2027年工作要点.txt", "tongxi-fitness-tasks-2027.txt")
TODAY = dt.date(2027, 2, 1)


@dataclass
class Room:
    """A reading room with what it is made from."""

    config: Config
    knowledge: KnowledgeBase
    state: State

    def visitor(
        self, address: str = "http://127.0.0.1:8321", client: str = "127.0.0.1", **headers: str
    ) -> TestClient:
        """A browser that follows no redirect by itself."""
        site = build_site(self.config, self.knowledge, self.state)
        return TestClient(site, address, follow_redirects=False, headers=headers, client=(client, 50000))

    def under(self, public: str = "https://room.example.cn", **rules: object) -> Room:
        """The same room, public, under some rules of access."""
        telegram = Telegram(token=Secret("123:abc"), **rules)  # type: ignore[arg-type]
        config = replace(self.config, telegram=telegram, web=Web(public_url=PublicUrl(public)))
        return replace(self, config=config)


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a few example documents and their knowledge base."""
    folder = tmp_path_factory.mktemp("room")
    (folder / "corpus").mkdir()
    for name in FILES:
        shutil.copy(example_corpus() / name, folder / "corpus" / name)
    load(folder / "corpus", folder / "jianda.db", now=dt.datetime(2027, 2, 1, tzinfo=dt.UTC))
    return folder


@pytest.fixture
def room(loaded: Path, tmp_path: Path) -> Iterator[Room]:
    """The room of one machine alone."""
    config = Config(loaded / "corpus", loaded / "jianda.db", tmp_path / "state.db", today=TODAY)
    with ExitStack() as stack:
        yield Room(config, *stack.enter_context(open_both(config)))


@pytest.fixture
def browser(room: Room) -> TestClient:
    """A visitor of that room."""
    return room.visitor()
