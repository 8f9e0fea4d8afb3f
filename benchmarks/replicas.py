"""What becomes of questions to several replicas over one PostgreSQL, under kills, cuts and loads, and with the server
started anew.

python -m benchmarks.replicas 4 400 12 2 4    replicas, questions, kill -9 of a replica, restarts of the server, cuts of
                                              the network between a replica and the server

The corpus is loaded again and again meanwhile, changed each time. Telegram's side brings each update to any replica
until one has taken it in; every tenth update it brings to two. What those were sent who got no answer is printed. Needs
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
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, suppress
from pathlib import Path
from subprocess import Popen

from bot.config.secrets import DatabaseUrl
from bot.serving.http import SECRET_HEADER
from bot.telegram.transport.update_source import webhook_secret
from knowledge.errors import DatabaseUnusable, LoadInProgress
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import ReadingResources
from knowledge.store.postgresql.source import GenerationSource
from tests.bot.telegram.crowd import SPEECH, Crowd, program
from tests.bot_api import BotApi, serve
from tests.bot_api.errors import Json
from tests.cutting_proxy import CuttingProxy, End, cutting
from tests.postgresql_server import Server, binaries, running, through

SECONDS = 560.0
AT_ONCE = 20  # questions that are asked together
CONNECTIONS = 8  # by which updates are brought


class Replicas:
    """The processes behind the webhook, each on a port of its own, and with a network of its own to the server.

    One that ends by itself, as where the server is not reached at its start, is started again, as systemd does.
    """

    def __init__(
        self,
        proxies: list[CuttingProxy],
        begin: Callable[[int, CuttingProxy], AbstractContextManager[Popen[bytes]]],
    ) -> None:
        self._proxies = proxies
        self.ports = [_free_port() for _ in proxies]
        self._begin = begin
        self._running = [self._begun(number) for number in range(len(proxies))]
        self._one_at_a_time, self._ended = threading.Lock(), threading.Event()
        self._thread = threading.Thread(target=self._revive)
        self._thread.start()

    def kill(self, number: int) -> None:
        """Kills one and starts it again."""
        with self._one_at_a_time:
            self._running[number][0].__exit__(None, None, None)
            self._running[number] = self._begun(number)

    def cut_off(self, number: int, chance: random.Random) -> None:
        """Cuts one from the server for a second or two; either side, or none, gives the lines up meanwhile."""
        proxy = self._proxies[number]
        proxy.cut()
        time.sleep(chance.uniform(0.2, 1.0))
        ends: list[End | None] = ["server", "client", None]
        if end := chance.choice(ends):
            proxy.given_up_by(end)
        time.sleep(chance.uniform(0.2, 1.0))
        proxy.heal()

    def end(self) -> None:
        """Kills all."""
        self._ended.set()
        self._thread.join()
        for context, _ in self._running:
            context.__exit__(None, None, None)

    def _begun(self, number: int) -> tuple[AbstractContextManager[Popen[bytes]], Popen[bytes]]:
        context = self._begin(self.ports[number], self._proxies[number])
        return context, context.__enter__()

    def _revive(self) -> None:
        while not self._ended.wait(1.0):
            for number, (_, process) in enumerate(self._running):
                if process.poll() is not None:
                    self.kill(number)


class Bringing:
    """Brings what people write to any of the replicas, as often as it takes; `failures` counts the tries in vain."""

    def __init__(self, api: BotApi, ports: list[int]) -> None:
        self._api, self._ports, self._secret = api, ports, webhook_secret(api.token)
        self._chance = random.Random(1)
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        self._ended = threading.Event()
        self.failures = 0
        self._tasks: list[Future[None]] = []
        self.thread = threading.Thread(target=self._run)
        self.thread.start()

    @property
    def is_at_work(self) -> bool:
        """Whether any update has yet to be taken in."""
        return not all(task.done() for task in self._tasks)

    def end(self) -> None:
        """Brings nothing more."""
        self._ended.set()
        self.thread.join()

    def _run(self) -> None:
        with ThreadPoolExecutor(CONNECTIONS) as pool:
            while not self._ended.is_set():
                for number, update in enumerate(self._api.take_updates()):
                    for _ in range(1 + (number % 10 == 0)):
                        self._tasks.append(pool.submit(self._bring, update))
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


class Loading:
    """Loads the corpus again and again, with another file in it each time, and publishes it; `loads` counts them."""

    def __init__(self, folder: Path, url: DatabaseUrl) -> None:
        self._folder = folder
        source = GenerationSource(url, folder / "jianda.db")
        self._resources = ReadingResources(publish=source.publish)
        self._ended = threading.Event()
        self.loads = 0
        self._load()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def end(self) -> None:
        """Loads no more."""
        self._ended.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._ended.wait(1.0):
            self._load()

    def _load(self) -> None:
        corpus = self._folder / "corpus"
        corpus.mkdir(exist_ok=True)
        (corpus / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
        (corpus / "other.txt").write_text(
            f"第{self.loads}次会议\n一、印发清单{self.loads}份。\n", encoding="utf-8"
        )
        # A replica that starts loads, too, and the server is sometimes down.
        with suppress(LoadInProgress, DatabaseUnusable):
            load(corpus, self._folder / "jianda.db", resources=self._resources)
            self.loads += 1


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def left_in(server: Server, url: DatabaseUrl) -> int:
    """How many updates wait in the inbox."""
    return int(server.ask("SELECT count(*) FROM inbox", url)[0][0])


def settle(crowd: Crowd, bringing: Bringing, server: Server, url: DatabaseUrl) -> None:
    """Waits until nothing is left to be answered."""
    end, quiet = time.monotonic() + SECONDS, 0
    while quiet < 5:
        assert time.monotonic() < end, f"{len(crowd.unanswered())} are not answered"
        busy = crowd.api.world.updates.pending or bringing.is_at_work or left_in(server, url)
        quiet = 0 if busy else quiet + 1
        time.sleep(0.2)


def trouble(portions: int, **counts: int) -> list[list[str]]:
    """What befalls the replicas after each portion of questions, each kind spread evenly."""
    return [
        [
            kind
            for kind, count in counts.items()
            if portion * count // portions != (portion + 1) * count // portions
        ]
        for portion in range(portions)
    ]


def start_again(server: Server, crowd: Crowd) -> float:
    """Restarts the server and gives the seconds until a new question is answered."""
    server.stop("fast")
    server.start()
    begun, answers = time.monotonic(), len(crowd.api.calls_of("sendMessage"))
    crowd.ask(1)
    crowd.api.wait_for(lambda: len(crowd.api.calls_of("sendMessage")) > answers, SECONDS)
    return time.monotonic() - begun


def measure(replicas: int, questions: int, kills: int, restarts: int, cuts: int) -> None:
    """Asks, kills, cuts and restarts, and prints what became of it."""
    api, chance = BotApi(), random.Random(2)
    crowd, waits = Crowd(api), [0.0]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        programs = binaries()
        assert programs, "apt-get install postgresql"
        server, base_url = stack.enter_context(running(programs)), stack.enter_context(serve(api))
        url = server.new_place()
        loading = Loading(folder, url)
        stack.callback(loading.end)
        proxies = [stack.enter_context(cutting(server.reach)) for _ in range(replicas)]

        def begin(port: int, proxy: CuttingProxy) -> AbstractContextManager[Popen[bytes]]:
            settings = {
                "JIANDA_STORAGE_URL": through(proxy.port, url).reveal(),
                "JIANDA_TELEGRAM_WEBHOOK_URL": "https://jianda.example.cn/telegram",
                "JIANDA_WEB_LISTEN": f"127.0.0.1:{port}",
            }
            return program(folder, base_url, api.token, **settings)

        group = Replicas(proxies, begin)
        stack.callback(group.end)
        bringing = Bringing(api, group.ports)
        stack.callback(bringing.end)
        api.wait_for(lambda: len(api.calls_of("setWebhook")) >= replicas, SECONDS)
        begun = time.monotonic()
        for kinds in trouble(max(1, questions // AT_ONCE), kill=kills, restart=restarts, cut=cuts):
            crowd.ask(AT_ONCE)
            time.sleep(chance.uniform(0.2, 1.0))
            if "kill" in kinds:
                group.kill(chance.randrange(replicas))
            if "cut" in kinds:
                group.cut_off(chance.randrange(replicas), chance)
            if "restart" in kinds:
                waits.append(start_again(server, crowd))
        settle(crowd, bringing, server, url)
        for _, chat in crowd.unanswered():
            print("no answer, but", [sent.text for sent in api.sent(chat)])
        tally = crowd.tally(SECONDS)
        log = (folder / "log").read_text(encoding="utf-8")
        print(
            "replicas | kills | restarts | cuts | loads | tries | answered | unsure | doubled | lost | seconds"
        )
        row = [replicas, kills, restarts, cuts, loading.loads]
        row += [tally.tries, tally.answered, tally.unsure, tally.doubled, tally.lost]
        print(*row, f"{time.monotonic() - begun:.0f}", sep=" | ")
        print(f"brought in vain {bringing.failures} times; tracebacks in the log: {log.count('Traceback')}")
        print(f"answered again at most {max(waits):.1f} s after a restart of the server")


if __name__ == "__main__":
    measure(*map(int, sys.argv[1:6]))
