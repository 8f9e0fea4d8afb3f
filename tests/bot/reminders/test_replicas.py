"""Several replicas remind, and are killed at any moment: nothing comes twice, nothing is lost in silence."""

import datetime as dt
import multiprocessing
import random
import time
from collections import Counter
from contextlib import closing

import pytest

from bot.state import State
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.scheduling.messages import ScheduledMessage
from tests.bot.reminders.replica import remind
from tests.bot.reminders.world import MORNING

pytestmark = pytest.mark.service

REPLICAS, KILLS, CHATS = 3, 12, 120
SECONDS = 60.0  # a busy machine is no failure
NOW = MORNING + dt.timedelta(hours=2)


@pytest.fixture
def url(postgresql_server):
    """An office with a reminder and a scheduled message for each of many chats, all of them due."""
    url = postgresql_server.new_place()
    with closing(State(url, clock=MORNING.timestamp)) as state:
        for chat in range(1, CHATS + 1):
            state.subscriptions.add(Subscription(0, chat, None, chat, "zh", "", Schedule(), "running", 0.0))
            message = ScheduledMessage(chat, None, chat, "zh", "own", {"text": "交表"}, NOW.timestamp() - 60)
            state.scheduled.add(message)
    return url


def left(url):
    """How much is still to be sent or noticed."""
    with closing(State(url, clock=NOW.timestamp)) as state:
        rows = state._database.rows
        done = "step IN ('sent', 'noticed')"
        (reminders,) = rows(f"SELECT count(*) AS count FROM reminders WHERE {done}")
        (scheduled,) = rows(f"SELECT count(*) AS count FROM scheduled WHERE {done}")
        return 2 * CHATS - reminders["count"] - scheduled["count"]


def test_killed_replicas_send_nothing_twice_and_lose_nothing_in_silence(url, tmp_path):
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.bot.reminders.replica"])
    chance, messages = random.Random(7), tmp_path / "messages"
    messages.touch()

    def start():
        process = context.Process(target=remind, args=(url, messages, NOW), daemon=True)
        process.start()
        return process

    replicas = [start() for _ in range(REPLICAS)]
    try:
        for kill in range(1, KILLS + 1):
            # Each kill waits for the replicas to have come further; the one that sends is among those killed.
            wait_for(lambda kill=kill: lines(messages) >= kill * 2 * CHATS // (2 * KILLS))
            victim = chance.randrange(REPLICAS)
            replicas[victim].kill()
            replicas[victim].join()
            replicas[victim] = start()
        wait_for(lambda: not left(url))
    finally:
        for process in replicas:
            process.kill()
            process.join()
    sent = Counter(line.rpartition(" ")[0] for line in messages.read_text().splitlines())
    assert max(count for line, count in sent.items() if line.endswith(" told")) == 1
    wanted = {
        f"{chat} {kind}" for chat in range(1, CHATS + 1) for kind in ("Subscription", "ScheduledMessage")
    }
    assert wanted == {line.rpartition(" ")[0] for line in sent}  # told, or noticed that it may have been


def wait_for(what):
    end = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < end
        time.sleep(0.005)


def lines(path):
    return path.read_bytes().count(b"\n")
