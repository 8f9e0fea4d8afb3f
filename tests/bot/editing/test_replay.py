"""Replay: what a change does to the questions that were asked."""

from dataclasses import replace

from bot.editing.effect import effect_lines
from bot.editing.replay import replay
from bot.messages import CHINESE
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, OTHER, UNSURE


def asks(**replies):
    return lambda question: replies.get(question, replace(DECLINED, question=question))


def test_the_differences_are_told_apart():
    other = replace(ANSWERED, answers=(OTHER,))
    before = asks(gone=ANSWERED, moved=ANSWERED, same=ANSWERED)
    after = asks(came=ANSWERED, moved=other, same=ANSWERED)
    found = replay(["came", "gone", "moved", "same", "never"], before, after)
    assert [(difference.effect, difference.after.answered) for difference in found.differences] == [
        ("answered", True),
        ("declined", False),
        ("other", True),
    ]
    assert (found.asked, found.questions) == (5, 5)


def test_other_offers_are_no_difference():
    unsure = replace(UNSURE, answers=(OTHER, ANSWER))
    assert not replay(["价格"], asks(价格=UNSURE), asks(价格=unsure)).differences


def test_it_stops_when_its_time_is_over():
    seconds = iter(range(100))
    found = replay(["问"] * 50, asks(), asks(), seconds=10, clock=lambda: next(seconds))
    assert found.asked == 10 and found.questions == 50
    assert "10" in next(effect_lines(found, CHINESE.teaching))


def test_without_questions_that_is_said():
    assert list(effect_lines(replay([], asks(), asks()), CHINESE.teaching)) == [
        CHINESE.teaching.replayed_none
    ]


def test_many_differences_are_cut_short():
    questions = [f"第{number}个" for number in range(9)]
    found = replay(questions, asks(), asks(**dict.fromkeys(questions, ANSWERED)))
    rows = list(effect_lines(found, CHINESE.teaching))
    assert "现在能答（9）" in rows and sum(row.startswith("·") for row in rows) == 5
