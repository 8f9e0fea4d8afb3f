"""The file of a knowledge base: migrated, refused, never half written."""

import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.errors import explain
from knowledge.errors import DatabaseDamaged, DatabaseMissing, DatabaseTooNew, LoadInProgress
from knowledge.knowledge_base import KnowledgeBase
from knowledge.store import migrations
from knowledge.store.files import next_version, only_one, open_database


def test_every_migration_ends_at_its_number() -> None:
    db = Database(memory=True)
    migrations.migrate(db)
    assert migrations.version(db) == migrations.VERSION == len(migrations.MIGRATIONS)
    migrations.migrate(db)
    assert {"files", "documents", "passages", "pairs", "deadlines", "targets", "facts"} <= set(
        db.table_names()
    )


def test_an_older_base_is_migrated_and_a_copy_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    db = Database(path)
    for number in range(3):
        migrations.MIGRATIONS[number](db)
    db.execute("PRAGMA user_version = 3")
    db.table("files").insert(
        {"path": "a.txt", "digest": "x", "text": "t", "encoding": "u", "noise": "[]", "warnings": "[]"}
    )
    db.close()
    opened = open_database(path)
    assert migrations.version(opened) == migrations.VERSION
    assert opened.table("files").count == 1
    assert (tmp_path / "old.db.schema-3").exists()


def test_a_newer_base_is_refused(database: Path) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(DatabaseTooNew, match="found=99"):
        KnowledgeBase(database)


@pytest.mark.parametrize(
    "content", [b"no database at all, just words" * 100, b"SQLite format 3\x00" + bytes(4000)]
)
def test_a_damaged_base_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseDamaged) as error:
        KnowledgeBase(path)
    assert "\n" not in explain(error.value) and "jianda load" in explain(error.value)
    assert path.read_bytes() == content


def test_a_missing_base_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        KnowledgeBase(tmp_path / "none.db")


def test_a_failure_while_building_leaves_the_old_base(database: Path) -> None:
    before = database.read_bytes()
    with pytest.raises(RuntimeError), next_version(database, fresh=False) as db:
        db.execute("DELETE FROM passages")
        raise RuntimeError("the machine fails")
    assert database.read_bytes() == before
    assert not database.with_name("jianda.db.next").exists()


def test_what_a_crash_left_behind_is_built_over(database: Path) -> None:
    database.with_name("jianda.db.next").write_bytes(b"half a base")
    with next_version(database, fresh=False) as db:
        db.execute("DELETE FROM pairs")
    assert Database(database).table("pairs").count == 0


def test_only_one_load_at_a_time(database: Path) -> None:
    with only_one(database), pytest.raises(LoadInProgress), only_one(database):
        pass
    with only_one(database):
        pass
