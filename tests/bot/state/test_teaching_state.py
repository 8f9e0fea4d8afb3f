"""The state of teaching: questions without a good answer, those put aside, dialogues, and changes made whole."""

import threading

import pytest

from bot.state import State
from bot.state.editing.dialogues import LIFETIME
from bot.state.storage.audit import Actor
from bot.state.usage.question_log import AskedQuestion
from bot.state.usage.votes import Vote
from knowledge.teaching.lessons import Edit, Lesson, Revision, Synonym, Teaching

EDITOR = Actor(7, "编辑")


class Clock:
    now = 1_000_000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def state(place, clock):
    state = State(place, clock=clock)
    yield state
    state.close()


def ask(state, text, zone, message=None):
    state.questions.add(AskedQuestion(7, 70, text, zone, 0.5, "d", "p", 5), message)


def found(state):
    return [(one.text, one.declined, one.unsure, one.disliked) for one in state.questions.unsolved()]


def test_declined_questions_are_counted_and_the_most_asked_come_first(state):
    for text in ("少", "多", "多"):
        ask(state, text, "decline")
    assert found(state) == [("多", 2, 0, 0), ("少", 1, 0, 0)]


def test_an_answered_question_counts_once_it_is_voted_down(state):
    ask(state, "答了", "answer", 1)
    assert found(state) == []
    state.votes.cast(Vote(8, 70, 1, False, "p"))
    assert found(state) == [("答了", 0, 0, 1)]
    state.votes.cast(Vote(8, 70, 1, True, "p"))
    assert found(state) == []


def test_an_unsure_one_counts_unless_an_offer_was_opened(state):
    ask(state, "没选", "unsure", 1)
    ask(state, "选了", "unsure", 2)
    state.questions.answered_again(70, 2, 3)
    assert found(state) == [("没选", 0, 1, 0)]


def test_one_put_aside_comes_back_when_it_is_asked_three_times_more(state, clock):
    ask(state, "食堂", "decline")
    state.lessons.put_aside(["食堂"])
    for times in range(3):
        assert found(state) == [], times
        clock.now += 60
        ask(state, "食堂", "decline")
    assert found(state) == [("食堂", 3, 0, 0)]


def test_what_was_put_aside_goes_with_the_questions(state, clock):
    ask(state, "食堂", "decline")
    state.lessons.put_aside(["食堂"])
    state.forget(7)
    assert state._database.rows("SELECT * FROM dismissals") == []


def test_a_dialogue_ends_by_itself_and_leaves_nothing(state, clock):
    first = state.dialogues.begin(7, {"step": "pick"})
    second = state.dialogues.begin(7, {"step": "synonym"})
    assert state.dialogues.of(7, first.key) is None and state.dialogues.of(7) == second
    clock.now += LIFETIME
    assert state.dialogues.of(7) is None
    state.dialogues.erase_expired()
    assert state._database.rows("SELECT * FROM dialogues") == []


def test_the_teaching_comes_back_as_it_went(state):
    revision = Revision(
        (Lesson(("甲", "乙"), "p", "f", "开头"),),
        (Synonym("大白房", "中医馆", True),),
        (Edit("q", "原来", "", "p", "f"), Edit("r", "原来", "原来", "p", "f", answer="另一句。")),
    )
    told = []
    assert state.lessons.change(EDITOR, "import", revision, told.append)
    assert state.lessons.all() == revision.applied(Teaching()) == told[-1]
    assert not state.lessons.change(EDITOR, "import", revision, told.append)
    (entry,) = state.audit.entries(9)
    assert entry.change.person == 7 and "甲 / 乙 → 开头" in entry.change.after
    assert "“另一句。”" in entry.change.after


def test_a_change_that_fails_is_not_made(state):
    def fail(teaching):
        raise OSError

    with pytest.raises(OSError):
        state.lessons.change(EDITOR, "synonym", Revision(synonyms=(Synonym("大白", "中医馆"),)), fail)
    assert state.lessons.all() == Teaching() and state.audit.count() == 0


def test_of_many_changes_at_once_none_is_lost_and_the_last_told_is_the_whole(state):
    told = []
    threads = [
        threading.Thread(
            target=state.lessons.change,
            args=(EDITOR, "synonym", Revision(synonyms=(Synonym(f"词{n}", "中医馆"),)), told.append),
        )
        for n in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(state.lessons.all().synonyms) == 8 and told[-1] == state.lessons.all()
