"""How long a question takes, as a ratio to plain SQLite FTS5 over the same words, measured in the same run.

    python benchmarks/latency.py [--passages 100000]

The peer searches the words of the question, cut by jieba and joined by OR, in a bare FTS5 table of the same passages
and fetches the first five texts. The corpus is the example corpus, each passage repeated in as many documents as it
takes, so posting lists are long and every question has many near ties: harder than a real corpus of that size.
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from knowledge.evaluation.metrics import read_gold
from knowledge.ids import make_id
from knowledge.indexing.annotation import annotate
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon import thesaurus
from knowledge.store.files import next_version
from knowledge.store.records import AnnotatedDocument
from knowledge.store.writer import Writer
from knowledge.text.analyzer import Analyzer
from loaders.metadata.manifest import read_manifest
from loaders.registry import load as read

ROOT = Path(__file__).parent.parent


def grow(database: Path, passages: int, tasks: bool = False) -> None:
    """Fill a knowledge base with copies of the example corpus until it has so many passages; with their stored
    questions, or with their `tasks` instead."""
    load(ROOT / "corpus", database)
    analyzer = Analyzer(thesaurus.field_words())
    manifest = read_manifest(ROOT / "corpus")
    paths = sorted(p for p in (ROOT / "corpus").iterdir() if p.suffix in (".txt", ".md"))
    files = [(p.name, read(p.read_bytes(), p.name, manifest)) for p in paths]
    made = [(name, file, annotate(file, name, analyzer)) for name, file in files]
    with next_version(database, fresh=False) as db:
        writer = Writer(db)
        total, copy = sum(len(a.passages) for _, _, many in made for a in many), 0
        while total < passages:
            copy += 1
            for name, file, many in made:
                writer.put(f"{copy}/{name}", str(copy), file, [_copy(one, copy, name, tasks) for one in many])
                total += sum(len(one.passages) for one in many)
        writer.write_indexes()


def _copy(one: AnnotatedDocument, copy: int, name: str, tasks: bool) -> AnnotatedDocument:
    """The same document under another path, with ids of its own."""
    document = replace(one.document, id=make_id(copy, one.document.id), path=f"{copy}/{name}")
    passages = tuple(
        (replace(p, id=make_id(copy, p.id), document=document.id), terms) for p, terms in one.passages
    )
    pairs = tuple(replace(p, id=make_id(copy, p.id), passage=make_id(copy, p.passage)) for p in one.pairs)
    due = tuple((make_id(copy, passage), deadline) for passage, deadline in one.deadlines) if tasks else ()
    stored = () if tasks else pairs
    return replace(one, document=document, passages=passages, pairs=stored, deadlines=due, targets=())


def peer(database: Path) -> Callable[[str], list[str]]:
    """Plain FTS5 over the words of the same passages."""
    analyzer = Analyzer(thesaurus.field_words())
    source = sqlite3.connect(database)
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE VIRTUAL TABLE words USING fts5(body, text UNINDEXED)")
    cut: dict[str, str] = {}
    for (text,) in source.execute("SELECT text FROM passages"):
        if text not in cut:
            cut[text] = " ".join(analyzer.words(analyzer.normalise(text)))
        plain.execute("INSERT INTO words VALUES (?, ?)", (cut[text], text))

    def search(question: str) -> list[str]:
        words = dict.fromkeys(analyzer.words(analyzer.normalise(question)))
        match = " OR ".join(f'"{word}"' for word in words)
        rows = (
            plain.execute("SELECT text FROM words WHERE words MATCH ? ORDER BY rank LIMIT 5", [match])
            if match
            else []
        )
        return [row[0] for row in rows]

    return search


def timed(answer: Callable[[str], object], questions: list[str]) -> float:
    """The median milliseconds of processor time a question, after a warm-up."""
    for question in questions[:10]:
        answer(question)
    times = []
    for question in questions:
        began = time.process_time()
        answer(question)
        times.append(1000 * (time.process_time() - began))
    return statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--passages", type=int, default=0, help="how many passages; 0 for the example corpus as it is"
    )
    passages = parser.parse_args().passages
    questions = [gold.q for gold in read_gold(ROOT / "tests/gold/questions.jsonl")][::2]
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder, "latency.db")
        grow(database, passages)
        knowledge = KnowledgeBase(database)
        ours, theirs = timed(knowledge.ask, questions), timed(peer(database), questions)
        count = knowledge.status().passages
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count} passages: ours {ours:.1f} ms, FTS5 {theirs:.1f} ms, ratio {ours / theirs:.2f}; peak memory {memory} MB"
    )


if __name__ == "__main__":
    main()
