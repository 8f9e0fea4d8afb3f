"""A damaged knowledge base is noticed before it answers, and a load builds it anew; what is no base of ours is left alone."""

from __future__ import annotations

import os
import random
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import explain
from bot.state import State
from knowledge.errors import CorpusEmpty, DatabaseDamaged, DatabaseMissing, DatabaseUnusable
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store import files
from knowledge.store.files import copy_database, open_database
from knowledge.store.soundness import is_as_written
from loaders.notes import Note

ROOT = Path(__file__).parents[3]
QUESTION = "县域内就诊率要达到多少"
REBUILT = Note.of("rebuilt", kept="jianda.db.damaged")


def at(share: float, piece: bytes) -> Callable[[Path], None]:
    """Writes over a piece of the file, as a bad disk does."""

    def damage(database: Path) -> None:
        with open(database, "r+b") as file:
            file.seek(int(share * database.stat().st_size))
            file.write(piece)

    return damage


def truncated(database: Path) -> None:
    os.truncate(database, database.stat().st_size // 2)


def told(statement: str) -> Callable[[Path], None]:
    """Changes the base by SQL, so that every page of it is sound."""

    def damage(database: Path) -> None:
        connection = sqlite3.connect(database)
        connection.execute(statement)
        connection.commit()
        connection.close()

    return damage


def one_letter(database: Path) -> None:
    """Turns 90% into 10% in a text, which no check of the structure sees."""
    content = database.read_bytes()
    assert content.count("到90%".encode()) >= 2
    database.write_bytes(content.replace("到90%".encode(), "到10%".encode()))


DAMAGE: dict[str, Callable[[Path], None]] = {
    "no header": at(0, b"\x00" * 512),
    "no schema": at(0.002, b"\xff" * 3000),
    "a page of zeros": at(0.5, b"\x00" * 4096),
    "garbage near the end": at(0.9, os.urandom(64)),
    "truncated": truncated,
    "a letter of a text": one_letter,
    "passages gone": told("DELETE FROM passages WHERE number > 2"),
    "full text gone": told("DELETE FROM terms_postings"),
    "lists of words that are cut off": told("UPDATE terms_postings SET packed = substr(packed, 1, 4)"),
    "no sounds": told("DELETE FROM sounds"),
    "facts gone": told("DELETE FROM facts"),
}
each = pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)


def answers(database: Path) -> list[str]:
    knowledge = KnowledgeBase(database)
    return [answer.passage for answer in knowledge.ask(QUESTION).answers]


@each
def test_it_does_not_answer_and_is_built_anew(
    corpus: Path, database: Path, damage: Callable[[Path], None]
) -> None:
    right = answers(database)
    damage(database)
    with pytest.raises(DatabaseDamaged) as error:
        KnowledgeBase(database)
    assert "jianda load" in explain(error.value) and "\n" not in explain(error.value)
    broken = database.read_bytes()
    report = load(corpus, database)
    assert report.ok and report.warnings[-1] == REBUILT
    assert answers(database) == right
    assert database.with_name("jianda.db.damaged").read_bytes() == broken
    assert load(corpus, database).warnings == ()


@each
def test_a_load_finds_what_has_rotted_without_a_trace(
    corpus: Path, database: Path, damage: Callable[[Path], None]
) -> None:
    right, look = answers(database), database.stat()
    damage(database)
    if database.stat().st_size == look.st_size:
        os.utime(database, ns=(look.st_atime_ns, look.st_mtime_ns))
    assert load(corpus, database).warnings[-1] == REBUILT
    assert answers(database) == right


@pytest.mark.parametrize(
    "name",
    [
        "a page of zeros",
        "truncated",
        "passages gone",
        "full text gone",
        "lists of words that are cut off",
        "no sounds",
    ],
)
def test_without_a_digest_it_is_looked_at_from_within(corpus: Path, database: Path, name: str) -> None:
    right = answers(database)
    database.with_name("jianda.db.sum").unlink()
    DAMAGE[name](database)
    assert REBUILT in load(corpus, database).warnings
    assert answers(database) == right


@pytest.mark.parametrize(
    "broken",
    [
        "UPDATE terms_postings SET packed = CAST(packed || x'01' AS BLOB)",
        "UPDATE sounds_postings SET packed = 'of letters'",
        "UPDATE terms_postings SET packed = NULL",
        "UPDATE terms_postings SET block = 'no number'",
        "UPDATE lengths SET packed = x'010203'",
        "DELETE FROM lengths; DELETE FROM terms_postings; DELETE FROM sounds_postings",
    ],
)
def test_without_a_digest_lists_that_are_none_are_made_anew(
    corpus: Path, database: Path, broken: str
) -> None:
    right = answers(database)
    database.with_name("jianda.db.sum").unlink()
    with closing(sqlite3.connect(database)) as db:
        db.executescript(broken)
    assert REBUILT in load(corpus, database).warnings
    assert answers(database) == right


def test_a_sound_base_without_a_digest_is_given_one(corpus: Path, database: Path) -> None:
    database.with_name("jianda.db.sum").unlink()
    before = database.stat().st_mtime_ns
    report = load(corpus, database)
    assert {file.outcome for file in report.files} == {"unchanged"} and report.warnings == ()
    assert database.stat().st_mtime_ns == before and database.with_name("jianda.db.sum").exists()


def test_any_byte_that_is_another_is_noticed(database: Path) -> None:
    content, chance = database.read_bytes(), random.Random(20)
    for _ in range(50):
        broken = bytearray(content)
        broken[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        database.write_bytes(broken)
        assert not is_as_written(database, thorough=True)
    database.write_bytes(content)
    assert is_as_written(database, thorough=True)


def test_a_copy_with_its_digest_is_trusted_and_a_copy_alone_answers(database: Path, tmp_path: Path) -> None:
    copy_database(database, tmp_path / "copy.db")
    open_database(tmp_path / "copy.db", thorough=True).close()
    (tmp_path / "alone.db").write_bytes(database.read_bytes())
    assert answers(tmp_path / "copy.db") == answers(tmp_path / "alone.db") == answers(database)


def test_a_crash_between_the_digest_and_the_swap_leaves_a_base_that_is_trusted(
    corpus: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    right = answers(database)
    (corpus / "yunxi.txt").write_text("新的讲话\n一、提高认识\n要快。\n", encoding="utf-8")
    monkeypatch.setattr(files.os, "replace", crash)
    with pytest.raises(KeyboardInterrupt):
        load(corpus, database)
    monkeypatch.undo()
    assert answers(database) == right
    assert REBUILT not in load(corpus, database).warnings


def test_without_files_a_damaged_base_stays_and_says_what_to_do(corpus: Path, database: Path) -> None:
    for file in corpus.iterdir():
        file.unlink()
    with pytest.raises(CorpusEmpty):
        load(corpus, database)
    truncated(database)
    broken = database.read_bytes()
    with pytest.raises(DatabaseDamaged) as error:
        load(corpus, database)
    assert error.value.detail == "rootless" and database.read_bytes() == broken


def state_file(path: Path) -> None:
    State(path, clock=lambda: 0.0).close()


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE accounts (id)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "make", [state_file, other_database, lambda path: path.write_bytes(b"my thesis " * 500)]
)
def test_another_kind_of_file_is_refused_and_left_alone(
    corpus: Path, tmp_path: Path, make: Callable[[Path], object]
) -> None:
    path = tmp_path / "other"
    make(path)
    content = path.read_bytes()
    for attempt in (lambda: load(corpus, path), lambda: KnowledgeBase(path)):
        with pytest.raises(DatabaseDamaged) as error:
            attempt()
        assert error.value.detail == "foreign" and path.read_bytes() == content


def test_an_empty_file_is_as_good_as_none(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(DatabaseMissing):
        KnowledgeBase(tmp_path / "empty.db")
    assert load(corpus, tmp_path / "empty.db").warnings == ()


def test_a_full_disk_is_told_and_the_base_stays(
    corpus: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, right = files._connect, answers(database)

    def cramped(uri: str) -> object:
        db = connect(uri)
        if ".next" in uri:
            db.execute("PRAGMA max_page_count = 5")
        return db

    monkeypatch.setattr(files, "_connect", cramped)
    (corpus / "new.txt").write_text("新的讲话\n一、提高认识\n要快。\n" * 500, encoding="utf-8")
    with pytest.raises(DatabaseUnusable) as error:
        load(corpus, database)
    monkeypatch.undo()
    assert error.value.detail == "full" and answers(database) == right
    assert sorted(path.name for path in database.parent.glob("jianda.db*")) == [
        "jianda.db",
        "jianda.db.lock",
        "jianda.db.sum",
    ]


def test_a_quota_is_told_in_one_line_by_the_command(corpus: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "bot",
        "load",
        "--corpus",
        str(corpus),
        "--database",
        str(tmp_path / "k.db"),
    ]
    limit = 64 << 10  # bytes that a file may have
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=ROOT,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)),
    )
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "磁盘" in done.stderr
    assert not (tmp_path / "k.db").exists()
