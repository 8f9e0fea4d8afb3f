"""What a large corpus of different documents costs, and whether the answers planted in it are found.

    python benchmarks/scale.py [--documents 5000]

Generates the documents (benchmarks/generated_corpus.py; about 20 passages each), loads them, asks the planted questions
and those of the example corpus, changes ten files and loads again. A question is compared with plain FTS5 over the same
words in the same run, the second load with the first; seconds are of the processor, child processes too, but for the
loads, which are of the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import generated_corpus
from benchmarks.latency import peer
from knowledge.evaluation.metrics import evaluate, read_gold
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase

CHANGED = 10
WARM_UP = 10
ROOT = Path(__file__).parent.parent


def main(documents: int) -> None:
    """Prints a line a measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus, database = folder / "corpus", folder / "jianda.db"
        generated_corpus.write(folder, documents)
        age(corpus)
        first = seconds(lambda: load(corpus, database))
        change(corpus)
        again = seconds(lambda: load(corpus, database))
        knowledge = KnowledgeBase(database)
        passages = knowledge.status().passages
        size = database.stat().st_size
        gold = [question for question in read_gold(folder / "questions.jsonl") if question.id.startswith("P")]
        print(f"{documents} documents, {passages} passages; {size / passages / 1024:.1f} kB a passage")
        print(f"load {first:.0f} s; after {CHANGED} changed {again:.1f} s, ratio {again / first:.4f}")
        compare(knowledge, database, "planted", [question.q for question in gold])
        others = [json.loads(line)["q"] for line in example_questions()]
        compare(knowledge, database, "of the example corpus", others)
        quality = evaluate(knowledge, gold)
        print(
            f"planted: hit@1 {quality.hit(1):.3f}, hit@3 {quality.hit(3):.3f}, right {quality.right_reply:.3f}"
        )


def compare(knowledge: KnowledgeBase, database: Path, name: str, questions: Sequence[str]) -> None:
    """Prints what questions cost here and in plain FTS5."""
    ours = milliseconds(knowledge.ask, questions)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    theirs = milliseconds(peer(database), questions)
    median, plain = statistics.median(ours), statistics.median(theirs)
    print(
        f"{name}: {median:.1f} ms, p95 {quantile(ours):.1f} ms; FTS5 {plain:.1f} ms, ratio {median / plain:.2f}; {memory} MB"
    )


def milliseconds(answer: Callable[[str], object], questions: Sequence[str]) -> list[float]:
    """The processor time of each question, after a warm-up."""
    times = []
    for question in (*questions[:WARM_UP], *questions):
        began = time.process_time()
        answer(question)
        times.append(1000 * (time.process_time() - began))
    return times[WARM_UP:]


def quantile(times: Sequence[float]) -> float:
    """What 95 of 100 stay below."""
    return statistics.quantiles(times, n=20)[-1]


def told(times: Sequence[float]) -> str:
    """The median and what 95 of 100 stay below."""
    return f"median {statistics.median(times):.1f} ms, p95 {quantile(times):.1f} ms"


def seconds(work: Callable[[], object]) -> float:
    """The wall time of some work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def age(corpus: Path) -> None:
    """Dates the files an hour back: one that was just changed is compared by its content."""
    then = time.time() - 3600
    for path in corpus.rglob("*.txt"):
        os.utime(path, (then, then))


def change(corpus: Path) -> None:
    """Adds a sentence to the first files."""
    for path in sorted(corpus.rglob("*.txt"))[:CHANGED]:
        path.write_text(
            path.read_text(encoding="utf-8") + "年底前，由县医保局牵头新建中医馆7个。\n", encoding="utf-8"
        )


def example_questions() -> list[str]:
    """Every second question about the example corpus, a line of gold each."""
    return (ROOT / "tests/gold/questions.jsonl").read_text(encoding="utf-8").splitlines()[::2]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=5000)
    main(parser.parse_args().documents)
