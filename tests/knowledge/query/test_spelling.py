"""Slips of typing lead to the words that were meant, and known words are never doubted."""

import pytest

from knowledge.query import spelling
from knowledge.query.spelling import Speller
from knowledge.text.pinyin.syllables import sounds_of

SPELLER = Speller(["医共体", "疾控", "民族", "服务模式", "县域就诊率"])


def nothing_known(_: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("一共体", "医共体"),
        ("控疾", "疾控"),
        ("服务式", "服务模式"),
        ("县域就珍率", "县域就诊率"),
        ("明族", "民族"),
        ("积控", "疾控"),
        ("县域就整率", "县域就诊率"),
        ("医共共体", "医共体"),
        ("县域就诊诊率", "县域就诊率"),
    ],
)
def test_a_slip_is_guessed(typed: str, meant: str) -> None:
    guess = next(iter(SPELLER.guesses(typed, nothing_known)))
    assert (guess.start, guess.end, guess.words) == (0, len(typed), (meant,))


def test_what_is_known_is_not_doubted() -> None:
    assert list(SPELLER.guesses("一共体", {"一共体"}.__contains__)) == []
    assert list(SPELLER.guesses("医共体", nothing_known)) == []


def test_nothing_is_guessed_across_a_blank() -> None:
    assert list(SPELLER.guesses("控 疾", nothing_known)) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("minzu", ("民族",)),
        ("python", ()),
        ("ygt", ("医共体",)),
        ("jk", ()),
        ("minzujikong", ("民族", "疾控")),
        ("jikongdeminzu", ("疾控", "民族")),
    ],
)
def test_words_in_letters(typed: str, meant: tuple[str, ...]) -> None:
    assert SPELLER.in_letters(typed) == meant


def test_letters_that_are_no_pinyin_are_read_in_one_pass() -> None:
    letters = "zhuangshangguang" * 400 + "x"
    assert sounds_of(letters) == [letters]
    assert sounds_of(letters[:-1]) == ["zhuang", "shang", "guang"] * 400


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


def test_tables_are_made_only_for_what_is_no_known_word(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(
        spelling, "syllables_of", lambda letters: made.append(letters) or dict.fromkeys(letters, "a")
    )
    speller = Speller(["医共体"])
    assert list(speller.guesses("医共体，3年，3", lambda word: "，" not in word)) == []
    assert made == []
    assert list(speller.guesses("衣共体", nothing_known))
    assert len(made) > 0
