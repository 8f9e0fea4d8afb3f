"""What a load by workers costs beside a plain one, and what a second worker brings, all on this machine.

    python -m benchmarks.distributed_loading [--documents 300] [--workers 1 2] [--length 1]

Documents are those of generated_corpus.py, `length` of them in each file. Every program has read a few documents before
anything is measured, so what a start costs is left out. Processor time is that of all processes of a part: the load,
the workers with their confined processes, the server of PostgreSQL (Debian's; its settings are those of the tests, but
it waits for the disk as any does). Others that use the cores are told as their mean number: with them, wall time says
little, processor time nearly all.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from benchmarks.generated_corpus import CorpusGenerator
from benchmarks.process_figures import processor_seconds, processor_seconds_of_all
from bot.config.secrets import DatabaseUrl
from bot.distributed_loading.pool import DistributedPool
from knowledge.indexing.indexer import load
from knowledge.indexing.ingestion import THIS_MACHINE, ReadingResources
from tests.postgresql_server import Server, binaries, running

WARMING = 16  # documents


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor by part, of wall, and how many processors others used meanwhile."""

    parts: dict[str, float]
    wall: float
    others: float

    @property
    def processor(self) -> float:
        """The seconds of all parts together."""
        return sum(self.parts.values())

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {seconds:.1f}" for name, seconds in self.parts.items())
        return f"{self.wall:6.1f} s wall, {self.processor:6.1f} s processor ({parts}), others used {self.others:.1f} processors"


def main() -> None:
    """Measures, and prints the ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--length", type=int, default=1)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    arguments = parser.parse_args()
    programs = binaries()
    if not programs:
        sys.exit("PostgreSQL is not installed (apt-get install postgresql)")
    with tempfile.TemporaryDirectory() as name, running(programs) as server:
        folder = Path(name)
        server.ask("ALTER SYSTEM SET fsync = on")
        server.ask("SELECT pg_reload_conf()")
        write(folder / "few", WARMING, arguments.length, 2)
        write(folder / "many", arguments.documents, arguments.length, 1)
        plain = measured(folder, {}, THIS_MACHINE)
        tell("plain load", plain, plain, arguments.documents)
        costs = {count: distributed(folder, server, count) for count in arguments.workers}
        for count, cost in costs.items():
            tell(f"{count} workers", cost, plain, arguments.documents)
        first, last = costs[min(costs)], costs[max(costs)]
        print(f"{max(costs)} workers beside {min(costs)}: {first.wall / last.wall:.2f} times as fast by wall")


def write(folder: Path, documents: int, length: int, seed: int) -> None:
    """Writes files of several documents each."""
    folder.mkdir()
    generator = CorpusGenerator(seed)
    for number in range(documents):
        texts = [generator.document(number * length + part).text for part in range(length)]
        (folder / f"{number:06}.txt").write_text("".join(texts), encoding="utf-8")


def tell(name: str, cost: Cost, plain: Cost, documents: int) -> None:
    """Prints what a way of loading cost."""
    print(f"{name}: {cost}", flush=True)
    each, ratio = cost.processor / documents * 1000, cost.processor / plain.processor
    print(f"    {each:.1f} ms of processor a document, {ratio:.2f} of a plain load's", flush=True)


def distributed(folder: Path, server: Server, count: int) -> Cost:
    """What a load by so many workers costs."""
    url = server.new_place()
    with ExitStack() as stack:
        workers = [stack.enter_context(working(url)) for _ in range(count)]
        pool = stack.enter_context(DistributedPool(url, lambda: None))
        parts = {"server": [postmaster(server)], "workers": workers}
        return measured(folder, parts, ReadingResources(workers=pool))


def measured(folder: Path, parts: dict[str, list[int]], resources: ReadingResources) -> Cost:
    """What a load costs whose programs are warm."""
    for database in folder.glob("*.db*"):
        database.unlink()
    load(folder / "few", folder / "few.db", resources=resources)
    time.sleep(0.5)

    def used() -> dict[str, float]:
        others = {name: sum(map(processor_seconds, numbers)) for name, numbers in parts.items()}
        return {"load": processor_seconds(os.getpid(), set(chain.from_iterable(parts.values()))), **others}

    before, all_before, began = used(), processor_seconds_of_all(), time.perf_counter()
    load(folder / "many", folder / "many.db", resources=resources)
    wall, after, all_after = time.perf_counter() - began, used(), processor_seconds_of_all()
    spent = {name: after[name] - before[name] for name in after}
    return Cost(spent, wall, max(0.0, all_after - all_before - sum(spent.values())) / wall)


@contextmanager
def working(url: DatabaseUrl) -> Iterator[int]:
    """A worker that waits; gives its number."""
    environment = {**os.environ, "JIANDA_STORAGE_URL": url.reveal()}
    command = [sys.executable, "-m", "bot", "work", "--processes", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment)
    try:
        assert process.stderr
        process.stderr.readline()
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def postmaster(server: Server) -> int:
    """The number of the first process of a server."""
    return int((server.folder / "data" / "postmaster.pid").read_text().split("\n")[0])


if __name__ == "__main__":
    main()
