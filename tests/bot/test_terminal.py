"""The chat in the terminal: the same words as in Telegram, buttons as numbers."""

import io

import pytest

from bot.messages import CHINESE
from bot.plain import plain
from bot.replies import reply_messages
from bot.terminal import Chat, converse
from tests.bot.sample import ANSWER, ANSWERED, DECLINED, UNSURE, Knowledge


@pytest.fixture
def chat():
    return Chat(Knowledge(), CHINESE)


@pytest.fixture
def talk(chat, monkeypatch):
    """Pipes lines into a chat and gives what it shows."""

    def piped(*lines, interactive=False, styled=False):
        shown = []
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        converse(chat, shown.append, interactive, styled)
        return shown

    return piped


def test_a_question_gets_the_words_of_the_bot(talk):
    (message,) = reply_messages(ANSWERED, CHINESE)
    assert talk(ANSWERED.question) == [plain(message.html) + "\n"]


def test_a_terminal_shows_what_answers_in_bold(talk):
    (shown,) = talk(ANSWERED.question, styled=True)
    assert "\x1b[1m今年6月底前" in shown


def test_buttons_are_numbers_that_can_be_typed(talk):
    offer, opened, other = talk(UNSURE.question, "1", "2")
    assert "[1] 今年6月底前" in offer and "[2] 要理顺价格。" in offer
    assert ANSWER.passage in opened and "要理顺价格。" in other


def test_a_suggested_question_can_be_chosen(talk):
    assert ANSWER.passage in talk(DECLINED.question, "1")[1]


def test_a_number_that_is_no_choice_is_said_to_be_none(talk):
    assert talk(UNSURE.question, "7")[1] == "没有第 7 项。\n"


def test_without_choices_a_number_is_a_question(talk, chat):
    talk("12345")
    assert chat.knowledge.asked == ["12345"]


def test_commands_are_those_of_the_bot(talk):
    shown = talk("/help", "帮助", "/start", "/ask", f"/ask {ANSWERED.question}", "/reload", "/weather")
    assert shown[0] == shown[1] and "/ask" in shown[0] and "/reload" not in shown[0]
    assert shown[2].startswith("您好")
    assert shown[3] == f"{CHINESE.usage}\n"
    assert ANSWER.passage in shown[4]
    assert shown[5] == shown[6] == f"{CHINESE.unknown_command}\n"


def test_exit_leaves_and_blank_lines_are_passed_over(talk, chat):
    assert talk("", "  ", "/exit", "不再问") == []
    assert chat.knowledge.asked == []


def test_a_question_too_long_is_refused_and_control_characters_are_dropped(talk, chat):
    assert "太长" in talk("问" * 1001)[0]
    talk("甲\x00\x07乙\udcff")
    assert chat.knowledge.asked == ["甲乙"]


def test_a_person_is_greeted_and_seen_off(talk, monkeypatch):
    lines = iter([ANSWERED.question])
    monkeypatch.setattr("builtins.input", lambda prompt: next(lines, None) or leave(EOFError))
    shown = talk(interactive=True)
    assert (shown[0], shown[-1]) == (CHINESE.terminal_greeting, CHINESE.terminal_goodbye)
    assert len(shown) == 3


def test_ctrl_c_leaves_politely(talk, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: leave(KeyboardInterrupt))
    assert talk(interactive=True)[-1] == CHINESE.terminal_goodbye


def leave(error):
    raise error
