"""Of several replicas one holds an update; when its line ends another goes on, and the first can write nothing of it."""

import time
from contextlib import ExitStack, closing

import pytest

from bot.errors import StateUnusable
from bot.state import State
from bot.state.chats.outbox import DueReminder
from bot.state.chats.schedule import Schedule
from bot.state.chats.subscriptions import Subscription
from bot.state.chats.unsure import UnsureAnswer
from bot.state.storage.handled import HANDLED, Handled
from bot.state.usage.inbox import Waiting
from tests.clock import seconds

pytestmark = pytest.mark.service

ASKED = Waiting(7, chat=5, person=5, asked_at=1.0, content="{}")


@pytest.fixture
def replicas(postgresql_server):
    """Two replicas of one office."""
    url = postgresql_server.new_place()
    with ExitStack() as stack:
        yield [stack.enter_context(closing(State(url, clock=seconds))) for _ in range(2)]


def lose_the_line(server, state):
    server.ask(f"SELECT pg_terminate_backend({state._database._connection.info.backend_pid}, 5000)")


def test_an_update_that_is_brought_to_two_is_handled_by_one(replicas):
    first, second = replicas
    assert first.inbox.put(ASKED) and not second.inbox.put(ASKED)
    assert first.inbox.put(ASKED)  # Telegram brings it again before it was answered
    first.inbox.finish(7)
    assert not first.inbox.put(ASKED) and not second.inbox.put(ASKED)


def test_what_a_living_replica_holds_is_left_to_it(replicas):
    first, second = replicas
    first.inbox.put(ASKED)
    assert second.inbox.take_over() == [] == first.inbox.take_over()
    assert not second.inbox.claim(7, 5) and first.inbox.claim(7, 5)
    second.inbox.sent(7, 11)
    second.inbox.finish(7)
    assert first.inbox.left()[0].sending == 5 and first.inbox.left()[0].sent == ()


def test_what_one_that_is_gone_had_in_hand_is_taken_over_with_how_far_it_came(replicas):
    first, second = replicas
    first.inbox.put(ASKED)
    first.inbox.begin(7)
    first.inbox.claim(7, 5)
    first.close()
    while not (
        taken_over := second.inbox.take_over()
    ):  # the server sees to the end of a line in its own time
        time.sleep(0.01)
    (left,) = taken_over
    assert (left.id, left.runs, left.sending) == (7, 1, 5)
    assert second.inbox.take_over() == []


def test_one_whose_line_was_lost_cannot_send_what_another_has_taken_over(postgresql_server, replicas):
    first, second = replicas
    first.inbox.put(ASKED)
    lose_the_line(postgresql_server, first)
    assert [waiting.id for waiting in second.inbox.take_over()] == [7]
    assert not first.inbox.claim(7, 5) and second.inbox.claim(7, 5)
    first.inbox.finish(7)
    assert [waiting.id for waiting in second.inbox.left()] == [7]


def test_one_whose_line_was_lost_takes_its_own_over_where_nobody_else_did(postgresql_server, replicas):
    first, _ = replicas
    first.inbox.put(ASKED)
    lose_the_line(postgresql_server, first)
    assert not first.inbox.claim(7, 5)
    assert [waiting.id for waiting in first.inbox.take_over()] == [7]
    assert first.inbox.claim(7, 5)


def test_a_later_message_of_a_chat_waits_for_an_earlier_one_elsewhere(replicas):
    first, second = replicas
    first.inbox.put(ASKED)
    second.inbox.put(Waiting(8, 5, 6, 1.0, "{}"))
    second.inbox.put(Waiting(9, 6, 6, 1.0, "{}"))
    assert second.inbox.has_earlier(8, 5)
    assert not second.inbox.has_earlier(9, 6) and not first.inbox.has_earlier(7, 5)
    first.inbox.finish(7)
    assert not second.inbox.has_earlier(8, 5)


@pytest.fixture
def handled():
    """What the first replica works for."""
    working_for = Handled(7)
    token = HANDLED.set(working_for)
    yield working_for
    HANDLED.reset(token)


def test_one_whose_line_was_lost_changes_nothing_for_what_another_may_have_taken_over(
    postgresql_server, replicas, handled
):
    first, second = replicas
    first.inbox.put(ASKED)
    handled.holder = first.inbox.begin(7).holder
    lose_the_line(postgresql_server, first)
    with pytest.raises(StateUnusable) as refused:
        first.migrate_chat(-1, -2)
    assert refused.value.detail == "taken_over"
    assert second.inbox.take_over() and first.inbox.begin(7) is None
    handled.holder = second.inbox.begin(7).holder
    second.migrate_chat(-1, -2)
    assert second.inbox.left()[0].changed


def test_what_still_works_after_the_answer_changes_things_in_its_own_right(
    postgresql_server, replicas, handled
):
    first, _ = replicas
    first.inbox.put(ASKED)
    handled.holder = first.inbox.begin(7).holder
    first.inbox.finish(7)
    handled.holder = None
    lose_the_line(postgresql_server, first)
    first.migrate_chat(-1, -2)


def test_what_nobody_keeps_in_memory_is_not_heard_of(replicas):
    first, second = replicas
    before = second.lessons.version()
    first.inbox.put(ASKED)
    first.inbox.begin(7)
    first.conversations.keep(5, {("last", 5): "{}"})
    first.answer_counts.add("chat", 5)
    first.inbox.finish(7)
    assert second.lessons.version() == before
    first.unsure.note(5, UnsureAnswer("answer", "zh"))
    assert second.lessons.version() != before


def test_what_another_replica_claimed_until_just_now_is_not_claimed_again(replicas):
    first, second = replicas
    subscription = first.subscriptions.add(Subscription(0, 5, None, 5, "zh", "", Schedule(), "running", 0.0))
    for replica in (first, second):
        replica.outbox.claim(subscription.id, [DueReminder("k1", "d1"), DueReminder("k2", "d2")], 5.5, 9.25)
    (reminder,) = second.outbox.waiting()
    assert reminder.deadlines == ("d1", "d2")
