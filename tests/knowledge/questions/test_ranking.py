"""Where the rules find no question, the best of several candidates is asked; none where each is likely to be a bad one."""

import tomllib
from importlib.resources import files

import pytest

from knowledge.facts.candidates.things import things_before
from knowledge.facts.records import NO_CLAUSE, Amount, Clause, Due
from knowledge.questions.marks import Candidate, Site, marks_of
from knowledge.questions.ranking import LEAST_CHANCE, chance_of
from tests.knowledge.pairs import questions

SITE = Site("对24家涉粉尘企业开展定期检测", "", "", ())


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("对24家涉粉尘企业开展定期检测。", "对多少家涉粉尘企业开展定期检测？"),
        ("有36家清洗消毒单位记录不全。", "有多少家清洗消毒单位记录不全？"),
        ("群众投诉件比上年下降11.5%。", "群众投诉件比上年下降多少？"),
        ("影像诊断中心6月底前与11家卫生院联通。", "影像诊断中心什么时候与卫生院联通？"),
    ],
)
def test_the_best_candidate_is_asked(words: str, question: str) -> None:
    assert question in questions(words)


@pytest.mark.parametrize("words", ["8月底前完成整改销号。", "同比增长7.3%。", "其中2028年8个。"])
def test_none_is_asked_where_each_is_likely_to_be_bad(words: str) -> None:
    assert not questions(words)


def test_the_chance_of_a_plain_question_is_above_that_of_a_torn_one() -> None:
    plain = Amount("", "对", "家", "涉粉尘企业开展定期检测", False, (0, 1), (0, 1))
    torn = Amount("开展定期检测", "", "家", "", False, (0, 1), (0, 1))
    chances = [
        chance_of(Candidate(fact, question, source), SITE)
        for fact, question, source in (
            (plain, "对多少家涉粉尘企业开展定期检测？", "place"),
            (torn, "开展定期检测有多少家？", "name"),
        )
    ]
    assert chances[0] >= LEAST_CHANCE > chances[1]


def test_a_question_of_other_words_than_its_clause_says_from_where_they_are() -> None:
    site = Site("6月底前投用", "新建急救站8个，", "", ("一、急诊急救",))
    due = Due(Clause("", "急救站", "", "投用", ""), "when", (0, 1), (0, 1))
    marks = list(marks_of(Candidate(due, "急救站什么时候投用？", "clause1.about"), site))
    assert any(mark.startswith("adds Due clause") for mark in marks)


def test_what_the_clauses_before_name_comes_nearest_first() -> None:
    words = "开设康复门诊，购置救护车9辆，9月底前配齐。"
    things = [thing.words for thing in things_before(words, words.index("9月"))]
    assert things == ["救护车", "康复门诊"]


def test_each_weight_is_a_number_of_a_mark() -> None:
    text = (files("knowledge") / "data" / "question_weights.toml").read_text(encoding="utf-8")
    weights = tomllib.loads(text)["weights"]
    assert "bias" in weights and all(isinstance(weight, float) for weight in weights.values())
    assert NO_CLAUSE.predicate == ""
