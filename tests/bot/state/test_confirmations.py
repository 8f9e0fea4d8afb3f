"""Actions that wait to be confirmed, and the audit: taken once, by any number of threads; kept, and only added to."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.errors import StateError
from bot.state import State
from bot.state.editing.confirmations import LIFETIME, Pending
from bot.state.storage.audit import Actor

ME, OTHER = 700_001, 700_002
PENDING = Pending(ME, "role", {"person": OTHER, "name": "王芳", "list": [1, "二"]})
ACTOR = Actor(ME, "刘洋")


class Clock:
    """A clock that the test sets."""

    now = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def state(place, clock):
    opened = State(place, clock=clock)
    yield opened
    opened.close()


def test_what_waits_is_found_whole_and_taken_once(state):
    key = state.pending.add(PENDING)
    assert state.pending.find(key) == PENDING == state.pending.take(key)
    assert state.pending.find(key) is None and state.pending.take(key) is None
    assert state.pending.take("unknown") is None


def test_each_has_a_key_of_its_own(state):
    assert len({state.pending.add(PENDING) for _ in range(50)}) == 50


def test_of_many_who_take_at_once_one_gets_it(place, clock):
    files = [State(place, clock=clock) for _ in range(4)]  # as many processes would
    for _ in range(10):
        key = files[0].pending.add(PENDING)
        with ThreadPoolExecutor(16) as pool:
            taken = list(pool.map(lambda number, key=key: files[number % 4].pending.take(key), range(16)))
        assert [one for one in taken if one] == [PENDING]
    for file in files:
        file.close()


def test_it_outlives_a_restart(state, place, clock):
    key = state.pending.add(PENDING)
    again = State(place, clock=clock)
    assert again.pending.take(key) == PENDING and state.pending.find(key) is None
    again.close()


def test_after_its_time_it_is_gone(state, clock):
    key, longer = state.pending.add(PENDING), state.pending.add(PENDING, LIFETIME + 1)
    clock.now += LIFETIME
    assert state.pending.find(key) is None and state.pending.take(key) is None
    assert state.pending.find(longer) == PENDING
    clock.now += 1
    assert state.pending.erase_expired() == 1


def test_what_a_forgotten_person_began_is_gone(state):
    mine, other = state.pending.add(PENDING), state.pending.add(Pending(OTHER, "role", {}))
    state.forget(ME)
    assert state.pending.find(mine) is None and state.pending.find(other)


def test_changes_are_told_newest_first_with_everything(state, clock):
    for number in range(5):
        clock.now += 1
        state.audit.add(ACTOR.change("role", f"第{number}个", "editor", "admin"))
    assert state.audit.count() == 5
    entries = state.audit.entries(2, skipped=1)
    assert [entry.change.subject for entry in entries] == ["第3个", "第2个"]
    assert entries[0].at == clock.now - 1 and entries[0].change == ACTOR.change(
        "role", "第3个", "editor", "admin"
    )


@pytest.mark.parametrize("sql", ["UPDATE audit SET name = 'x'", "DELETE FROM audit"])
def test_nothing_in_the_audit_can_be_changed_or_taken_away(state, sql):
    state.audit.add(ACTOR.change("role", "王芳"))
    with pytest.raises(StateError), state._database.writing() as db:
        db.execute(sql)
    assert state.audit.count() == 1


def test_forgetting_keeps_the_audit_and_the_role(state):
    state.appointments.appoint(ME, "刘洋", ACTOR.change("role", "刘洋", "", "editor"))
    state.forget(ME)
    assert state.audit.count() == 1 and ME in state.appointments.roles


def test_a_change_that_cannot_be_recorded_is_not_made(state, monkeypatch):
    def fail(db, change):
        db.execute("SELECT nothing FROM nowhere")

    monkeypatch.setattr(state.audit, "record", fail)
    with pytest.raises(StateError):
        state.appointments.appoint(ME, "刘洋", ACTOR.change("role", "刘洋", "", "editor"))
    with pytest.raises(StateError):
        state.scopes.set(-100, ["d1"], ACTOR.change("setting:scope", "群"))
    assert not state.appointments.roles and state.scopes.of(-100) == ()


def test_a_role_is_given_in_place_of_the_one_that_was_seen(state):
    give = state.appointments.appoint
    assert give(OTHER, "王芳", ACTOR.change("role", "王芳", "", "editor"))
    assert not give(OTHER, "王芳", ACTOR.change("role", "王芳", "", "admin"))
    assert give(OTHER, "王芳", ACTOR.change("role", "王芳", "editor", ""))
    assert not state.appointments.roles and state.audit.count() == 2
