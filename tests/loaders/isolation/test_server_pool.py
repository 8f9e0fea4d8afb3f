"""A server of workers is kept for a while and lent again; one that is broken off or has died is not."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from loaders.isolation.sandbox import ResourceLimits
from loaders.isolation.server_pool import ServerPool
from loaders.isolation.workers import Job, Workers

UNRULY = "tests.loaders.unruly"
LIMITS = ResourceLimits(memory=512 << 20, processor=1, wall=20.0, output=1 << 20)


@pytest.fixture
def pool() -> Iterator[ServerPool]:
    made = ServerPool(UNRULY, LIMITS)
    yield made
    made.close()


def server_of(workers: Workers) -> int:
    return workers._server.pid


def answers(workers: Workers, *what: str) -> list[object]:
    jobs = [Job({"do": one}, b"12345", fresh=False) for one in what]
    return [answer["answer"] for _, answer in workers.run(lambda: jobs.pop() if jobs else None, lambda: None)]


def is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_server_of_one_is_that_of_the_next(pool: ServerPool) -> None:
    with pool.lent() as workers:
        first, answered = server_of(workers), answers(workers, "count")
    with pool.lent() as workers:
        assert (server_of(workers), answers(workers, "count")) == (first, answered)


def test_two_at_a_time_have_one_each_and_one_is_kept(pool: ServerPool) -> None:
    with pool.lent() as one, pool.lent() as other:
        servers = {server_of(one), server_of(other)}
    assert len(servers) == 2 and sum(map(is_there, servers)) == 1


def test_what_is_broken_off_is_ended(pool: ServerPool) -> None:
    with pytest.raises(KeyboardInterrupt), pool.lent() as workers:
        server = server_of(workers)
        raise KeyboardInterrupt
    assert not is_there(server)


def test_one_that_died_meanwhile_is_started_anew(pool: ServerPool) -> None:
    with pool.lent() as workers:
        died = server_of(workers)
    os.kill(died, signal.SIGKILL)
    os.waitid(os.P_PID, died, os.WEXITED | os.WNOWAIT)
    with pool.lent() as workers:
        assert server_of(workers) != died and len(answers(workers, "count")) == 1


def test_it_is_kept_no_longer_than_it_is_told() -> None:
    pool = ServerPool(UNRULY, LIMITS, kept=0.01)
    with pool.lent() as workers:
        server = server_of(workers)
    while is_there(server):
        time.sleep(0.01)
