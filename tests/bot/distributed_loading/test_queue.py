"""What stands in the queue of a load outlives workers, lines and loads, and nothing stays once it has ended well."""

import math
import sys
from contextlib import closing

import psycopg
import pytest
from click.testing import CliRunner
from psycopg.rows import dict_row

from bot.cli.main import main
from bot.config.secrets import DatabaseUrl
from bot.distributed_loading import pool as pools
from bot.distributed_loading import queue as queues
from bot.distributed_loading.jobs import QueuedJob
from bot.distributed_loading.opening import distributed_pool, worker
from bot.distributed_loading.pool import DistributedPool
from bot.distributed_loading.queue import ReadingQueue
from bot.distributed_loading.schema import Standing, address_within, make_schema
from bot.errors import StateUnusable, explain
from knowledge.errors import LoadCancelled, LoadInProgress
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from loaders.isolation.workers import Job
from tests.bot.distributed_loading.documents import write_speeches

pytestmark = pytest.mark.service

ANSWER = '{"titles": [], "warnings": [], "noise": 0}'


@pytest.fixture
def url(postgresql_server):
    return postgresql_server.new_place()


@pytest.fixture
def ask(url):
    """Asks in the schema of the queue, once there is one."""

    def asked(sql, *values):
        (schema,) = psycopg.connect(url.reveal()).execute("SELECT current_schema() || '_loading'").fetchone()
        with psycopg.connect(address_within(url, schema), autocommit=True, row_factory=dict_row) as line:
            cursor = line.execute(sql, values)
            return cursor.fetchall() if cursor.description else []

    return asked


@pytest.fixture
def queue(url):
    with closing(ReadingQueue(url)) as opened:
        opened._since = -math.inf  # the line has held for long
        yield opened


def nothing():
    pass


class Closed:
    """A line that was lost."""

    closed = True

    def close(self):
        pass


def job(number=0):
    return QueuedJob.of(Job({"path": f"{number}.txt"}, b"text", fresh=False))


def take_and_die(ask):
    """Takes the jobs that wait as a worker does of which nothing is heard any more."""
    ask("INSERT INTO procrastinate_workers (last_heartbeat) VALUES ('-infinity')")
    ask(
        "UPDATE procrastinate_jobs SET status = 'doing', worker_id = (SELECT max(id) FROM procrastinate_workers) "
        "WHERE status = 'todo'"
    )


def statuses(ask):
    return [row["status"] for row in ask("SELECT status FROM procrastinate_jobs ORDER BY id")]


def test_a_job_is_queued_once_however_often_it_is_put(queue, ask):
    for _ in range(3):
        queue.put([job(), job(1)], nothing)
    assert statuses(ask) == ["todo", "todo"]


def test_nobody_reads_what_is_being_read(queue, ask):
    queue.put([job()], nothing)
    name = queues.queue_name(queues.program_version())
    taken = "SELECT id FROM procrastinate_fetch_job_v2(ARRAY[%s], NULL)"
    assert ask(taken, name)[0]["id"] is not None
    queue.put([job()], nothing)
    assert statuses(ask) == ["doing", "todo"]
    assert ask(taken, name)[0]["id"] is None


def test_what_a_dead_worker_held_is_queued_again(queue, ask):
    queue.put([job()], nothing)
    take_and_die(ask)
    health = queue.heal([job().key], nothing)
    assert (health.workers, list(health.missing), statuses(ask)) == (0, [], ["todo"])
    assert list(queue.answers([job().key], 9, nothing)) == []


def test_what_many_dead_workers_held_is_not_read_again_and_what_a_few_held_is(queue, ask):
    """Somebody may have killed them, or the network been cut."""
    queue.put([job()], nothing)
    for _ in range(queues.MOST_LOSSES):
        assert list(queue.answers([job().key], 9, nothing)) == [] and statuses(ask) == ["todo"]
        take_and_die(ask)
        queue.heal([job().key], nothing)
    ((key, answer),) = queue.answers([job().key], 9, nothing)
    assert (key, answer.answer, statuses(ask)) == (job().key, {"error": "ParserDied"}, [])


def test_while_there_was_no_line_nobody_counts_as_dead(queue, ask):
    queue.put([job()], nothing)
    take_and_die(ask)
    queue._since = math.inf
    queue.heal([job().key], nothing)
    assert statuses(ask) == ["doing"]


def test_what_the_server_lost_in_a_crash_is_told(queue, ask):
    queue.put([job(), job(1)], nothing)
    ask("TRUNCATE readings")
    assert sorted(queue.heal([job().key], nothing).missing) == [job().key]


def test_a_job_that_somebody_deleted_is_queued_again(queue, ask):
    queue.put([job()], nothing)
    ask("DELETE FROM procrastinate_jobs")
    queue.heal([job().key], nothing)
    assert statuses(ask) == ["todo"]


def test_a_line_that_is_lost_is_made_anew(queue, ask, postgresql_server):
    queue.put([job()], nothing)
    postgresql_server.ask(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
    )
    queue.put([job(1)], nothing)
    assert statuses(ask) == ["todo", "todo"]


def test_a_line_that_is_lost_is_made_anew_once_the_server_has_given_up_the_first(queue, ask):
    """Until then the load's own lock stands there, as if another were under way."""
    queue.put([job()], nothing)
    lost, waits = queue._line, []
    queue._line = Closed()

    def tick():
        waits.append(1)
        if len(waits) == 2:
            lost.close()

    queue.put([job(1)], tick)
    assert len(waits) >= 2 and statuses(ask) == ["todo", "todo"]


def test_another_load_that_goes_on_is_told_in_the_end(queue):
    lost, queue._line = queue._line, Closed()
    with closing(lost), pytest.raises(LoadInProgress):
        queue._again(lambda line: None, nothing, patience=0.0)


def test_what_cannot_be_cleared_is_left_to_the_next_load(url):
    with DistributedPool(url, nothing) as pool, pool.lent():
        lost, pool._queue._line = pool._queue._line, Closed()
    lost.close()


def test_what_was_read_is_kept_for_the_next_load_and_the_rest_forgotten(url, ask):
    with closing(ReadingQueue(url)) as queue:
        queue.put([job(), job(1)], nothing)
        ask("UPDATE readings SET answer = %s WHERE key = %s", ANSWER, job().key)
    assert [row["key"] for row in ask("SELECT key FROM readings")] == [job().key]
    with closing(ReadingQueue(url)) as queue:
        queue.put([job(), job(1)], nothing)
        assert [key for key, _ in queue.answers([job().key, job(1).key], 9, nothing)] == [job().key]
        assert len(statuses(ask)) == 1
        queue.clear()
    assert ask("SELECT key FROM readings") == statuses(ask) == []


def test_another_program_begins_anew(url, ask, monkeypatch):
    with closing(ReadingQueue(url)) as queue:
        queue.put([job()], nothing)
        ask("UPDATE readings SET answer = %s", ANSWER)
    monkeypatch.setattr(queues, "program_version", lambda: "another")
    with closing(ReadingQueue(url)):
        assert ask("SELECT key FROM readings") == []


def test_a_load_tells_of_itself_once_the_queue_is_of_its_program(url, monkeypatch):
    standings = []

    def make(line, name, program):
        standings.append(Standing.of(line))
        make_schema(line, name, program)

    monkeypatch.setattr(queues, "make_schema", make)
    with closing(ReadingQueue(url)), psycopg.connect(url.reveal(), row_factory=dict_row) as line:
        standings.append(Standing.of(line))
    name = standings[0].schema
    assert standings == [Standing(name, None, False), Standing(name, queues.program_version(), True)]


def test_one_load_at_a_time(queue, url):
    with pytest.raises(LoadInProgress) as caught:
        ReadingQueue(url)
    assert "\n" not in explain(caught.value) and str(url) in explain(caught.value)


def test_offices_in_one_database_do_not_wait_for_each_other(queue, postgresql_server):
    with closing(ReadingQueue(postgresql_server.new_place())) as other:
        other.put([job()], nothing)


def test_what_kills_workers_is_a_bad_file_of_the_report(url, ask, tmp_path, monkeypatch):
    monkeypatch.setattr(pools, "LOOK", 0.0)
    corpus, idle = write_speeches(tmp_path / "c", 1), []
    with DistributedPool(url, lambda: idle.append(1)) as pool:

        def die(done, total):
            if pool._queue:
                pool._queue._since = -math.inf
                take_and_die(ask)

        report = load(corpus, tmp_path / "k.db", progress=die, resources=ReadingResources(workers=pool))
    (file,) = report.files
    assert (file.path, file.outcome, file.error) == ("0.txt", "failed", "ParserDied")
    assert idle == [1]


def test_a_load_that_is_stopped_leaves_nothing_half(url, ask, tmp_path):
    corpus, database = write_speeches(tmp_path / "c", 3), tmp_path / "k.db"

    def stop(done, total):
        if ask("SELECT to_regclass('readings') AS there")[0]["there"] and statuses(ask):
            raise LoadCancelled(database)

    with pytest.raises(LoadCancelled), DistributedPool(url, nothing) as pool:
        load(corpus, database, progress=stop, resources=ReadingResources(workers=pool))
    assert ask("SELECT key FROM readings") == statuses(ask) == []
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == ["c"]


def test_an_unchanged_folder_needs_no_server(tmp_path):
    corpus, database = write_speeches(tmp_path / "c", 1), tmp_path / "k.db"
    load(corpus, database)
    with distributed_pool(unreachable(), nothing) as pool:
        assert load(corpus, database, resources=ReadingResources(workers=pool)).ok


def unreachable():
    return DatabaseUrl("postgresql://u:geheim@127.0.0.1:1/d")


def test_a_server_that_cannot_be_reached_is_one_line(tmp_path):
    corpus = write_speeches(tmp_path / "c", 1)
    with pytest.raises(StateUnusable) as caught, distributed_pool(unreachable(), nothing) as pool:
        load(corpus, tmp_path / "k.db", resources=ReadingResources(workers=pool))
    assert "geheim" not in explain(caught.value) and "\n" not in explain(caught.value)
    assert not (tmp_path / "k.db").exists()


def test_an_account_that_may_make_no_schema_is_told(postgresql_server, url):
    clerk = postgresql_server.new_role()
    postgresql_server.ask("REVOKE CREATE ON DATABASE postgres FROM PUBLIC")
    (office,) = postgresql_server.ask("SELECT current_schema()", url)[0]
    postgresql_server.ask(f"GRANT USAGE, CREATE ON SCHEMA {office} TO {clerk}")
    with pytest.raises(StateUnusable) as caught:
        ReadingQueue(DatabaseUrl(url.reveal().replace("jianda@", f"{clerk}@")))
    assert caught.value.detail == "forbidden" and "\n" not in explain(caught.value)


@pytest.mark.parametrize("command", [["load", "--workers"], ["work"]])
def test_a_database_must_be_set(command):
    result = CliRunner().invoke(main, command, env={"JIANDA_STORAGE_URL": ""})
    assert result.exit_code == 1 and "storage.url" in result.output and result.output.count("\n") == 1


@pytest.mark.parametrize("opened", [distributed_pool, lambda url, told: worker(url, 1, told)])
def test_without_the_libraries_it_is_said_what_to_install(opened, monkeypatch):
    monkeypatch.setitem(sys.modules, "bot.distributed_loading.pool", None)
    monkeypatch.setitem(sys.modules, "bot.distributed_loading.worker", None)
    with pytest.raises(StateUnusable) as caught:
        opened(unreachable(), nothing)
    assert "jianda[postgres]" in explain(caught.value)
