"""The inbox: an update is kept until it is answered, known by its number for a while, and then nothing is left."""

import pytest

from bot.state import State
from bot.state.chats.unsure import UnsureAnswer
from bot.state.editing.confirmations import Pending
from bot.state.storage.audit import Actor
from bot.state.storage.handled import HANDLED, Handled
from bot.state.usage.inbox import KEPT, UNKNOWN, Waiting

WORDS = "很私密的一句话"
ASKED = Waiting(7, chat=5, person=5, asked_at=1.0, content=f'{{"text": "{WORDS}"}}')


class Clock:
    now = 1_800_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def state(place, clock):
    opened = State(place, retention_days=0, clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def handled():
    """The state is used for update 7 meanwhile."""
    token = HANDLED.set(Handled(7))
    yield
    HANDLED.reset(token)


def test_an_update_is_taken_once_and_kept_until_it_is_finished(state):
    assert state.inbox.put(ASKED)
    assert state.inbox.left() == [ASKED]
    assert state.inbox.put(ASKED)  # Telegram brings it again before it was answered
    state.inbox.finish(7)
    assert state.inbox.left() == [] and not state.inbox.put(ASKED)


def test_a_part_that_was_on_its_way_is_not_sent_again(state):
    state.inbox.put(ASKED)
    state.inbox.begin(7)
    state.inbox.claim(7, 5)
    for _ in range(2):
        begun = state.inbox.begin(7)
        assert (begun.sent, begun.sending) == ((UNKNOWN,), None)
    state.inbox.claim(7, 5)
    state.inbox.sent(7, 42)
    assert state.inbox.begin(7).sent == (UNKNOWN, 42)


def test_what_is_given_back_is_held_by_nobody_unless_it_changed_something(state, handled):
    state.inbox.put(ASKED)
    state.inbox.begin(7)
    assert not state.inbox.give_back(7, most_runs=1)
    assert state.inbox.give_back(7, most_runs=2) and state.inbox.begin(7) is None
    assert state.inbox.give_back(7, most_runs=2)  # it is another's by now
    assert [waiting.id for waiting in state.inbox.take_over()] == [7]
    state.migrate_chat(-1, -101)
    assert not state.inbox.give_back(7, most_runs=2)


def test_a_number_is_forgotten_after_some_days(state, clock):
    state.inbox.put(ASKED)
    state.inbox.finish(7)
    clock.now += KEPT
    state.inbox.erase_expired()
    assert state.inbox.put(ASKED)


def test_what_is_not_answered_yet_is_never_forgotten(state, clock):
    state.inbox.put(ASKED)
    clock.now += 10 * KEPT
    state.inbox.erase_expired()
    assert state.inbox.left() == [ASKED]


def test_the_parts_of_an_answer_are_kept_in_order(state):
    state.inbox.put(ASKED)
    for message in (11, UNKNOWN, 13):
        state.inbox.claim(7, 5)
        assert state.inbox.left()[0].sending == 5
        state.inbox.sent(7, message)
    assert state.inbox.left()[0].sent == (11, UNKNOWN, 13) and state.inbox.left()[0].sending is None
    state.inbox.claim(7, -100)
    state.inbox.release(7)
    assert state.inbox.left()[0].sending is None


def test_it_is_counted_how_often_an_update_was_begun(state):
    state.inbox.put(ASKED)
    assert [state.inbox.begin(7).runs for _ in range(3)] == [1, 2, 3]
    assert state.inbox.begin(8) is None


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_nothing_is_left_of_an_answered_message_in_the_files(state, tmp_path):
    state.inbox.put(ASKED)
    assert WORDS.encode() in b"".join(file.read_bytes() for file in tmp_path.iterdir())
    state.inbox.finish(7)
    state.scrub()
    assert WORDS.encode() not in b"".join(file.read_bytes() for file in tmp_path.iterdir())


def test_a_change_is_noted_with_the_update_that_made_it(state, handled):
    state.inbox.put(ASKED)
    state.scopes.set(5, [])  # nothing was narrowed: nothing changes
    state.votes.of(1, 1, 1)
    assert not state.inbox.left()[0].changed
    state.scopes.set(5, ["d1"])
    assert state.inbox.left()[0].changed


def test_what_may_be_done_twice_is_not_noted(state, handled):
    state.inbox.put(ASKED)
    state.languages.set(5, "en")
    state.pending.add(Pending(5, "role", {}))
    state.dialogues.begin(5, {"step": "pick"})
    assert not state.inbox.left()[0].changed


def test_a_change_that_is_undone_is_not_noted(state, handled):
    state.inbox.put(ASKED)
    with pytest.raises(RuntimeError), state._database.writing() as db:
        db.execute("DELETE FROM taken")
        raise RuntimeError
    assert not state.inbox.left()[0].changed


def test_a_confirmation_is_taken_by_one_update_which_may_take_it_again(state, handled):
    state.inbox.put(ASKED)
    waiting = Pending(5, "role", {"person": 6})
    key = state.pending.add(waiting)
    assert state.pending.take(key) == waiting == state.pending.take(key)
    HANDLED.set(Handled(8))
    assert state.pending.find(key) is None and state.pending.take(key) is None
    state.inbox.finish(7)
    HANDLED.set(Handled(7))
    assert state.pending.find(key) is None


def test_forgetting_erases_what_waits_but_for_the_wish_itself(state, handled):
    state.inbox.put(ASKED)
    state.inbox.put(Waiting(9, 5, 5, 1.0, "{}"))
    state.inbox.put(Waiting(10, 6, 6, 1.0, "{}"))
    state.unsure.note(5, UnsureAnswer("answer", "zh"))
    state.forget(5)
    assert [one.id for one in state.inbox.left()] == [7, 10] and state.unsure.of(5) is None


def test_a_group_that_moves_takes_along_what_waits(state):
    state.inbox.put(Waiting(9, -4, 5, 1.0, "{}"))
    state.unsure.note(-4, UnsureAnswer("change", "en"))
    state.migrate_chat(-4, -1004)
    assert state.inbox.left()[0].chat == -1004
    assert state.unsure.of(-1004) == UnsureAnswer("change", "en") and state.unsure.of(-4) is None


def test_what_is_unsure_outlives_a_restart_until_it_is_told_or_too_old(place, clock):
    state = State(place, clock=clock)
    state.unsure.note(5, UnsureAnswer("answer", "zh"))
    state.unsure.note(6, UnsureAnswer("answer", "zh"))
    state.close()
    state = State(place, clock=clock)
    assert state.unsure.of(5) == UnsureAnswer("answer", "zh")
    state.unsure.told(5)
    clock.now += 40 * 86_400
    state.unsure.erase_expired()
    assert state.unsure.of(5) is None and state.unsure.of(6) is None
    state.close()


def test_a_change_that_is_made_again_for_the_same_update_is_recorded_once(state, handled):
    change = Actor(1, "刘洋").change("document:add", "一.txt")
    state.audit.add(change)
    assert state.audit.has(change)
    state.audit.add(Actor(1, "刘洋").change("document:remove", "一.txt"))
    assert not state.audit.has(change)
