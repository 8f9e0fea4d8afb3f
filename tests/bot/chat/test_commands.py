"""The ways people type a command."""

import pytest

from bot.chat.commands import Call, is_slashed, parse

ME = "jianda_bot"


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("/ask 医共体怎么建", Call("ask", "医共体怎么建")),
        ("/ask医共体怎么建", Call("ask", "医共体怎么建")),
        ("/ASK 医共体", Call("ask", "医共体")),
        ("／ask 医共体", Call("ask", "医共体")),
        ("/ask@jianda_bot 医共体", Call("ask", "医共体")),
        ("/ask＠Jianda_Bot医共体", Call("ask", "医共体")),
        ("/ask\n第一问\n第二问", Call("ask", "第一问\n第二问")),
        ("/ask", Call("ask", "")),
        ("/帮助", Call("help", "")),
        ("/提问 医共体", Call("ask", "医共体")),
    ],
)
def test_a_command_is_known_however_it_is_typed(text, call):
    assert parse(text, ME) == call


@pytest.mark.parametrize("text", ["/ask@other_bot 医共体", "/weather", "医共体怎么建", "ask 医共体", "/", ""])
def test_what_is_not_for_us_is_left_alone(text):
    assert parse(text, ME) is None


@pytest.mark.parametrize(("text", "name"), [("帮助", "help"), (" 开始 ", "start"), ("提问", "ask")])
def test_the_chinese_word_alone_is_enough_in_private(text, name):
    assert parse(text, ME, bare_words=True) == Call(name, "")
    assert parse(text, ME) is None


@pytest.mark.parametrize("text", ["help", "帮助我", "ask"])
def test_other_words_are_questions(text):
    assert parse(text, ME, bare_words=True) is None


def test_an_unknown_command_is_seen_as_one():
    assert is_slashed(" ／天气") and not is_slashed("3/4 是多少")
