"""A load by workers makes the same knowledge base as a plain one, whoever dies in the midst of it, and workers end cleanly."""

import math
import os
import signal
import subprocess
import sys
import time
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import psycopg
import pytest

from bot.distributed_loading import pool as pools
from bot.distributed_loading import queue as queues
from bot.distributed_loading.pool import DistributedPool
from bot.distributed_loading.queue import ReadingQueue
from bot.distributed_loading.schema import address_within
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from tests.bot.distributed_loading.documents import rows, speech, write_kinds, write_speeches
from tests.cutting_proxy import cutting
from tests.postgresql_server import binaries, running, through

pytestmark = [pytest.mark.process, pytest.mark.service]

ROOT = Path(__file__).parents[3]
JOBS = "SELECT last_value FROM procrastinate_jobs_id_seq"  # how many there ever were


@pytest.fixture
def url(postgresql_server):
    return postgresql_server.new_place()


@contextmanager
def working(url):
    """A worker that has begun to wait, or whatever else it says first."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "work", "--processes", "1"],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "JIANDA_STORAGE_URL": url.reveal()},
    )
    try:
        assert process.stderr
        process.first = process.stderr.readline()
        yield process
    finally:
        process.kill()
        process.wait()


def ended(process, number=signal.SIGTERM):
    """What a worker says after a signal, line by line."""
    process.send_signal(number)
    return process.communicate(timeout=60)[1].splitlines()


def loaded(url, corpus, database, progress=lambda done, total: None):
    """The paths by outcome of a load by workers."""
    with DistributedPool(url, lambda: None) as pool:
        report = load(corpus, database, progress=progress, resources=ReadingResources(workers=pool))
    return {file.path: file.outcome for file in report.files}


def ask(url, sql, *values):
    with psycopg.connect(url.reveal()) as line:
        (schema,) = line.execute("SELECT current_schema() || '_loading'").fetchone()
    with psycopg.connect(address_within(url, schema), autocommit=True) as line:
        cursor = line.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


def test_the_base_is_that_of_a_plain_load_and_only_what_changed_is_read_again(url, tmp_path):
    corpus = write_kinds(tmp_path / "c")
    report = load(corpus, tmp_path / "plain.db")
    with working(url) as worker:
        assert loaded(url, corpus, tmp_path / "k.db") == {file.path: file.outcome for file in report.files}
        assert rows(tmp_path / "k.db") == rows(tmp_path / "plain.db")
        assert ask(url, "SELECT key FROM readings") == ask(url, "SELECT id FROM procrastinate_jobs") == []

        speeches = write_speeches(tmp_path / "s", 4)
        load(speeches, tmp_path / "plain-s.db")
        loaded(url, speeches, tmp_path / "s.db")
        read = ask(url, JOBS)[0][0]
        (speeches / "1.txt").write_text(speech(11), encoding="utf-8")
        assert loaded(url, speeches, tmp_path / "s.db")["1.txt"] == "changed"
        assert ask(url, JOBS)[0][0] == read + 1
        load(speeches, tmp_path / "plain-s.db")
        assert rows(tmp_path / "s.db") == rows(tmp_path / "plain-s.db")
        (line,) = ended(worker)
    assert worker.first.startswith("在等") and line.startswith("已结束") and worker.returncode == 0


def test_a_worker_that_is_killed_in_the_midst_leaves_no_gap(url, tmp_path, monkeypatch):
    monkeypatch.setattr(pools, "LOOK", 0.2)
    corpus = write_speeches(tmp_path / "c", 16, paragraphs=40)
    load(corpus, tmp_path / "plain.db")
    with ExitStack() as stack, DistributedPool(url, lambda: None) as pool:
        workers = [stack.enter_context(working(url))]

        def kill(done, total):
            if len(workers) == 1 and done and killed_at_work(url, workers[0]):
                # What is not heard of for half a minute is dead.
                ask(url, "UPDATE procrastinate_workers SET last_heartbeat = '-infinity'")
                pool._queue._since = -math.inf
                workers.append(stack.enter_context(working(url)))

        load(corpus, tmp_path / "k.db", progress=kill, resources=ReadingResources(workers=pool))
        first, second = workers
        assert first.wait(60) == -signal.SIGKILL
        assert ended(second)[-1].startswith("已结束")
    assert rows(tmp_path / "k.db") == rows(tmp_path / "plain.db")


def killed_at_work(url, process):
    """Kills a worker while a document is in its hands, if one is."""
    process.send_signal(signal.SIGSTOP)
    if ask(url, "SELECT id FROM procrastinate_jobs WHERE status = 'doing'"):
        process.kill()
        return True
    process.send_signal(signal.SIGCONT)
    return False


def test_a_server_that_is_restarted_in_the_midst_is_taken_up_again(tmp_path, monkeypatch):
    if not (programs := binaries()):
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    monkeypatch.setattr(pools, "LOOK", 0.5)
    corpus, restarted = write_speeches(tmp_path / "c", 12), []
    load(corpus, tmp_path / "plain.db")
    with running(programs) as server:
        url = server.new_place()

        def restart(done, total):
            if done > 2 and not restarted:
                restarted.append(done)
                server.stop("immediate")  # what is unlogged is lost
                server.start()

        with working(url) as worker:
            loaded(url, corpus, tmp_path / "k.db", restart)
            lines = ended(worker)
    assert rows(tmp_path / "k.db") == rows(tmp_path / "plain.db")
    assert restarted and worker.returncode == 0
    assert {line[:2] for line in lines} <= {"和数", "又连", "已结"} and lines[-1].startswith("已结束")


def test_a_cut_of_the_network_is_outlived(postgresql_server, tmp_path, monkeypatch):
    """The server gives the lines to the worker up meanwhile, and the worker hears of it later."""
    monkeypatch.setattr(pools, "LOOK", 0.5)
    corpus, cut = write_speeches(tmp_path / "c", 10, paragraphs=20), []
    load(corpus, tmp_path / "plain.db")
    url = postgresql_server.new_place()
    with cutting(postgresql_server.reach) as proxy, working(through(proxy.port, url)) as worker:

        def cut_once(done, total):
            if done > 2 and not cut:
                proxy.cut()
                proxy.given_up_by("server")
                cut.append(time.monotonic())
            elif cut and time.monotonic() - cut[0] > 1:
                proxy.heal()

        loaded(url, corpus, tmp_path / "k.db", cut_once)
        lines = ended(worker)
    assert rows(tmp_path / "k.db") == rows(tmp_path / "plain.db")
    assert cut and {line[:2] for line in lines} <= {"和数", "又连", "已结"} and lines[-1].startswith("已结束")


def test_a_worker_of_another_program_refuses(url, monkeypatch):
    monkeypatch.setattr(queues, "program_version", lambda: "another")
    with closing(ReadingQueue(url)), working(url) as worker:
        assert "同一个版本" in worker.stderr.readline()
        assert worker.wait(60) == 1
        assert worker.stderr.read() == ""


def test_a_worker_that_is_told_to_end_gives_back_what_it_holds(url, tmp_path):
    corpus = write_speeches(tmp_path / "c", 8)
    said = []
    with working(url) as first, working(url) as second:

        def end(done, total):
            if done == 2 and not said:
                said.extend(ended(first))

        assert set(loaded(url, corpus, tmp_path / "k.db", end).values()) == {"added"}
        ended(second)
    assert len(said) == 1 and said[0].startswith("已结束") and first.returncode == 0


def test_a_load_without_workers_says_so_and_ends_cleanly_when_it_is_told_to(url, tmp_path):
    corpus = write_speeches(tmp_path / "c", 2)
    command = [sys.executable, "-m", "bot", "load", "--workers", "--corpus", str(corpus)]
    process = subprocess.Popen(
        [*command, "--database", str(tmp_path / "k.db")],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "JIANDA_STORAGE_URL": url.reveal()},
    )
    assert process.stderr and process.stderr.readline().startswith("还没有 jianda work")
    process.send_signal(signal.SIGTERM)
    assert "Traceback" not in process.communicate(timeout=60)[1]
    assert ask(url, "SELECT key FROM readings") == ask(url, "SELECT id FROM procrastinate_jobs") == []
    assert not (tmp_path / "k.db").exists()
