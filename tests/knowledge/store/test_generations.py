"""Which generations are kept for whom, and how their readers hear of new ones without getting in each other's way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from bot.config.secrets import DatabaseUrl
from bot.errors import explain
from knowledge.errors import DatabaseTooNew, DatabaseUnusable
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.postgresql import generations, source
from knowledge.store.postgresql.publishing import publish
from knowledge.store.postgresql.source import GenerationSource
from tests.clock import today
from tests.knowledge.store.test_postgresql import QUESTION, schemas, versions_of
from tests.postgresql_server import Server

pytestmark = pytest.mark.service


@pytest.fixture
def url(postgresql_server: Server) -> DatabaseUrl:
    return postgresql_server.new_place()


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one with each line that is made to read generations."""
    made: list[str] = []
    connected = source.connected

    def counted(address: DatabaseUrl, rows: object) -> object:
        made.append(str(address))
        return connected(address, rows)  # type: ignore[arg-type]

    monkeypatch.setattr(source, "connected", counted)
    return made


def home_of(url: DatabaseUrl) -> str:
    return url.reveal().rpartition("%3D")[2]


def lines_at(server: Server) -> set[int]:
    """The lines of the program that stand."""
    sql = "SELECT pid FROM pg_stat_activity WHERE application_name = 'jianda'"
    return {pid for (pid,) in server.ask(sql)}


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60.0  # a busy machine is no failure
    while not true():
        assert time.monotonic() < end, "it does not become true"
        time.sleep(0.01)


def test_who_was_not_upgraded_yet_keeps_the_last_of_its_version(
    postgresql_server: Server, database: Path, url: DatabaseUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = versions_of(database)
    for layout in (2, 2, 2, 3, 3, 3):
        monkeypatch.setattr(generations, "LAYOUT", layout)
        publish(next(versions), url)
    assert schemas(postgresql_server, url) == ["", "_3", "_5", "_6"]
    monkeypatch.setattr(generations, "LAYOUT", 2)
    assert GenerationSource(url, database).identity() == (-3, 0)
    publish(next(versions), url)  # somebody has gone back
    assert schemas(postgresql_server, url) == ["", "_3", "_6", "_7"]
    monkeypatch.setattr(generations, "LAYOUT", 4)
    publish(next(versions), url)
    assert schemas(postgresql_server, url) == ["", "_7", "_8"]


def test_a_layout_that_a_later_version_published_is_told_as_newer(
    database: Path, url: DatabaseUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        later.setattr(generations, "LAYOUT", 99)
        publish(database, url)
    with pytest.raises(DatabaseTooNew) as caught:
        GenerationSource(url, database).identity()
    assert ".99" in explain(caught.value) and "升级" in explain(caught.value)


def test_a_list_that_an_earlier_program_made_is_brought_up_to_date(
    postgresql_server: Server, database: Path, url: DatabaseUrl
) -> None:
    publish(database, url)
    table = f"{home_of(url)}_knowledge.generations"
    postgresql_server.ask(f"ALTER TABLE {table} ADD COLUMN search TEXT NOT NULL DEFAULT ''")
    postgresql_server.ask(f"ALTER TABLE {table} ALTER COLUMN search DROP DEFAULT")
    assert publish(next(versions_of(database)), url)


def test_what_cannot_be_dropped_is_a_line_of_the_log(
    postgresql_server: Server, database: Path, url: DatabaseUrl, caplog: pytest.LogCaptureFixture
) -> None:
    """As where another account has published it: this publication stands all the same."""
    clerk, home, versions = postgresql_server.new_role(), home_of(url), versions_of(database)
    publish(next(versions), url)
    publish(next(versions), url)
    database_name = postgresql_server.ask("SELECT current_database()")[0][0]
    postgresql_server.ask(
        f"GRANT CREATE ON DATABASE {database_name} TO {clerk}; GRANT USAGE ON SCHEMA {home}, {home}_knowledge TO {clerk};"
        f"GRANT ALL ON ALL TABLES IN SCHEMA {home}_knowledge TO {clerk};"
        f"GRANT ALL ON ALL SEQUENCES IN SCHEMA {home}_knowledge TO {clerk}"
    )
    number = publish(next(versions), DatabaseUrl(url.reveal().replace("//jianda@", f"//{clerk}@")))
    assert number == 3 and schemas(postgresql_server, url) == ["", "_1", "_2", "_3"]
    assert "not dropped" in caplog.text


def test_a_schema_that_is_not_there_is_a_line(postgresql_server: Server, database: Path) -> None:
    with pytest.raises(DatabaseUnusable) as caught:
        publish(database, postgresql_server.url(options="-csearch_path%3Dnowhere"))
    assert "search_path" in explain(caught.value)


def test_a_line_that_is_lost_is_tried_once_a_look(
    database: Path, url: DatabaseUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(database, url)
    reading = GenerationSource(url, database)
    before, tries = reading.identity(), []

    def unreachable(address: DatabaseUrl, rows: object) -> None:
        tries.append(address)
        raise psycopg.OperationalError("timeout expired")

    monkeypatch.setattr(source, "LOOK", 60.0)
    monkeypatch.setattr(source, "connected", unreachable)
    reading.close()
    assert {reading.identity() for _ in range(5)} == {before} and tries == []
    monkeypatch.setattr(reading, "_looked", time.monotonic() - 61.0)
    assert {reading.identity() for _ in range(5)} == {before} and len(tries) == 1


def test_nobody_waits_for_another_that_looks(
    database: Path, url: DatabaseUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(database, url)
    reading = GenerationSource(url, database)
    before, looking, done = reading.identity(), threading.Event(), threading.Event()

    def slow(address: DatabaseUrl, rows: object) -> None:
        looking.set()
        assert done.wait(60.0)
        raise psycopg.OperationalError("timeout expired")

    monkeypatch.setattr(source, "LOOK", -1.0)
    monkeypatch.setattr(source, "connected", slow)
    reading.close()
    thread = threading.Thread(target=reading.identity)
    thread.start()
    assert looking.wait(60.0) and reading.identity() == before
    done.set()
    thread.join()


def test_an_answer_has_one_line_also_where_its_generation_is_not_the_newest_any_more(
    postgresql_server: Server, database: Path, url: DatabaseUrl, connections: list[str]
) -> None:
    versions = versions_of(database)
    publish(next(versions), url)
    reading = GenerationSource(url, database)
    _, store = reading.opened()
    for _ in range(3):
        publish(next(versions), url)
    until(lambda: reading.identity() == (-4, 0))
    before = len(connections)
    for _ in range(5):
        assert store.count("passages")
    assert len(connections) == before and "_1" in schemas(postgresql_server, url)
    store.close()
    publish(next(versions), url)
    assert schemas(postgresql_server, url) == ["", "_4", "_5"]


def test_who_is_closed_leaves_no_line_open(
    postgresql_server: Server, database: Path, url: DatabaseUrl
) -> None:
    publish(database, url)
    before = lines_at(postgresql_server)
    with closing(KnowledgeBase(GenerationSource(url, database), today)) as knowledge:
        assert knowledge.ask(QUESTION).zone == "answer"
        own = lines_at(postgresql_server) - before
        assert len(own) == 2  # one that reads and one that hears
    until(lambda: not own & lines_at(postgresql_server))
