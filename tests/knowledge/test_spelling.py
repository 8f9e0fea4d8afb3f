"""Slips of typing lead to the words that were meant, and known words are never doubted."""

import pytest

from knowledge.analysis import sounds_of
from knowledge.spelling import Speller

SPELLER = Speller(["医共体", "疾控", "民族", "服务模式", "县域就诊率"])


def nothing_known(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("一共体", "医共体"), ("控疾", "疾控"), ("服务式", "服务模式"), ("县域就珍率", "县域就诊率")],
)
def test_a_slip_is_guessed(typed: str, meant: str) -> None:
    guess = next(iter(SPELLER.guesses(typed, nothing_known)))
    assert (guess.start, guess.end, guess.words) == (0, len(typed), (meant,))


def test_what_is_known_is_not_doubted() -> None:
    assert list(SPELLER.guesses("一共体", {"一共体"}.__contains__)) == []
    assert list(SPELLER.guesses("医共体", nothing_known)) == []


def test_nothing_is_guessed_across_a_blank() -> None:
    assert list(SPELLER.guesses("控 疾", nothing_known)) == []


def test_a_word_in_pinyin() -> None:
    assert SPELLER.in_pinyin("minzu") == ("民族",)
    assert SPELLER.in_pinyin("python") == ()


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("minzu", ["min", "zu"]),
        ("fangan", ["fang", "an"]),
        ("tigao", ["ti", "gao"]),
        ("民族", ["min", "zu"]),
        ("python", ["python"]),
    ],
)
def test_syllables(word: str, syllables: list[str]) -> None:
    assert sounds_of(word) == syllables
