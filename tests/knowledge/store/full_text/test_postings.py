"""A search finds by the packed posting lists what SQLite finds by its own, whoever reckons, and after any loads."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.indexing.indexer import load
from knowledge.store import migrations
from knowledge.store.files import open_database
from knowledge.store.full_text import index, postings
from knowledge.store.reader import Store
from tests.knowledge.store.full_text.fts5 import TOKENIZER, by_fts5, texts_of

TERMS = ["检查", "医院", "卫生", "就诊", "县域", "2026", "90"]
NEW = "{}2026年卫生工作要点\n一、建设\n1.6月底前建成县医院，检查互认率达到93.5%。\n"


def ours(database: Path, terms: list[str], limit: int = 50) -> list[tuple[int, float]]:
    return Store(open_database(database)).search(terms, limit)


def numbers(database: Path) -> set[int]:
    return {number for (number,) in open_database(database).execute("SELECT number FROM passages")}


@pytest.mark.parametrize("many", (1, 10**9))
def test_one_by_one_or_by_numpy_the_figures_are_those_of_fts5(
    database: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(index, "_MANY", many)
    every = by_fts5(database, "terms", TERMS)
    assert len(every) > 3
    assert ours(database, TERMS) == every
    assert ours(database, TERMS, 2) == every[:2]
    store = Store(open_database(database))
    assert store.search(["没有这个词"], 5) == []
    assert store.search_sounds(["jiancha", "weisen"], 50) == by_fts5(
        database, "sounds", ["jiancha", "weisen"]
    )
    for document in store.documents:
        within = {number for number, _ in every if store.passages([number])[number].document == document}
        assert {number for number, _ in store.search(TERMS, 50, [document])} == within


def test_what_has_gone_is_not_found_and_its_number_never_given_again(corpus: Path, database: Path) -> None:
    gone = numbers(database)
    for count, name in enumerate(("新河县", "旧河县", "老河县")):
        for path in corpus.iterdir():
            path.unlink()
        (corpus / f"{count}.txt").write_text(NEW.format(name), encoding="utf-8")
        load(corpus, database)
        assert numbers(database).isdisjoint(gone)
        gone |= numbers(database)
        assert ours(database, TERMS) == by_fts5(database, "terms", TERMS) != []


def test_what_has_gone_stands_in_no_list(corpus: Path, database: Path) -> None:
    before = entries(database)
    for count in range(4):
        for path in corpus.iterdir():
            path.unlink()
        (corpus / "a.txt").write_text(NEW.format("新河县" * (count + 1)), encoding="utf-8")
        load(corpus, database)
    assert 0 < entries(database) < before


def test_what_goes_is_looked_up_in_the_lists_that_hold_it_alone(
    corpus: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[int] = []
    bisect = postings.bisect_left
    monkeypatch.setattr(
        postings, "bisect_left", lambda places, place: looked_up.append(place) or bisect(places, place)
    )
    before = entries(database) + entries(database, "sounds")
    for path in corpus.iterdir():
        path.unlink()
    load(corpus, database, allow_empty=True)
    assert entries(database, "terms") == 0
    assert len(looked_up) == before


def entries(database: Path, table: str = "terms") -> int:
    """How many passages all lists of words, or of syllables, name."""
    sql = f"SELECT coalesce(sum(length(packed)), 0) FROM {table}_postings"
    return int(open_database(database).execute(sql).fetchone()[0]) // postings.ENTRY.size


def test_terms_are_cut_as_fts5_cuts_them() -> None:
    terms = "县域 就诊率 93.5% 5‰ h7n9 3.10"
    with closing(sqlite3.connect(":memory:")) as peer:
        peer.execute(f"CREATE VIRTUAL TABLE words USING fts5(body, {TOKENIZER})")
        peer.execute("INSERT INTO words (body) VALUES (?)", [terms])
        peer.execute("CREATE VIRTUAL TABLE cut USING fts5vocab(words, instance)")
        cut = [term for (term,) in peer.execute("SELECT term FROM cut ORDER BY offset")]
    assert postings._tokens(terms) == cut


def test_a_base_of_before_the_lists_is_given_them(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        old = Database(connection)
        for migration in migrations.MIGRATIONS[: migrations.MIGRATIONS.index(migrations.posting_lists)]:
            migration(old)
        for table, columns in (("terms", "rowid, body, headings, questions"), ("sounds", "rowid, body")):
            width = columns.count(",")
            rows = [(number, *texts, "")[: width + 1] for number, texts in texts_of(database, table).items()]
            marks = ", ".join("?" * (width + 1))
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
        old.conn.execute("INSERT INTO passages (number) SELECT rowid FROM terms")
        for migration in migrations.MIGRATIONS[migrations.MIGRATIONS.index(migrations.posting_lists) :]:
            migration(old)
        store = Store(old)
        assert store.search(TERMS, 50) == ours(database, TERMS)
        number = ours(database, TERMS)[0][0]
        assert sorted(store.sounds([number])[number].split()) == sorted(sounds_of(database, number).split())


def sounds_of(database: Path, number: int) -> str:
    return Store(open_database(database)).sounds([number])[number]
