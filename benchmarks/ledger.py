"""How long `/ledger` of a body takes against `/ddl` of the same filter, over ten thousand tasks, in processor time.

    python -m benchmarks.ledger [--tasks 10000]

The corpus is the example corpus, repeated until it has so many tasks; one in five of them is marked. Each list is made
several times and the best counts, one after the other, so that a busy machine slows both.
"""

from __future__ import annotations

import argparse
import datetime as dt
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.latency import grow
from bot.chat.context import ChatContext
from bot.deadlines.pages import deadlines
from bot.ledger.pages import ledger
from bot.marks.status import Due
from bot.messages import CHINESE
from bot.state.chats.marks import Mark, Status
from knowledge.knowledge_base import KnowledgeBase

TODAY = dt.date(2026, 11, 30)
FILTERS = ("", "卫健局", "民政局", "市卫生监督所 已过期", "医共体", "在办")
STATUSES: tuple[Status, ...] = ("begun", "done", "postponed")
TRIES = 5
PASSAGES_A_TASK = 1.2


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tasks", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        knowledge = filled(Path(folder) / "k.db", options.tasks)
        every = knowledge.deadlines()
        setting = ChatContext(CHINESE, TODAY, marks=marked(every))
        print(f"{len(every)} tasks, {len(setting.marks)} marked")
        for words in FILTERS:
            first, second = best(
                lambda words=words: deadlines(knowledge, setting, words),  # type: ignore[misc]
                lambda words=words: ledger(knowledge, setting, words),  # type: ignore[misc]
            )
            print(f"{words or '(all)'}: ddl {first:.3f} s, ledger {second:.3f} s, ratio {second / first:.2f}")


def filled(database: Path, tasks: int) -> KnowledgeBase:
    """A knowledge base of at least so many tasks; the example corpus has about as many of them as passages."""
    grow(database, round(tasks * PASSAGES_A_TASK), tasks=True)
    return KnowledgeBase(database, lambda: TODAY)


def marked(every: Sequence[Due]) -> dict[str, Mark]:
    """Marks on one task in five."""
    marks = {}
    for number, due in enumerate(every[::5]):
        status = STATUSES[number % len(STATUSES)]
        until = TODAY + dt.timedelta(days=60) if status == "postponed" else None
        document, item = due.document, due.item
        marks[item.id] = Mark(
            item.id, status, document.path, document.title, item.task, item.sentence, until, "进展"
        )
    return marks


def best(*works: Callable[[], object]) -> list[float]:
    """The shortest processor time of each of some works, in seconds."""
    times = [[_seconds(work) for work in works] for _ in range(TRIES)]
    return [min(column) for column in zip(*times, strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
