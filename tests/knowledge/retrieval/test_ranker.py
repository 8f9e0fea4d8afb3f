"""What the ranker leaves out could not have changed a score, and every signal is reckoned for every candidate."""

from collections.abc import Mapping

import pytest
from rapidfuzz import fuzz

from knowledge.knowledge_base import KnowledgeBase
from knowledge.query.query import Query
from knowledge.retrieval.candidates import Candidates
from knowledge.retrieval.ranker import Ranked, _kind_fit
from knowledge.retrieval.weights import built_in

QUESTIONS = (
    "家庭医生签约率要达到多少",
    "县域医共体由谁牵头",
    "什么是三减三健",
    "每千人口托位数2028年的目标",
    "村医养老补助怎么发",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_stored_question_that_is_not_compared_to_the_end_is_less_alike(
    example: KnowledgeBase, question: str
) -> None:
    candidates = example.candidates(question)
    assert any(ranked.signals.asked for ranked in candidates.ranked)
    for ranked in candidates.ranked:
        assert ranked.signals.asked == pytest.approx(likeness(candidates, ranked), abs=1e-12)


def likeness(candidates: Candidates, ranked: Ranked) -> float:
    """How much the most alike of the stored questions is like the one asked, each compared to the end."""
    query, matcher = candidates.query, candidates.matcher
    return max(
        (
            (0.7 * letters(query, wordings) + 0.3 * matcher.coverage(matcher.found(wordings[0])))
            * _kind_fit(pair, query)
            for pair, wordings in zip(ranked.hit.pairs, ranked.hit.texts.questions, strict=True)
        ),
        default=0.0,
    )


def letters(query: Query, wordings: tuple[str, ...]) -> float:
    return max(fuzz.ratio(query.normalised, wording) for wording in wordings) / 100


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_score_is_the_sum_of_all_signals_by_their_weights(example: KnowledgeBase, question: str) -> None:
    candidates = example.candidates(question)
    weights = built_in().ranking(candidates.genre)
    given = [ranked for ranked in candidates.ranked if ranked.score != pytest.approx(total(ranked, weights))]
    assert (
        len(given) <= 1 < len(candidates.ranked)
    )  # what names who is responsible takes the score of the best
    for ranked in candidates.ranked:
        likeness_of_letters = fuzz.partial_ratio(candidates.query.normalised, ranked.hit.texts.passage) / 100
        assert ranked.signals.fuzzy == likeness_of_letters


def total(ranked: Ranked, weights: Mapping[str, float]) -> float:
    return sum(weights[name] * value for name, value in ranked.signals.values().items())
