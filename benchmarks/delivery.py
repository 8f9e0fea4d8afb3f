"""What becomes of questions over a bad line and under kills: tries, answered, unsure, doubled, lost in silence.

python -m benchmarks.delivery faults 500      so many questions for each kind of fault, on 20% of what is sent
python -m benchmarks.delivery kills 100       so many kill -9 of `run`, each with questions under way
python -m benchmarks.delivery odd 200         so many updates that nobody can read, with questions in between
python -m benchmarks.delivery memory 20000    so many questions, and what the process holds on the way
"""

from __future__ import annotations

import copy
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from benchmarks.process_figures import resident_megabytes
from knowledge.indexing.indexer import load
from tests.bot.telegram.crowd import SPEECH, Crowd, Tally, program, when_called
from tests.bot_api import BotApi, serve

SHARE = 0.2  # of what is sent
SENDING = ("sendMessage",)
KINDS = ("502", "500", "reset", "late", "flood")  # late: the answer comes after the time-out; flood: 429
AT_ONCE = 50  # questions that are asked side by side
PER_KILL = 6
SECONDS = 560.0


@contextmanager
def office() -> Iterator[Path]:
    """A folder with a loaded knowledge base of one speech."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "corpus").mkdir()
        (folder / "corpus" / "city-2026.txt").write_text(SPEECH, encoding="utf-8")
        load(folder / "corpus", folder / "jianda.db")
        yield folder


def in_portions(crowd: Crowd, folder: Path, count: int) -> None:
    """So many people ask, some of them at a time, until all that can be answered is."""
    for first in range(0, count, AT_ONCE):
        crowd.ask(min(AT_ONCE, count - first))
        crowd.settle(folder / "jianda-state.db", SECONDS)


def faults(count: int) -> Iterator[tuple[str, Tally]]:
    """Each kind of fault on its own."""
    for kind in KINDS:
        api = BotApi()
        crowd = Crowd(api)
        with office() as folder, serve(api) as base_url, program(folder, base_url, api.token):
            crowd.ask(1)
            api.wait_for(lambda crowd=crowd: not crowd.unanswered(), SECONDS)  # type: ignore[misc]
            api.strike(kind, share=SHARE, methods=SENDING, chance=random.Random(kind))
            in_portions(crowd, folder, count - 1)
            api.calm()
            yield kind, crowd.tally(SECONDS)


def kills(count: int) -> Iterator[tuple[str, Tally]]:
    """The program is killed at each step of sending in turn, and started again over what it left."""
    api = BotApi()
    crowd = Crowd(api)
    with office() as folder, serve(api) as base_url:
        for number in range(count):
            with program(folder, base_url, api.token) as process:
                stage = ("arrived", "done", "replied")[number % 3]
                when_called(api, 1 + number % PER_KILL, process.kill, stage)
                crowd.ask(PER_KILL)
                assert process.wait(SECONDS) == -signal.SIGKILL
        with program(folder, base_url, api.token):
            crowd.settle(folder / "jianda-state.db", SECONDS)
            yield f"{count} × kill -9", crowd.tally(SECONDS)


def odd(count: int) -> Iterator[tuple[str, Tally]]:
    """Messages with something missing or of another type, and a question after every fourth of them."""
    api, chance = BotApi(), random.Random(7)
    crowd, stranger = Crowd(api), api.user()
    api.message(api.private(stranger), stranger, "大家好")
    (sound,) = api.take_updates()
    with office() as folder, serve(api) as base_url, program(folder, base_url, api.token):
        for number in range(count):
            api.world.updates.put("message", _bent(sound["message"], chance))
            if number % 4 == 0:
                crowd.ask(1)
        crowd.settle(folder / "jianda-state.db", SECONDS)
        yield f"{count} odd updates", crowd.tally(SECONDS)


def _bent(message: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A message with one of its fields, or one of its chat's or its person's, taken out or made something else."""
    bent = copy.deepcopy(message)
    place = chance.choice((bent, bent["chat"], bent["from"]))
    name = chance.choice(sorted(place))
    if chance.random() < 0.5:
        del place[name]
    else:
        place[name] = chance.choice((None, [], {}, "x", -1, True, [[1]], {"id": "x"}, 1e300))
    return bent


def memory(count: int) -> Iterator[tuple[str, Tally]]:
    """One question after another, with what the process holds after each tenth of them."""
    api = BotApi()
    crowd = Crowd(api)
    begun = time.monotonic()
    with office() as folder, serve(api) as base_url, program(folder, base_url, api.token) as process:
        for tenth in range(10):
            in_portions(crowd, folder, count // 10)
            done = (tenth + 1) * count // 10
            print(
                f"{done} questions: {resident_megabytes(process.pid):.0f} MB, {time.monotonic() - begun:.0f} s",
                flush=True,
            )
        yield f"{count} questions", crowd.tally(SECONDS)


RUNS: dict[str, Callable[[int], Iterator[tuple[str, Tally]]]] = {
    "faults": faults,
    "kills": kills,
    "odd": odd,
    "memory": memory,
}


def main() -> None:
    """Runs what the command line names and prints a row for each."""
    name, count = sys.argv[1], int(sys.argv[2])
    print("what | tries | answered | unsure | doubled | lost in silence", flush=True)
    for what, tally in RUNS[name](count):
        print(
            what, tally.tries, tally.answered, tally.unsure, tally.doubled, tally.lost, sep=" | ", flush=True
        )


if __name__ == "__main__":
    main()
