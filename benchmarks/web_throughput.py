"""What serving the reading room costs the bot: questions a second of processor time, with it and without.

    python -m benchmarks.web_throughput [PAIRS] [QUESTIONS]

Two programs run over the same documents, one of which serves the pages. The same questions go to the one and then to the
other, the order turned round from pair to pair; nobody opens a page meanwhile. Processor time is that of the process
(proc(5)), so that other programs on the machine count little. Printed: the loss of each pair, its median, and the
interval in which the median lies with 95% or more, from the order statistics of the pairs.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from math import comb
from pathlib import Path

from benchmarks.delivery import SECONDS, office
from tests.bot.telegram.crowd import Crowd, program
from tests.bot_api import BotApi, serve

TICKS = os.sysconf("SC_CLK_TCK")
CONFIDENCE = 0.95


@dataclass(frozen=True)
class Bot:
    """A program that runs, and those who ask it."""

    process: subprocess.Popen[bytes]
    crowd: Crowd
    folder: Path

    def rate(self, questions: int) -> float:
        """Questions answered a second of processor time."""
        before = self._used()
        self.crowd.ask(questions)
        self.crowd.settle(self.folder / "jianda-state.db", SECONDS)
        return questions / (self._used() - before)

    def _used(self) -> float:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(") ")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS


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
        bot.rate(20)
        yield bot


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
        bots = {web: stack.enter_context(running(web)) for web in (True, False)}
        for number in range(pairs):
            order = (True, False) if number % 2 else (False, True)
            rates = {web: bots[web].rate(questions) for web in order}
            losses.append(1 - rates[True] / rates[False])
            print(
                f"with {rates[True]:6.1f}/s  without {rates[False]:6.1f}/s  loss {losses[-1]:+.1%}",
                flush=True,
            )
    low, high = interval(losses)
    print(f"median loss {statistics.median(losses):+.1%} ({low:+.1%} to {high:+.1%}), {pairs} pairs")


if __name__ == "__main__":
    main(*(int(argument) for argument in (*sys.argv[1:], *("20", "60")[len(sys.argv) - 1 :])))
