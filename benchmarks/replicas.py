"""What becomes of questions to several replicas over one PostgreSQL, under kills and with the server started anew.

python -m benchmarks.replicas 4 400 12 2    replicas, questions, kill -9 of a replica, restarts of the server

Telegram's side brings each update to any replica until one has taken it in; every tenth update it brings to two. Needs
Debian's PostgreSQL (apt-get install postgresql).
"""

from __future__ import annotations

import json
import random
import socket
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from subprocess import Popen

from bot.config.secrets import DatabaseUrl
from bot.serving.http import SECRET_HEADER
from bot.telegram.transport.update_source import webhook_secret
from knowledge.indexing.indexer import load
from tests.bot.telegram.crowd import SPEECH, Crowd, program
from tests.bot_api import BotApi, serve
from tests.bot_api.errors import Json
from tests.postgresql_server import Server, binaries, running

SECONDS = 560.0
AT_ONCE = 20  # questions that are asked together
CONNECTIONS = 8  # by which updates are brought


class Replicas:
    """The processes behind the webhook, each on a port of its own."""

    def __init__(self, count: int, begin: Callable[[int], AbstractContextManager[Popen[bytes]]]) -> None:
        self.ports = [_free_port() for _ in range(count)]
        self._begin = begin
        self._running: list[tuple[AbstractContextManager[Popen[bytes]], Popen[bytes]]] = []
        for port in self.ports:
            context = begin(port)
            self._running.append((context, context.__enter__()))

    def kill(self, number: int) -> None:
        """Kills one and starts it again."""
        self._running[number][0].__exit__(None, None, None)
        context = self._begin(self.ports[number])
        self._running[number] = (context, context.__enter__())

    def end(self) -> None:
        """Kills all."""
        for context, _ in self._running:
            context.__exit__(None, None, None)


class Bringing:
    """Brings what people write to any of the replicas, as often as it takes; `failures` counts the tries in vain."""

    def __init__(self, api: BotApi, ports: list[int]) -> None:
        self._api, self._ports, self._secret = api, ports, webhook_secret(api.token)
        self._chance = random.Random(1)
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self._ended = threading.Event()
        self.failures = 0
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    def end(self) -> None:
        """Brings nothing more."""
        self._ended.set()
        self.thread.join()

    def _run(self) -> None:
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            while not self._ended.is_set():
                for number, update in enumerate(self._api.take_updates()):
                    for _ in range(1 + (number % 10 == 0)):
                        pool.submit(self._bring, update)
                time.sleep(0.02)

    def _bring(self, update: Json) -> None:
        while not self._ended.is_set() and not self._is_taken(update):
            self.failures += 1
            time.sleep(0.1)

    def _is_taken(self, update: Json) -> bool:
        address = f"http://127.0.0.1:{self._chance.choice(self._ports)}/telegram"
        headers = {SECRET_HEADER: self._secret, "Content-Type": "application/json"}
        request = urllib.request.Request(address, json.dumps(update).encode(), headers)
        try:
            with self._opener.open(request, timeout=30) as response:
                return int(response.status) == 200
        except (urllib.error.URLError, OSError):
            return False


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def left_in(server: Server, url: DatabaseUrl) -> int:
    """How many updates wait in the inbox."""
    return int(server.ask("SELECT count(*) FROM inbox", url)[0][0])


def settle(crowd: Crowd, server: Server, url: DatabaseUrl) -> None:
    """Waits until nothing is left to be answered."""
    end, quiet = time.monotonic() + SECONDS, 0
    while quiet < 5:
        assert time.monotonic() < end, f"{len(crowd.unanswered())} are not answered"
        busy = crowd.api.world.updates.pending or left_in(server, url)
        quiet = 0 if busy else quiet + 1
        time.sleep(0.2)


def measure(replicas: int, questions: int, kills: int, restarts: int) -> None:
    """Asks, kills and restarts, and prints what became of it."""
    api, chance = BotApi(), random.Random(2)
    crowd = Crowd(api)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (folder / "corpus").mkdir()
        (folder / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
        load(folder / "corpus", folder / "jianda.db")
        programs = binaries()
        assert programs, "apt-get install postgresql"
        server, base_url = stack.enter_context(running(programs)), stack.enter_context(serve(api))
        url = server.new_place()
        settings = {
            "JIANDA_STORAGE_URL": url.reveal(),
            "JIANDA_TELEGRAM_WEBHOOK_URL": "https://jianda.example.cn/telegram",
        }

        def begin(port: int) -> AbstractContextManager[Popen[bytes]]:
            listen = {"JIANDA_WEB_LISTEN": f"127.0.0.1:{port}"}
            return program(folder, base_url, api.token, **settings, **listen)

        group = Replicas(replicas, begin)
        stack.callback(group.end)
        bringing = Bringing(api, group.ports)
        stack.callback(bringing.end)
        api.wait_for(lambda: len(api.calls_of("setWebhook")) >= replicas, SECONDS)
        begun, portions = time.monotonic(), max(1, questions // AT_ONCE)
        for portion in range(portions):
            crowd.ask(AT_ONCE)
            time.sleep(chance.uniform(0.2, 1.0))
            if portion * kills // portions != (portion + 1) * kills // portions:
                group.kill(chance.randrange(replicas))
            if portion * restarts // portions != (portion + 1) * restarts // portions:
                server.stop("fast")
                server.start()
        settle(crowd, server, url)
        tally = crowd.tally(SECONDS)
        log = (folder / "log").read_text(encoding="utf-8")
        print("replicas | kills | restarts | tries | answered | unsure | doubled | lost in silence | seconds")
        row = [
            replicas,
            kills,
            restarts,
            tally.tries,
            tally.answered,
            tally.unsure,
            tally.doubled,
            tally.lost,
        ]
        print(*row, f"{time.monotonic() - begun:.0f}", sep=" | ")
        print(f"brought in vain {bringing.failures} times; tracebacks in the log: {log.count('Traceback')}")


if __name__ == "__main__":
    measure(*map(int, sys.argv[1:5]))
