"""A knowledge base on a server answers as the file that it was published from, and a publication is whole or was not."""

from __future__ import annotations

import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from bot.config.secrets import DatabaseUrl
from bot.errors import explain
from knowledge.errors import DatabaseMissing, DatabaseTooNew, DatabaseUnusable
from knowledge.evaluation.metrics import read_gold
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store.postgresql import generations, source
from knowledge.store.postgresql.publishing import publish
from knowledge.store.postgresql.source import GenerationSource
from knowledge.store.postgresql.statements import translated
from tests.clock import today
from tests.postgresql_server import Server

pytestmark = pytest.mark.service

ROOT = Path(__file__).parents[3]
QUESTION = "云溪县域内就诊率达到多少"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    database = tmp_path_factory.mktemp("example") / "jianda.db"
    load(ROOT / "corpus", database)
    return database


@pytest.fixture
def url(postgresql_server: Server) -> DatabaseUrl:
    return postgresql_server.new_place()


def over(url: DatabaseUrl, file: Path = Path("nowhere.db")) -> KnowledgeBase:
    return KnowledgeBase(GenerationSource(url, file), today)


def schemas(server: Server, url: DatabaseUrl) -> list[str]:
    """What stands on the server of an office beside its own schema."""
    home = url.reveal().rpartition("%3D")[2]
    rows = server.ask(f"SELECT nspname FROM pg_namespace WHERE nspname LIKE '{home}\\_knowledge%' ORDER BY 1")
    return [name.removeprefix(f"{home}_knowledge") for (name,) in rows]


def versions_of(database: Path) -> Iterator[Path]:
    """The file again and again, each time another version of it."""
    for number in range(9):
        copy = database.with_name(f"version{number}.db")
        shutil.copy(database, copy)
        with closing(sqlite3.connect(copy)) as db, db:
            db.execute(
                "UPDATE facts SET value = ? WHERE name = 'loaded'", [f"2026-03-1{number}T08:00:00+00:00"]
            )
        yield copy


def test_every_question_has_the_same_answer_and_zone(example: Path, url: DatabaseUrl) -> None:
    publish(example, url)
    with closing(KnowledgeBase(example, today)) as file, closing(over(url)) as server:
        places = [document.id for document in file.documents()][:2]
        for gold in read_gold(ROOT / "tests/gold/questions.jsonl"):
            assert server.ask(gold.q) == file.ask(gold.q)
        for gold in read_gold(ROOT / "tests/gold/questions_noisy.jsonl"):
            assert server.ask(gold.q, places) == file.ask(gold.q, places)


def test_all_that_can_be_browsed_is_the_same(example: Path, url: DatabaseUrl) -> None:
    publish(example, url)
    with closing(KnowledgeBase(example, today)) as file, closing(over(url)) as server:
        documents = [document.id for document in file.documents()]
        for browse in (
            KnowledgeBase.documents, KnowledgeBase.topics, KnowledgeBase.deadlines, KnowledgeBase.targets,
            KnowledgeBase.pairs, KnowledgeBase.origins, lambda base: base.contents(documents),
            lambda base: base.contents([]), lambda base: [base.headings(id_) for id_ in documents],
            lambda base: [base.text(id_) for id_ in documents], lambda base: base.is_removed("none"),
            lambda base: [base.left_out(document.path) for document in base.documents()],
            lambda base: base.questions(base.topics()[0].name, documents),
        ):  # fmt: skip
            assert browse(server) == browse(file)
        (file_status, server_status) = (file.status(), server.status())
        assert file_status.passages == server_status.passages
        assert "SQLite" in file_status.search and "PostgreSQL" in server_status.search


def test_closed_documents_are_closed_here_too(corpus: Path, database: Path, url: DatabaseUrl) -> None:
    (corpus / "corpus.toml").write_text('[[document]]\nfile = "yunxi.txt"\nreaders = [7]\n', encoding="utf-8")
    load(corpus, database, resources=ReadingResources(publish=GenerationSource(url, database).publish))
    for reader in (frozenset(), frozenset({"7"}), None):
        with closing(KnowledgeBase(database, today)) as file, closing(over(url)) as server:
            seen, read = server.read_by(reader), file.read_by(reader)
            assert seen.ask(QUESTION) == read.ask(QUESTION)
            assert seen.ask("药品目录", [read.documents()[0].id]) == read.ask(
                "药品目录", [read.documents()[0].id]
            )
            assert seen.documents() == read.documents() and seen.status().passages == read.status().passages


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 60.0  # a busy machine is no failure
    while not true():
        assert time.monotonic() < end, "it does not become true"
        time.sleep(0.01)


def test_a_load_is_heard_of_by_who_has_no_file(corpus: Path, database: Path, url: DatabaseUrl) -> None:
    resources = ReadingResources(publish=GenerationSource(url, database).publish)
    load(corpus, database, resources=resources)
    with closing(over(url)) as replica:
        before = replica.version
        assert len(replica.documents()) == 2
        (corpus / "xinhe.txt").write_text(
            "新河县2026年卫生工作要点\n一、建设\n1.6月底前建成县医院。\n", encoding="utf-8"
        )
        load(corpus, database, resources=resources)
        until(lambda: len(replica.documents()) == 3)  # the server tells it in its own time
        assert replica.version != before
        seen = replica.version
        load(corpus, database, resources=resources)
        assert replica.version == seen


def test_a_load_is_seen_where_it_was_not_heard_of(
    database: Path, url: DatabaseUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "LOOK", -1.0)
    monkeypatch.setattr(generations.Generations, "listen", lambda self: None)
    first, second, *_ = versions_of(database)
    publish(first, url)
    with closing(over(url)) as replica:
        before = replica.status().loaded_at
        publish(second, url)
        assert replica.status().loaded_at != before


def test_two_that_publish_the_same_at_once_publish_it_once(database: Path, url: DatabaseUrl) -> None:
    with ThreadPoolExecutor(4) as threads:
        numbers = list(threads.map(lambda _: publish(database, url), range(4)))
    assert sorted(filter(None, numbers)) == [max(filter(None, numbers))]


def test_until_something_is_published_the_file_answers(database: Path, url: DatabaseUrl) -> None:
    with pytest.raises(DatabaseMissing):
        over(url)
    with closing(over(url, database)) as knowledge:
        assert "SQLite" in knowledge.status().search
        publish(database, url)
        until(lambda: "PostgreSQL" in knowledge.status().search)


def test_a_line_that_is_lost_in_a_question_is_had_again(
    postgresql_server: Server, database: Path, url: DatabaseUrl
) -> None:
    publish(database, url)
    with closing(over(url)) as knowledge:
        answer = knowledge.ask(QUESTION)
        for question in (QUESTION, "检查检验结果互认平台"):
            postgresql_server.ask(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE application_name = 'jianda' AND pid != pg_backend_pid()"
            )
            assert knowledge.ask(question).zone == answer.zone == "answer"


def test_a_server_that_is_gone_is_a_line(postgresql_server: Server, database: Path, url: DatabaseUrl) -> None:
    publish(database, url)
    knowledge = over(url)
    postgresql_server.stop("immediate")
    try:
        with pytest.raises(DatabaseUnusable) as asked:
            knowledge.ask(QUESTION)
        with pytest.raises(DatabaseUnusable) as published:
            publish(next(versions_of(database)), url)
    finally:
        postgresql_server.start()
    assert all("连不上" in explain(caught.value) for caught in (asked, published))
    assert knowledge.ask(QUESTION).zone == "answer"


def test_a_full_disk_leaves_the_generation_before(postgresql_server: Server, database: Path) -> None:
    postgresql_server.ask("CREATE DATABASE small")
    url = postgresql_server.url(database="small")
    first, second, *_ = versions_of(database)
    publish(first, url)
    # What a server says that cannot write its files, at the last table but one.
    postgresql_server.ask(
        "CREATE FUNCTION no_room() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE object_identity LIKE '%.sounds') THEN "
        "RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END IF; END $$",
        url,
    )
    postgresql_server.ask("CREATE EVENT TRIGGER no_room ON ddl_command_end EXECUTE FUNCTION no_room()", url)
    with closing(over(url)) as knowledge:
        before = knowledge.version
        with pytest.raises(DatabaseUnusable) as caught:
            publish(second, url)
        assert "磁盘已满" in explain(caught.value) and "\n" not in explain(caught.value)
        assert knowledge.version == before and knowledge.ask(QUESTION).zone == "answer"
    left = postgresql_server.ask(
        "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'public\\_knowledge\\__'", url
    )
    assert left == [("public_knowledge_1",)]


def test_who_may_make_no_schemas_is_told(postgresql_server: Server, database: Path, url: DatabaseUrl) -> None:
    clerk, home = postgresql_server.new_role(), url.reveal().rpartition("%3D")[2]
    place = DatabaseUrl(url.reveal().replace("//jianda@", f"//{clerk}@"))
    for told in ("USAGE", "不允许发布"):
        with pytest.raises(DatabaseUnusable) as caught:
            publish(database, place)
        assert told in explain(caught.value)
        postgresql_server.ask(f"GRANT USAGE ON SCHEMA {home} TO {clerk}")
    assert schemas(postgresql_server, url) == []


def test_the_last_two_are_kept_and_what_is_read(
    postgresql_server: Server, database: Path, url: DatabaseUrl
) -> None:
    versions = versions_of(database)
    publish(next(versions), url)
    _, reading = GenerationSource(url, database).opened()  # which hears of nothing while it reads
    assert reading.passage_count
    for _ in range(3):
        publish(next(versions), url)
    assert schemas(postgresql_server, url) == ["", "_1", "_3", "_4"]
    assert reading.count("passages") == reading.passage_count


def test_questions_are_answered_while_generations_come_and_go(database: Path, url: DatabaseUrl) -> None:
    versions = versions_of(database)
    publish(next(versions), url)
    knowledge, done = over(url), threading.Event()

    def zones() -> set[str]:
        asked = set()
        while not done.is_set() or not asked:
            asked.add(knowledge.ask(QUESTION).zone)
        knowledge.close()
        return asked

    with ThreadPoolExecutor(3) as threads:
        asking = [threads.submit(zones) for _ in range(3)]
        for _ in range(4):
            publish(next(versions), url)
        done.set()
        assert [each.result() for each in asking] == [{"answer"}] * 3
    until(lambda: (loaded := knowledge.status().loaded_at) is not None and loaded.day == 14)


def test_a_base_of_another_version_is_a_line(
    database: Path, url: DatabaseUrl, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(database, url)
    monkeypatch.setattr(generations, "LAYOUT", 99)
    with pytest.raises(DatabaseUnusable) as caught:
        over(url)
    assert "旧版" in explain(caught.value) and "jianda load" in explain(caught.value)
    publish(database, url)
    assert over(url).documents()
    monkeypatch.setattr(generations.migrations, "VERSION", 1)
    with pytest.raises(DatabaseTooNew):
        over(url)


def test_a_character_that_no_server_keeps_leaves_the_places_of_the_others(
    database: Path, url: DatabaseUrl
) -> None:
    database = next(versions_of(database))
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("UPDATE passages SET text = char(0) || substr(text, 2) WHERE number = 1")
    publish(database, url)
    stored = GenerationSource(url, database).opened()[1].passages([1])[1].text
    with closing(KnowledgeBase(database)) as file:
        assert (
            stored[0] == "\N{REPLACEMENT CHARACTER}"
            and stored[1:] == file.text(file.documents()[0].id)[0].passage[1:]
        )


@pytest.mark.parametrize(
    ("sql", "text", "values"),
    [
        ("a = ? AND b IN (?, ?) AND c = ?", "a = %s AND b = ANY(%s) AND c = %s", [1, [2, 3], 4]),
        ("a NOT IN (?) AND b IN ()", "a <> ALL(%s) AND b = ANY(%s)", [[1], []]),
        ("a IN (b - 1, b + 1) AND c LIKE '%x'", "a IN (b - 1, b + 1) AND c LIKE '%%x'", []),
    ],
)
def test_a_list_is_one_value(sql: str, text: str, values: list[object]) -> None:
    flat = [item for value in values for item in (value if isinstance(value, list) else [value])]
    assert translated(sql, flat) == (text, values)
