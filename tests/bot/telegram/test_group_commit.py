"""What waits to be written is written in one transaction, in its order, and one change that fails spoils no other."""

import asyncio
import contextlib
import threading
import time
from functools import partial

import pytest

from bot.errors import StateGone
from bot.state import State
from bot.state.usage.inbox import Waiting
from bot.telegram.delivery.group_commit import GroupCommit


@pytest.fixture
def state(tmp_path):
    opened = State(tmp_path / "state.db", clock=time.time)
    yield opened
    opened.close()


def waiting(number):
    return Waiting(number, 1, 1, 0.0, "{}")


class Counted:
    """The transactions of a state, each held until the gate is open."""

    def __init__(self, state):
        self.state, self.gate, self.synced = state, threading.Event(), []

    @contextlib.contextmanager
    def __call__(self, synced):
        self.gate.wait(30)
        self.synced.append(synced)
        with self.state.together(synced):
            yield


async def test_what_comes_while_a_commit_is_under_way_is_one_transaction(state):
    together = Counted(state)
    commits = GroupCommit(together)
    first = commits.begin(partial(state.inbox.put, waiting(1)), synced=False)
    await asyncio.sleep(0.05)  # it is on its way
    others = [commits.begin(partial(state.inbox.put, waiting(number)), number == 5) for number in range(2, 9)]
    together.gate.set()
    assert await asyncio.gather(first, *others) == [True] * 8
    assert together.synced == [False, True]
    assert [entry.id for entry in state.inbox.left()] == list(range(1, 9))


async def test_changes_are_made_in_the_order_in_which_they_came(state):
    commits = GroupCommit(state.together)
    commits.begin(partial(state.inbox.put, waiting(1)), synced=True)
    commits.begin(partial(state.inbox.begin, 1), synced=False)
    commits.begin(partial(state.inbox.claim, 1, 7), synced=True)
    commits.begin(partial(state.inbox.sent, 1, 42), synced=False)
    await commits.settled()
    (left,) = state.inbox.left()
    assert (left.runs, left.sent, left.sending) == (1, (42,), None)


async def test_one_that_fails_leaves_the_others_written(state):
    def fails():
        with state._database.writing(repeatable=True) as db:
            db.execute("DELETE FROM inbox")
            raise ValueError

    commits = GroupCommit(state.together)
    changes = [commits.begin(partial(state.inbox.put, waiting(number)), synced=True) for number in (1, 2)]
    failing = commits.begin(fails, synced=True)
    changes.append(commits.begin(partial(state.inbox.put, waiting(3)), synced=True))
    outcomes = await asyncio.gather(*changes, failing, return_exceptions=True)
    assert outcomes[:3] == [True] * 3 and isinstance(outcomes[3], ValueError)
    assert [entry.id for entry in state.inbox.left()] == [1, 2, 3]


async def test_a_file_that_is_gone_is_told_to_each(state, tmp_path):
    commits = GroupCommit(state.together)
    (tmp_path / "state.db").unlink()
    changes = [commits.begin(partial(state.inbox.put, waiting(number)), synced=True) for number in (1, 2)]
    outcomes = await asyncio.gather(*changes, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [StateGone] * 2


async def test_who_does_not_wait_any_more_takes_nothing_from_the_others(state):
    together = Counted(state)
    commits = GroupCommit(together)
    commits.begin(partial(state.inbox.put, waiting(1)), synced=False)
    await asyncio.sleep(0.05)
    left = commits.begin(partial(state.inbox.put, waiting(2)), synced=False)
    other = commits.begin(partial(state.inbox.put, waiting(3)), synced=False)
    left.cancel()
    together.gate.set()
    assert await other and [entry.id for entry in state.inbox.left()] == [1, 2, 3]


def test_one_change_in_a_block_that_fails_takes_the_block_back(state):
    with pytest.raises(ValueError), state.together(True):
        state.inbox.put(waiting(1))
        raise ValueError
    assert not state.inbox.left()
    assert state.inbox.put(waiting(1))


async def test_where_there_is_no_thread_nobody_waits_for_ever(state, monkeypatch):
    async def refuses(*work):
        raise RuntimeError("no thread")

    monkeypatch.setattr("bot.telegram.delivery.group_commit.in_thread", refuses)
    commits = GroupCommit(state.together)
    with pytest.raises(RuntimeError):
        await commits.begin(partial(state.inbox.put, waiting(1)), synced=True)
