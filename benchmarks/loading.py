"""How long a load takes, as a ratio to what jieba alone needs for the same text on the same cores, in the same run.

    python benchmarks/loading.py [--documents 1000] [--unchanged 10000]

The documents have 10,000 characters each: lines of the example corpus in random order, their figures changed. jieba
is the pure Python one, cutting each text once, a process a core. The second ratio is that of looking at an unchanged
folder to loading it; its files are short, which makes the load as fast as it can be and the ratio as hard.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from knowledge.indexing.indexer import load
from knowledge.lexicon import thesaurus
from knowledge.text.segmentation import Segmenter, segmenter

CORPUS = Path(__file__).parent.parent / "corpus"
LENGTH, SHORT = 10_000, 300


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--unchanged", type=int, default=10_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        many, short = Path(name, "many"), Path(name, "short")
        write(many, arguments.documents, LENGTH)
        write(short, arguments.unchanged, SHORT)
        cores = len(os.sched_getaffinity(0))
        alone = seconds(lambda: cut_all(sorted(many.iterdir()), cores))
        loaded = seconds(lambda: load(many, Path(name, "many.db")))
        print(f"{arguments.documents} documents of {LENGTH} characters, {cores} cores")
        print(f"jieba alone {alone:.1f} s, load {loaded:.1f} s: ratio {loaded / alone:.2f} (aim 1.5)")
        first = seconds(lambda: load(short, Path(name, "short.db")))
        again = seconds(lambda: load(short, Path(name, "short.db")))
        print(
            f"{arguments.unchanged} files of {SHORT} characters: load {first:.1f} s, again {again:.3f} s,",
            end=" ",
        )
        print(f"ratio {again / first:.4f} (aim 0.01)")


def write(folder: Path, count: int, length: int) -> None:
    """Documents that are all different, written as if an hour ago."""
    folder.mkdir()
    chance = random.Random(1)
    lines = [
        line for path in sorted(CORPUS.glob("*.txt")) for line in path.read_text(encoding="utf-8").split("\n")
    ]
    hour_ago = time.time() - 3600
    for number in range(count):
        text = ""
        while len(text) < length:
            text += re.sub(r"\d", lambda _: str(chance.randint(1, 9)), chance.choice(lines)) + "\n"
        path = folder / f"{number:05}.txt"
        path.write_text(text[:length], encoding="utf-8")
        os.utime(path, (hour_ago, hour_ago))
    time.sleep(2.1)  # a file changed less than two seconds before it is read is compared by its content


def seconds(work: Callable[[], object]) -> float:
    """The wall time of some work."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def cut_all(paths: list[Path], cores: int) -> None:
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(cut, paths, chunksize=max(1, len(paths) // cores // 8)))


def cut(path: Path) -> int:
    return len(list(_jieba().cut_for_search(path.read_text(encoding="utf-8"))))


@cache
def _jieba() -> Segmenter:
    return segmenter(tuple(thesaurus.field_words()), fast=False)


if __name__ == "__main__":
    main()
