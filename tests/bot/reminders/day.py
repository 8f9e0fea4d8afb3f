"""A day of reminders for many chats, sent by several replicas that are killed, or cut from the server, at any moment."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import random
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from bot.config.secrets import DatabaseUrl
from bot.state import State
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.scheduling.messages import ScheduledMessage
from tests.bot.reminders.replica import remind
from tests.bot.reminders.world import MORNING
from tests.cutting_proxy import CuttingProxy, cutting
from tests.postgresql_server import Server, through

NOW = MORNING + dt.timedelta(hours=2)
KINDS = ("Subscription", "ScheduledMessage")
GIVEN_UP = 0.3  # seconds after which the server gives a replica up that it hears nothing of


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the reminders, each of which is one message: how many were told, noticed, told twice and lost."""

    told: int
    noticed: int
    doubled: int
    lost: int


class ReminderDay:
    """An office in which a reminder and a scheduled message are due for each of many chats."""

    def __init__(self, server: Server, folder: Path, chats: int, seconds: float) -> None:
        self._server, self._chats, self._seconds = server, chats, seconds
        self._url = server.new_place()
        self._messages = folder / "messages"
        self._messages.touch()
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["tests.bot.reminders.replica"])
        with closing(State(self._url, clock=MORNING.timestamp)) as state:
            for chat in range(1, chats + 1):
                state.subscriptions.add(
                    Subscription(0, chat, None, chat, "zh", "", Schedule(), "running", 0.0)
                )
                message = ScheduledMessage(
                    chat, None, chat, "zh", "own", {"text": "交表"}, NOW.timestamp() - 60
                )
                state.scheduled.add(message)

    def pass_with(self, replicas: int, kills: int, cuts: int = 0) -> Tally:
        """Lets the day pass: each kill and cut waits for the replicas to have come further."""
        chance = random.Random(7)
        trouble = ["kill"] * kills + ["cut"] * cuts
        chance.shuffle(trouble)
        with ExitStack() as stack:
            proxies = [stack.enter_context(cutting(self._server.reach)) for _ in range(replicas)]
            running = [self._begin(proxy) for proxy in proxies]
            stack.callback(lambda: [_end(process) for process in running])
            for number, kind in enumerate(trouble, 1):
                self._wait_for(
                    lambda number=number: self._arrived() >= number * self._chats // len(trouble)  # type: ignore[misc]
                )
                victim = chance.randrange(replicas)
                if kind == "kill":
                    _end(running[victim])
                    running[victim] = self._begin(proxies[victim])
                else:
                    _cut_off(proxies[victim], chance)
            self._wait_for(lambda: not self._left())
        return self._tally()

    def _begin(self, proxy: CuttingProxy) -> ForkServerProcess:
        url: DatabaseUrl = through(proxy.port, self._url)
        process = self._context.Process(target=remind, args=(url, self._messages, NOW), daemon=True)
        process.start()
        return process

    def _arrived(self) -> int:
        return self._messages.read_bytes().count(b"\n")

    def _left(self) -> int:
        """How much is still to be sent or noticed."""
        done = "step IN ('sent', 'noticed')"
        rows = self._server.ask(
            f"SELECT (SELECT count(*) FROM reminders WHERE {done}) + (SELECT count(*) FROM scheduled WHERE {done})",
            self._url,
        )
        return 2 * self._chats - int(rows[0][0])

    def _tally(self) -> Tally:
        sent = Counter(line.rpartition(" ")[0] for line in self._messages.read_text().splitlines())
        told = [count for line, count in sent.items() if line.endswith(" told")]
        noticed = sum(line.endswith(" noticed") for line in sent)
        came = {line.rpartition(" ")[0] for line in sent}
        wanted = {f"{chat} {kind}" for chat in range(1, self._chats + 1) for kind in KINDS}
        return Tally(len(told), noticed, sum(count > 1 for count in told), len(wanted - came))

    def _wait_for(self, what: Callable[[], bool]) -> None:
        end = time.monotonic() + self._seconds
        while not what():
            assert time.monotonic() < end, "it takes too long"
            time.sleep(0.005)


def _cut_off(proxy: CuttingProxy, chance: random.Random) -> None:
    """Cuts a replica from the server for a while; one of both may give the line up meanwhile."""
    proxy.cut()
    time.sleep(GIVEN_UP)
    if chance.random() < 0.7:
        proxy.given_up_by(chance.choice(["server", "client"]))
        time.sleep(GIVEN_UP)
    proxy.heal()


def _end(process: ForkServerProcess) -> None:
    process.kill()
    process.join()
