"""What a mistyped question was taken to say."""

import pytest

from knowledge.lexicon.thesaurus import Thesaurus, Variant
from knowledge.query.corrections import Correction, corrections
from knowledge.query.query import QueryParser
from knowledge.text.analyzer import Analyzer

PARSER = QueryParser(Analyzer(), Thesaurus([("医共体", Variant("县域医疗共同体", 1.0))]))
PASSAGE = "年底前建成县域医共体。"


def understood(question: str, passage: str = PASSAGE) -> tuple[Correction, ...]:
    return corrections(PARSER.parse(question, in_corpus=lambda word: word in PASSAGE), lambda: passage)


@pytest.mark.parametrize("typed", ["一共体", "医供体", "ygt", "yigongti"])
def test_a_slip_that_the_answer_rests_on_is_told(typed: str) -> None:
    assert Correction(typed, "医共体") in understood(f"{typed}什么时候建成")


def test_the_only_guess_is_told_when_the_answer_has_other_words_for_it() -> None:
    assert understood("一共体什么时候建成", "年底前建成县域医疗共同体。") == (Correction("一共体", "医共体"),)


@pytest.mark.parametrize("passage", ["年底前建成县医院。", "一共体年底前建成。"])
def test_a_guess_that_the_answer_does_not_rest_on_is_not_told(passage: str) -> None:
    assert understood("一共体什么时候建成", passage) == ()


def test_a_clean_question_is_not_corrected() -> None:
    assert understood("医共体什么时候建成") == ()
