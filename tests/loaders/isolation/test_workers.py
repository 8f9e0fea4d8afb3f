"""What is done in a confined process stays in its bounds, and one that dies takes nothing with it."""

from __future__ import annotations

import json
import os
import resource
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import pytest

from loaders.isolation import workers as workers_module
from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.workers import Job, Workers

pytestmark = pytest.mark.fault

LIMITS = ResourceLimits(memory=512 << 20, processor=1, wall=20.0, output=1 << 20)
UNRULY = "tests.loaders.unruly"


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(UNRULY, 2, LIMITS) as running:
        yield running


def run(workers: Workers, *what: str, fresh: bool = False) -> list[dict[str, Any]]:
    jobs = [Job({"do": one, "index": index}, b"12345", fresh) for index, one in enumerate(what)]
    waiting = list(jobs)
    done = dict(
        (job.header["index"], answer)
        for job, answer in workers.run(lambda: waiting.pop(0) if waiting else None, lambda: None)
    )
    return [done[index] for index in range(len(jobs))]


def errors(answers: Sequence[dict[str, Any]]) -> list[str]:
    return [answer.get("error", "") for answer in answers]


def test_every_limit_is_set(workers: Workers) -> None:
    (answer,) = run(workers, "limits")
    found = answer["answer"]
    assert found["RLIMIT_AS"] == [LIMITS.memory, LIMITS.memory]
    assert 1 <= found["RLIMIT_CPU"][0] <= 3
    assert [found[name] for name in ("RLIMIT_FSIZE", "RLIMIT_NOFILE", "RLIMIT_CORE")] == [[0, 0]] * 3


@pytest.fixture
def many_files() -> Iterator[None]:
    """More files are open than `select` takes numbers of."""
    usual = resource.getrlimit(resource.RLIMIT_NOFILE)
    if 0 <= usual[0] < 2048:
        resource.setrlimit(resource.RLIMIT_NOFILE, (2048, usual[1]))
    opened = [os.dup(1) for _ in range(1100)]
    yield
    for number in opened:
        os.close(number)
    resource.setrlimit(resource.RLIMIT_NOFILE, usual)


def test_a_program_with_many_open_files_hears_of_an_answer(many_files: None) -> None:
    with Workers(UNRULY, 1, LIMITS) as running:
        assert errors(run(running, "limits")) == [""]


def test_the_usual_limits_are_what_was_promised() -> None:
    assert ResourceLimits().memory == 1 << 30


@pytest.mark.parametrize(
    ("what", "error"),
    [
        ("eat", "TooDemanding"),
        ("boast", "TooDemanding"),
        ("nest", "TooDemanding"),
        ("spin", "TooSlow"),
        ("shout", "TooLong"),
    ],
)
def test_what_breaks_a_bound_is_ended_by_it(workers: Workers, what: str, error: str) -> None:
    assert errors(run(workers, what, "count")) == [error, ""]


def test_what_only_waits_is_ended_too() -> None:
    with Workers(UNRULY, 1, ResourceLimits(wall=0.5)) as workers:
        assert errors(run(workers, "sleep", "count")) == ["TooSlow", ""]


def test_one_that_dies_is_told_by_its_signal(workers: Workers) -> None:
    died, counted = run(workers, "die", "count")
    assert (died["error"], died["detail"]) == ("ParserDied", "SIGABRT") and counted["answer"] == 5


def test_neither_disk_nor_network_is_reached(workers: Workers) -> None:
    assert run(workers, "reach_out")[0]["answer"] == []


def test_one_process_reads_many_texts_and_a_binary_file_has_its_own(workers: Workers) -> None:
    shared = [answer["process"] for answer in run(workers, *["count"] * 6)]
    own = [answer["process"] for answer in run(workers, *["count"] * 4, fresh=True)]
    assert len(set(shared)) <= 2 and len(set(own)) == 4 and not set(own) & set(shared)


def test_nothing_is_left_behind_when_the_work_is_stopped() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    jobs = [Job({"do": "sleep"}, b"", True)]
    with Workers(UNRULY, 1, LIMITS) as workers:
        with pytest.raises(KeyboardInterrupt):
            list(workers.run(lambda: jobs.pop() if jobs else None, stop))
        (pid,) = [busy.worker.pid for busy in workers._busy]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_server_ends_without_a_word_when_who_started_it_was_killed() -> None:
    ours, theirs = socket.socketpair()
    ours.close()
    arguments = (str(theirs.fileno()), UNRULY, json.dumps(asdict(LIMITS)))
    done = subprocess.run(
        [sys.executable, "-m", "loaders.isolation.sandbox", *arguments],
        pass_fds=[theirs.fileno()],
        env=workers_module._environment(),
        capture_output=True,
        timeout=60,
    )
    theirs.close()
    assert (done.returncode, done.stderr) == (0, b"")


def test_secrets_do_not_reach_the_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIANDA_TELEGRAM_TOKEN", "123:secret")
    assert "123:secret" not in workers_module._environment().values()


def test_our_own_limits_are_untouched() -> None:
    assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 0


def test_what_only_fresh_processes_need_is_prepared_for_the_first_of_them() -> None:
    with Workers(UNRULY, 2, LIMITS) as running:
        assert [answer["answer"] for answer in run(running, "prepared", "prepared")] == [0, 0]
        assert [answer["answer"] for answer in run(running, "prepared", "prepared", fresh=True)] == [1, 1]
