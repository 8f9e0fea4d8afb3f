"""What questions to a large base cost beside plain SQLite FTS5 over the same words, and how many find what was planted.

    python -m benchmarks.large_base FOLDER --passages 100000
    python -m benchmarks.large_questions FOLDER [--most 100] [--places 24000]

Asked are the planted questions with a rare name (P) and those of common words (C; benchmarks/large_base.py), and questions of the
example corpus, which nothing in the base answers. The peer searches the words of the question, cut by jieba and joined
by OR, in a bare FTS5 table of the same passages (FOLDER/plain.db, made once) and fetches the first five texts. All is
processor time of one run; memory is that of the process before the peer is opened. `--places` bounds how many places
of its terms a search may look at.
"""

from __future__ import annotations

import argparse
import json
import resource
import sqlite3
import statistics
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.scale import example_questions, milliseconds, told
from knowledge.evaluation.metrics import evaluate, read_gold
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon import thesaurus
from knowledge.retrieval import retriever
from knowledge.text.analyzer import Analyzer

SETS = {"P": "with a rare name", "C": "of common words", "E": "that nothing answers"}


def main() -> None:
    """Reads the arguments and prints a line a kind of question."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=100, help="so many questions of each kind")
    parser.add_argument("--places", type=int, help="the bound on places")
    parser.add_argument("--without-peer", action="store_true")
    arguments = parser.parse_args()
    if arguments.places:
        retriever._MOST_PLACES = arguments.places
    knowledge = KnowledgeBase(arguments.folder / "jianda.db")
    planted = read_gold(arguments.folder / "questions.jsonl")
    gold = {letter: [each for each in planted if each.id.startswith(letter)] for letter in "PC"}
    asked = {letter: [each.q for each in rows] for letter, rows in gold.items()}
    asked["E"] = [json.loads(line)["q"] for line in example_questions()]
    asked = {letter: questions[: arguments.most] for letter, questions in asked.items()}
    size = (arguments.folder / "jianda.db").stat().st_size
    passages = knowledge.status().passages
    print(f"{passages} passages, {size / passages / 1000:.2f} kB each")
    ours = {letter: milliseconds(knowledge.ask, questions) for letter, questions in asked.items()}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    theirs = {} if arguments.without_peer else _plain_times(arguments.folder, asked)
    for letter, times in ours.items():
        print(f"{SETS[letter]}: {told(times)}{_beside(times, theirs.get(letter))}")
    for letter, rows in gold.items():
        quality = evaluate(knowledge, rows[: arguments.most])
        print(
            f"{SETS[letter]}: hit@1 {quality.hit(1):.3f}, hit@3 {quality.hit(3):.3f}, right {quality.right_reply:.3f}"
        )
    print(f"memory {memory} MB")


def _plain_times(folder: Path, asked: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
    """What the questions cost the peer, in milliseconds."""
    if not (folder / "plain.db").exists():
        _write_plain(folder)
    with closing(sqlite3.connect(folder / "plain.db")) as plain:
        search = _plain_search(plain)
        return {letter: milliseconds(search, questions) for letter, questions in asked.items()}


def _write_plain(folder: Path) -> None:
    """Make the table of the peer, its index merged into one."""
    words = Analyzer(thesaurus.field_words())
    with (
        closing(sqlite3.connect(folder / "jianda.db")) as source,
        closing(sqlite3.connect(folder / "plain.db")) as plain,
    ):
        plain.execute("CREATE VIRTUAL TABLE words USING fts5(body, text UNINDEXED)")
        texts = (text for (text,) in source.execute("SELECT text FROM passages"))
        rows = ((" ".join(words.words(words.normalise(text))), text) for text in texts)
        plain.executemany("INSERT INTO words VALUES (?, ?)", rows)
        plain.execute("INSERT INTO words (words) VALUES ('optimize')")
        plain.commit()


def _plain_search(plain: sqlite3.Connection) -> Callable[[str], list[str]]:
    words = Analyzer(thesaurus.field_words())

    def search(question: str) -> list[str]:
        match = " OR ".join(f'"{word}"' for word in dict.fromkeys(words.words(words.normalise(question))))
        sql = "SELECT text FROM words WHERE words MATCH ? ORDER BY rank LIMIT 5"
        return [text for (text,) in plain.execute(sql, [match or '""'])]

    return search


def _beside(times: Sequence[float], plain: Sequence[float] | None) -> str:
    if plain is None:
        return ""
    ratio = statistics.median(times) / statistics.median(plain)
    return f"; FTS5 {told(plain)}; ratio {ratio:.2f}"


if __name__ == "__main__":
    main()
