"""The file of what people made: its migrations, its threads, and what can be wrong with it."""

import shutil
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.errors import StateDamaged, StateError, StateTooNew, StateUnusable, explain
from bot.state import State
from bot.state.storage.database import PATIENCE
from bot.state.storage.sqlite import migrations
from bot.state.storage.sqlite.file import OPENING
from bot.state.usage.question_log import AskedQuestion
from bot.state.usage.votes import Vote
from tests.clock import seconds

ASKED = AskedQuestion(1, 1, "细则什么时候出台", "answer", 0.9, "d1", "p1", 12)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state.db"


def read(path, sql):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def change(path, sql):
    connection = sqlite3.connect(path)
    connection.execute(sql)
    connection.commit()
    connection.close()


def made_by_migration(path, number):
    """A file as the program of that schema would have left it."""
    connection = sqlite3.connect(path)
    db = migrations.Database(connection)
    for migration in migrations.MIGRATIONS[:number]:
        migration(db)
    db.execute(f"PRAGMA application_id = {migrations.APPLICATION}")
    db.execute(f"PRAGMA user_version = {number}")
    connection.close()


def test_a_new_file_has_the_newest_schema_and_is_its_owners_alone(path):
    State(path, clock=seconds).close()
    assert read(path, "PRAGMA user_version") == [(migrations.VERSION,)]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_folder_of_a_new_file_is_made(tmp_path):
    State(tmp_path / "new" / "state.db", clock=seconds).close()
    assert (tmp_path / "new" / "state.db").is_file()


@pytest.mark.parametrize("number", range(1, migrations.VERSION))
def test_an_older_file_is_migrated_with_a_copy_kept(path, number):
    made_by_migration(path, number)
    change(path, "INSERT INTO languages VALUES (7, 'en')")
    state = State(path, clock=seconds)
    state.questions.add(ASKED)
    assert state.languages.of(7) == "en" and state.questions.recent(1, 9)
    copy = path.with_name(f"state.db.schema-{number}")
    assert read(copy, "PRAGMA user_version") == [(number,)]
    assert read(copy, "SELECT code FROM languages") == [("en",)]


def test_a_file_of_the_present_schema_is_not_copied(path):
    State(path, clock=seconds).close()
    State(path, clock=seconds).close()
    assert sorted(one.name for one in path.parent.iterdir()) == ["state.db", "state.db.lock"]


def test_a_migration_that_fails_leaves_the_file_as_it_was(path, monkeypatch):
    def broken(db):
        db.execute("CREATE TABLE half (a)")
        raise sqlite3.OperationalError("disk I/O error")

    State(path, clock=seconds).close()
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, broken))
    monkeypatch.setattr(migrations, "VERSION", migrations.VERSION + 1)
    with pytest.raises(StateError):
        State(path, clock=seconds)
    assert read(path, "SELECT * FROM sqlite_master WHERE name = 'half'") == []
    assert read(path, "PRAGMA user_version") == [(migrations.VERSION - 1,)]


def test_two_programs_can_open_a_new_file_at_once(tmp_path):
    for number in range(20):
        path = tmp_path / f"{number}.db"
        with ThreadPoolExecutor(4) as pool:
            for state in list(pool.map(lambda _, path=path: State(path, clock=seconds), range(4))):
                state.close()
        assert read(path, "PRAGMA user_version") == [(migrations.VERSION,)]


def test_a_newer_file_is_refused_and_not_touched(path):
    State(path, clock=seconds).close()
    change(path, "PRAGMA user_version = 99")
    before = path.read_bytes()
    with pytest.raises(StateTooNew) as caught:
        State(path, clock=seconds)
    assert "99" in explain(caught.value) and str(path) in explain(caught.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"this is no database " * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_one_line(path, content):
    path.write_bytes(content)
    with pytest.raises(StateDamaged) as caught:
        State(path, clock=seconds)
    assert "\n" not in explain(caught.value) and "已损坏" in explain(caught.value)
    assert path.read_bytes() == content


def test_a_file_that_is_damaged_inside_is_noticed_when_opened(path):
    state = State(path, clock=seconds)
    for number in range(500):
        state.questions.add(AskedQuestion(number, 1, "问题" * 50, "answer", 0.9, "d1", "p1", 12))
    state.close()
    content = bytearray(path.read_bytes())
    content[4096 * 8 : 4096 * 10] = b"\x5a" * 8192
    path.write_bytes(content)
    with pytest.raises(StateDamaged):
        State(path, clock=seconds)


def test_a_knowledge_base_given_by_mistake_is_refused(path):
    change(path, "CREATE TABLE documents (id)")
    with pytest.raises(StateDamaged):
        State(path, clock=seconds)
    assert read(path, "SELECT name FROM sqlite_master") == [("documents",)]


def test_a_place_that_cannot_be_opened_is_one_line(path):
    path.mkdir()
    with pytest.raises(StateUnusable) as caught:
        State(path, clock=seconds)
    assert str(path) in explain(caught.value)


def test_a_file_locked_by_another_for_too_long_is_unusable(path, monkeypatch):
    monkeypatch.setattr("bot.state.storage.sqlite.file.PATIENCE", 0.05)
    state = State(path, clock=seconds)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StateUnusable) as caught:
        state.languages.set(1, "en")
    assert "占用" in explain(caught.value) and str(path) in explain(caught.value)
    assert state.languages.of(1) is None
    other.execute("ROLLBACK")
    state.languages.set(1, "en")
    assert state.languages.of(1) == "en"


def test_a_file_that_another_holds_for_itself_is_told_when_opened(path):
    State(path, clock=seconds).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StateUnusable) as caught:
        State(path, clock=seconds)
    assert "占用" in explain(caught.value)
    assert OPENING < PATIENCE  # who starts a program is told at once
    other.close()


def test_many_threads_write_and_read_at_once_and_nothing_is_lost(path):
    state = State(path, clock=seconds)

    def work(person):
        for message in range(20):
            state.questions.add(
                AskedQuestion(person, person, f"问题{message}", "answer", 0.9, "d1", "p1", 12), message
            )
            state.votes.cast(Vote(person, person, message, message % 2 == 0, "p1"))
            state.scopes.set(person, [f"d{message}"])
            assert state.votes.of(person, person, message)
        return len(state.questions.recent(person, 100))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(1, 17))) == [20] * 16
    assert read(path, "SELECT count(*) FROM votes WHERE question IS NOT NULL") == [(320,)]
    assert all(state.scopes.of(person) == ("d19",) for person in range(1, 17))


def test_what_was_written_is_there_when_the_program_dies(path, tmp_path):
    state = State(path, clock=seconds)
    state.languages.set(1, "en")
    for name in ("state.db", "state.db-wal"):
        shutil.copy(path.with_name(name), tmp_path / f"copy-{name}")
    (tmp_path / "copy-state.db-wal").rename(tmp_path / "copy.db-wal")
    (tmp_path / "copy-state.db").rename(tmp_path / "copy.db")
    assert State(tmp_path / "copy.db", clock=seconds).languages.of(1) == "en"
