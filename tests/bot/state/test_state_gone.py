"""A state file that is deleted, moved or replaced while it is open takes no change, and is put back or begun anew."""

import os
import shutil
from contextlib import closing

import pytest

from bot.access.roles import Role
from bot.errors import StateGone, StateInUse, explain
from bot.state import State
from bot.state.chats.preferences import Preference
from bot.state.storage.audit import Actor
from bot.state.storage.sqlite.run_lock import only_run
from tests.clock import seconds

WAYS = {
    "deleted": lambda path: path.unlink(),
    "moved": lambda path: path.rename(path.with_name("elsewhere.db")),
    "replaced by another": lambda path: os.replace(shutil.copy(path, path.with_name("copy")), path),
    "its folder moved": lambda path: path.parent.rename(path.parent.with_name("elsewhere")),
}


@pytest.fixture
def path(tmp_path):
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder" / "state.db"


@pytest.fixture
def state(path):
    """A state in which something stands, in the file and in the journal beside it."""
    with closing(State(path, clock=seconds)) as state:
        state.languages.set(7, "en")
        state.preferences.set(7, Preference(length="short"))
        state.appointments.appoint(7, "甲", Actor(1, "乙").change("role", "7", "", "editor"))
        yield state


@pytest.mark.parametrize("lose", WAYS.values(), ids=WAYS)
def test_nothing_is_written_any_more_and_a_restored_file_has_all(state, path, lose):
    assert not state.is_gone
    lose(path)
    assert state.is_gone
    with pytest.raises(StateGone) as refused:
        state.languages.set(8, "en")
    assert str(path) in explain(refused.value)
    assert state.languages.of(8) is None and state.languages.of(7) == "en"

    state.restore()
    assert not state.is_gone and path.stat().st_mode & 0o777 == 0o600
    state.languages.set(8, "en")
    state.close()
    with closing(State(path, clock=seconds)) as after:
        assert (after.languages.of(7), after.languages.of(8)) == ("en", "en")
        assert after.preferences.of(7).length == "short" and after.appointments.roles == {7: Role.EDITOR}


@pytest.mark.parametrize("lose", WAYS.values(), ids=WAYS)
def test_a_file_begun_anew_is_empty_also_in_memory(state, path, lose):
    lose(path)
    state.begin_anew()
    assert state.languages.of(7) is None and not state.appointments.roles and state.audit.count() == 0
    state.languages.set(8, "en")
    state.close()
    with closing(State(path, clock=seconds)) as after:
        assert (after.languages.of(7), after.languages.of(8)) == (None, "en")


def test_another_file_in_its_place_is_kept_beside_it(state, path):
    other = path.with_name("other")
    other.write_bytes(b"something else")
    os.replace(other, path)
    state.restore()
    assert path.with_name("state.db.aside").read_bytes() == b"something else"
    assert state.languages.of(7) == "en"


def test_journals_of_another_file_are_not_taken_for_its_own(state, path):
    for ending in ("-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
        path.with_name(path.name + ending).write_bytes(b"stale" * 1000)
    path.unlink()
    state.restore()
    state.languages.set(8, "en")
    state.close()
    with closing(State(path, clock=seconds)) as after:
        assert (after.languages.of(7), after.languages.of(8)) == ("en", "en")


def test_one_that_is_there_is_left_alone(state, path):
    before = path.stat().st_ino
    state.restore()
    state.begin_anew()
    assert path.stat().st_ino == before and state.languages.of(7) == "en"


def test_one_run_at_a_time_holds_a_state_file(path):
    with only_run(path):
        with pytest.raises(StateInUse) as refused, only_run(path):
            pass
        assert str(path) in explain(refused.value) and "\n" not in explain(refused.value)
        with only_run(path.with_name("other.db")):
            pass
    with only_run(path):
        pass
