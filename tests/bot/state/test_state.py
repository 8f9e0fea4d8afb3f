"""What people made: settings, questions, votes, favourites, and that forgetting and retention leave nothing."""

from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.access.rate_limits import MINUTE, RateLimits
from bot.config.config import Telegram
from bot.state import State
from bot.state.storage.copying import TABLES
from bot.state.storage.erasure import ErasedCounts
from bot.state.usage.favourites import Favourite
from bot.state.usage.question_log import DAY, AskedQuestion, RecentQuestion
from bot.state.usage.votes import Vote
from tests.clock import seconds

ME, OTHER, GROUP = 700_001, 700_002, -100_555
SECRET = "谁负责甲乙丙丁"


class Clock:
    """A clock that the test sets."""

    def __init__(self):
        self.now = 1_800_000_000.0

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


def asked(text=SECRET, person=ME, chat=ME):
    return AskedQuestion(person, chat, text, "answer", 0.93, "d1", "p1", 120)


def everything(state):
    """Every row of every table."""
    return {
        name: [tuple(row.values()) for row in state._database.rows(f"SELECT * FROM {name}")]
        for name in TABLES
    }


def make_something_of_everything(state, person):
    state.questions.add(asked(person=person, chat=GROUP), message=5)
    state.questions.add(asked("另一个问题", person, person), message=6)
    state.votes.cast(Vote(person, GROUP, 5, False, "p1", "c"))
    state.votes.cast(Vote(OTHER, GROUP, 5, True, "p1"))
    state.favourites.add(person, Favourite("p1", "今年6月底前……", "《讲话》"))
    state.languages.set(person, "en")
    state.scopes.set(person, ["d1"])


def test_a_chat_is_narrowed_to_documents_and_widened_again(state):
    assert state.scopes.of(GROUP) == ()
    state.scopes.set(GROUP, ["d2", "d1", "d2"])
    assert state.scopes.of(GROUP) == ("d2", "d1")
    state.scopes.set(GROUP, [])
    assert state.scopes.of(GROUP) == ()


def test_a_language_is_kept_until_it_follows_telegram_again(state, place):
    state.languages.set(ME, "en")
    assert state.languages.of(ME) == "en" and state.languages.of(OTHER) is None
    with closing(State(place, clock=seconds)) as other:
        assert other.languages.of(ME) == "en"
        state.languages.set(ME, None)
        other.read_again()
        assert state.languages.of(ME) is None and other.languages.of(ME) is None


def test_a_group_that_becomes_a_supergroup_keeps_its_settings(state):
    state.scopes.set(GROUP, ["d1"])
    state.migrate_chat(GROUP, -200)
    state.migrate_chat(GROUP, -200)  # Telegram tells it twice
    assert state.scopes.of(-200) == ("d1",) and state.scopes.of(GROUP) == ()


def test_the_last_questions_are_told_newest_first_and_each_once(state):
    for text in ("甲", "乙", "甲", "丙"):
        state.questions.add(asked(text))
    state.questions.add(asked("别人的", OTHER))
    assert [recent.text for recent in state.questions.recent(ME, 9)] == ["丙", "甲", "乙"]
    assert state.questions.recent(ME, 1) == [RecentQuestion(4, "丙")]


def test_a_question_can_be_read_by_its_asker_alone(state):
    state.questions.add(asked())
    assert state.questions.text(ME, 1) == SECRET
    assert state.questions.text(OTHER, 1) is None and state.questions.text(ME, 2) is None


def test_the_number_of_an_erased_question_is_never_used_again(state):
    state.questions.add(asked())
    state.forget(ME)
    state.questions.add(asked("新的"))
    assert state.questions.text(ME, 1) is None


def test_a_vote_knows_the_question_that_the_message_answers(state):
    state.questions.add(asked(chat=GROUP), message=5)
    state.questions.answered_again(GROUP, before=5, message=9)
    state.votes.cast(Vote(OTHER, GROUP, 9, True, "p2"))
    ((*_, passage, question, _),) = everything(state)["votes"]
    assert (passage, question) == ("p2", 1)


def test_a_message_that_answers_nothing_known_has_votes_without_a_question(state):
    state.questions.answered_again(GROUP, before=5, message=9)
    state.votes.cast(Vote(OTHER, GROUP, 9, True, "p2"))
    assert state.votes.of(OTHER, GROUP, 9) == Vote(OTHER, GROUP, 9, True, "p2")


VOTES = st.tuples(
    st.sampled_from([1, 2, 3]), st.sampled_from([10, 11]), st.booleans(), st.sampled_from("abcde ")
)


@settings(max_examples=50, deadline=None)
@given(st.lists(VOTES, max_size=30))
def test_of_any_votes_exactly_the_last_of_each_person_counts(tmp_path_factory, votes):
    path = tmp_path_factory.mktemp("votes") / "state.db"
    state, last = State(path, clock=seconds), {}
    for person, message, useful, letter in votes:
        reason = "" if useful else letter.strip()
        state.votes.cast(Vote(person, GROUP, message, useful, "p1", reason))
        last[person, message] = (useful, reason)
    rows = {(row[0], row[2]): (bool(row[3]), row[4]) for row in everything(state)["votes"]}
    assert rows == last
    for (person, message), (useful, reason) in last.items():
        assert state.votes.of(person, GROUP, message) == Vote(person, GROUP, message, useful, "p1", reason)
    state.close()


def test_favourites_are_kept_once_newest_first_until_removed(state, clock):
    first, second = Favourite("p1", "甲", "《讲话》"), Favourite("p2", "乙", "《计划》")
    for favourite in (first, second, first):
        clock.now += 1
        state.favourites.add(ME, favourite)
    assert state.favourites.all(ME) == [second, first] and state.favourites.all(OTHER) == []
    state.favourites.remove(ME, "p2")
    assert state.favourites.has(ME, "p1") and not state.favourites.has(ME, "p2")


def test_forgetting_erases_everything_of_a_person_and_nothing_of_others(state):
    make_something_of_everything(state, ME)
    make_something_of_everything(state, OTHER)
    assert state.forget(ME) == ErasedCounts(questions=2, votes=1, favourites=1, settings=2)
    for name, rows in everything(state).items():
        assert not [row for row in rows if ME in row], name
    assert [one.text for one in state.questions.recent(OTHER, 9)] == ["另一个问题", SECRET]
    assert state.votes.of(OTHER, GROUP, 5) and state.favourites.all(OTHER) and state.scopes.of(OTHER)
    assert state.languages.of(ME) is None and state.languages.of(OTHER) == "en"


@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_nothing_of_the_forgotten_is_left_in_the_bytes_of_the_files(state, tmp_path):
    make_something_of_everything(state, ME)
    state.forget(ME)
    assert not [path for path in tmp_path.iterdir() if SECRET.encode() in path.read_bytes()]


def test_a_vote_of_another_on_the_forgotten_question_no_longer_tells_it(state):
    make_something_of_everything(state, ME)
    state.forget(ME)
    ((*_, question, _),) = everything(state)["votes"]
    assert question is None


def test_who_left_nothing_has_nothing_to_be_forgotten(state):
    assert not state.forget(ME)


def test_a_question_is_erased_when_its_days_are_over(state, clock, tmp_path):
    state.questions.add(asked("旧的"), message=1)
    clock.now += DAY
    state.questions.add(asked("新的"), message=2)
    clock.now += 179 * DAY - 1
    assert state.questions.erase_expired() == 0
    clock.now += 1
    assert state.questions.erase_expired() == 1
    assert [one.text for one in state.questions.recent(ME, 9)] == ["新的"]
    assert len(everything(state)["answers"]) == 1
    assert not [path for path in tmp_path.iterdir() if "旧的".encode() in path.read_bytes()]


def test_votes_and_favourites_outlive_the_questions(state, clock):
    make_something_of_everything(state, ME)
    clock.now += 1000 * DAY
    assert state.questions.erase_expired() == 2
    assert state.votes.of(ME, GROUP, 5) and state.favourites.all(ME) and state.scopes.of(ME)


def test_with_no_days_nothing_is_written_and_what_was_there_is_erased(state, clock, place):
    state.questions.add(asked(), message=1)
    with closing(State(place, retention_days=0, clock=clock)) as nothing:
        nothing.questions.add(asked("再问"), message=2)
        assert nothing.questions.erase_expired() == 1
    assert everything(state)["questions"] == everything(state)["answers"] == []


def test_what_a_conversation_leans_on_is_kept_for_an_hour(state, clock):
    state.conversations.keep(GROUP, {("last", ME): '"甲"', ("last", OTHER): '"乙"'})
    clock.now += 1800
    state.conversations.keep(GROUP, {("last", ME): '"丙"'})
    assert state.conversations.of(GROUP) == {("last", ME): '"丙"', ("last", OTHER): '"乙"'}
    assert state.conversations.of(OTHER) == {}
    clock.now += 1800
    assert state.conversations.of(GROUP) == {("last", ME): '"丙"'}
    state.conversations.erase_expired()
    assert len(everything(state)["remembered"]) == 1


def test_limits_that_replicas_share_count_what_each_of_them_answers(place, state, clock):
    rules = Telegram(limit_per_minute=2, group_limit_per_minute=3)
    with closing(State(place, clock=clock)) as other:
        one, two = (RateLimits(rules, shared=each.answer_counts.window) for each in (state, other))
        assert (
            one.admit(ME, GROUP) and two.admit(ME, GROUP) and not one.admit(ME, GROUP) and not two.admit(ME)
        )
        assert one.first_notice(ME) and not two.first_notice(ME)
        assert two.admit(OTHER, GROUP) and not one.admit(OTHER, GROUP) and one.admit(OTHER)
        clock.now += MINUTE
        assert two.admit(ME, GROUP) and two.first_notice(ME)
    assert len(everything(state)["counted"]) == 3


def test_a_limit_of_zero_counts_nothing(state):
    limits = RateLimits(Telegram(limit_per_minute=0), shared=state.answer_counts.window)
    assert all(limits.admit(ME) for _ in range(20)) and everything(state)["counted"] == []
