"""What serving the reading room costs the bot: questions a second of processor time, with it and without.

    python -m benchmarks.web_throughput [PAIRS] [QUESTIONS]

Two programs run over the same documents, one of which serves the pages. The same questions go to both at once, the one
that is asked first changing from pair to pair, so that what else the machine does slows both; nobody opens a page
meanwhile. Processor time is that of each process (proc(5)). Printed: the loss of each pair, its median, and the interval
in which the median lies with 95% or more, from the order statistics of the pairs.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from math import comb
from pathlib import Path

from benchmarks.delivery import SECONDS, office
from benchmarks.process_figures import processor_seconds
from tests.bot.telegram.crowd import Crowd, program
from tests.bot_api import BotApi, serve

CONFIDENCE = 0.95


@dataclass(frozen=True)
class Bot:
    """A program that runs, and those who ask it."""

    process: subprocess.Popen[bytes]
    crowd: Crowd
    folder: Path

    def settle(self) -> None:
        """Waits for the answers."""
        self.crowd.settle(self.folder / "jianda-state.db", SECONDS)

    def used(self) -> float:
        """The processor time of the program and what it started, in seconds."""
        return processor_seconds(self.process.pid)


@contextmanager
def running(web: bool) -> Iterator[Bot]:
    """A bot that has answered its first questions."""
    api = BotApi()
    settings = {"JIANDA_WEB_SERVE": "true" if web else "false"}
    with (
        office() as folder,
        serve(api) as base_url,
        program(folder, base_url, api.token, **settings) as process,
    ):
        bot = Bot(process, Crowd(api), folder)
        bot.crowd.ask(20)
        bot.settle()
        yield bot


def rates(bots: Sequence[Bot], questions: int) -> list[float]:
    """Questions answered a second of processor time by each, asked at once."""
    before = [bot.used() for bot in bots]
    for bot in bots:
        bot.crowd.ask(questions)
    for bot in bots:
        bot.settle()
    return [questions / (bot.used() - used) for bot, used in zip(bots, before, strict=True)]


def interval(losses: list[float]) -> tuple[float, float]:
    """The narrowest pair of order statistics between which the median lies with the confidence, or all of them."""
    count, ordered = len(losses), sorted(losses)
    for rank in range(count // 2, 0, -1):
        outside = 2 * sum(comb(count, below) for below in range(rank)) / 2**count
        if 1 - outside >= CONFIDENCE:
            return ordered[rank - 1], ordered[count - rank]
    return ordered[0], ordered[-1]


def main(pairs: int, questions: int) -> None:
    """Prints a line a pair, and the median."""
    losses = []
    with ExitStack() as stack:
        bots = [stack.enter_context(running(web)) for web in (True, False)]
        for number in range(pairs):
            step = -1 if number % 2 else 1
            served, alone = rates(bots[::step], questions)[::step]
            losses.append(1 - served / alone)
            print(f"with {served:6.1f}/s  without {alone:6.1f}/s  loss {losses[-1]:+.1%}", flush=True)
    low, high = interval(losses)
    print(f"median loss {statistics.median(losses):+.1%} ({low:+.1%} to {high:+.1%}), {pairs} pairs")


if __name__ == "__main__":
    main(*(int(argument) for argument in (*sys.argv[1:], *("20", "60")[len(sys.argv) - 1 :])))
