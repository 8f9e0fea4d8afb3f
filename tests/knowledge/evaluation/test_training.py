"""Training: fitted weights serve the questions they were fitted to, and are measured on others."""

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.evaluation.metrics import evaluate, read_gold
from knowledge.evaluation.training import (
    FitReport,
    QuestionOutcome,
    TrainingExample,
    collect,
    cross_validate,
    fit,
    measure,
)
from knowledge.indexing.indexer import load
from knowledge.knowledge_base import KnowledgeBase
from knowledge.retrieval.weights import HAND_SET, UNTRAINED, built_in
from tests.clock import today

ROOT = Path(__file__).parents[3]
_BY_LENGTH = {**dict.fromkeys(HAND_SET["ranker"], 0.0), "length": 0.3}
LONGEST_FIRST = replace(UNTRAINED, ranker=_BY_LENGTH)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    database = tmp_path_factory.mktemp("training") / "k.db"
    assert load(ROOT / "corpus", database).ok
    return KnowledgeBase(database, today)


@pytest.fixture(scope="module")
def examples(knowledge: KnowledgeBase) -> list[TrainingExample]:
    return collect(knowledge, read_gold(ROOT / "tests/gold/questions.jsonl")[::8])


def test_what_is_measured_is_what_the_knowledge_base_does(
    knowledge: KnowledgeBase, examples: list[TrainingExample]
) -> None:
    told = evaluate(knowledge, read_gold(ROOT / "tests/gold/questions.jsonl")[::8])
    figures = measure(examples, built_in())
    assert figures.hit(1) == pytest.approx(told.hit(1), abs=0.03)
    assert figures.right_reply == pytest.approx(told.right_reply, abs=0.03)


def test_weights_are_learned(examples: list[TrainingExample]) -> None:
    before, after = measure(examples, LONGEST_FIRST), measure(examples, fit(examples, LONGEST_FIRST))
    assert after.hit(1) > before.hit(1) + 0.3


def test_a_fold_is_measured_by_weights_that_have_not_seen_it(examples: list[TrainingExample]) -> None:
    figures = cross_validate(examples, UNTRAINED, lambda example: str(len(example.gold.q) % 3))
    assert len(figures.outcomes) == len(examples)
    assert figures.hit(1) <= measure(examples, fit(examples, UNTRAINED)).hit(1) + 0.03


def test_figures() -> None:
    given, missed, declined = (
        QuestionOutcome(True, 1, True),
        QuestionOutcome(True, 3, True),
        QuestionOutcome(True, 1, False),
    )
    figures = FitReport(
        (given, missed, declined, QuestionOutcome(False, 0, False), QuestionOutcome(False, 0, True))
    )
    assert (figures.hit(1), figures.hit(3)) == (pytest.approx(2 / 3), 1.0)
    assert (figures.right_reply, figures.wrongly_answered) == (0.4, 0.5)
    assert figures.wrongly_declined == pytest.approx(1 / 3)
