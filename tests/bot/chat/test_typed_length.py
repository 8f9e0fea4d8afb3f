"""More than anything reads is refused politely, with the number that would be read; all else is left alone."""

import pytest

from bot.chat.commands import COMMANDS, Call, parse
from bot.chat.typed_length import LONGEST_QUESTION, LONGEST_WORDS, MOST_QUESTIONS, many_questions, refusal
from bot.messages import CHINESE, ENGLISH


@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
@pytest.mark.parametrize("typed", ["", "/ask "])
def test_a_question_has_its_bound(typed, words):
    fits, beyond = typed + "问" * LONGEST_QUESTION, typed + "问" * (LONGEST_QUESTION + 1)
    assert refusal(fits, parse(fits), words) == ""
    assert refusal(beyond, parse(beyond), words) == words.too_long.format(
        length=LONGEST_QUESTION + 1, limit=LONGEST_QUESTION
    )


@pytest.mark.parametrize(
    "name", ["ddl", "targets", "timeline", "calendar", "chart", "compare", "remind", "synonym"]
)
def test_words_after_a_command_have_theirs(name):
    assert refusal("", Call(name, "词" * LONGEST_WORDS), CHINESE) == ""
    told = refusal("", Call(name, "词" * 4000), CHINESE)
    assert "4000" in told and str(LONGEST_WORDS) in told


def test_what_follows_a_command_that_reads_nothing_is_no_matter():
    for command in COMMANDS:
        if command.name in ("help", "start", "topics", "documents", "reload"):
            assert refusal("", Call(command.name, "词" * 4000), CHINESE) == ""


def test_white_space_around_it_does_not_count():
    assert refusal(" " * 4000 + "问", None, CHINESE) == ""


def test_a_dozen_questions_at_once_and_no_more():
    dozen = "谁负责医共体？" * MOST_QUESTIONS
    assert many_questions(dozen, CHINESE) == ""
    assert many_questions(dozen + "谁牵头体检？", CHINESE) == CHINESE.many_questions.format(
        count=MOST_QUESTIONS + 1, limit=MOST_QUESTIONS
    )
