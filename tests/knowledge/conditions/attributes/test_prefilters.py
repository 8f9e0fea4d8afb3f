"""What is told at once to be asked by none of many patterns is asked by none of them one by one."""

import json
from pathlib import Path

from knowledge.conditions.attributes import kinds
from knowledge.query import answer_types
from knowledge.text.analyzer import Analyzer

GOLD = Path(__file__).parents[3] / "gold"


def test_no_question_that_a_pattern_asks_is_passed_over() -> None:
    normalise = Analyzer().normalise
    rows = (
        json.loads(line) for path in GOLD.glob("*questions.jsonl") for line in path.open(encoding="utf-8")
    )
    questions = [normalise(row["q"]) for row in rows]
    of_figures = [asks for asks, _ in answer_types._FIGURES]
    of_kinds = [kind.asks for kind in kinds.KINDS]
    for patterns, any_pattern in (
        (of_figures, answer_types._ANY_FIGURE),
        (of_kinds, kinds._ANY),
    ):
        asked = [question for question in questions if any(pattern.search(question) for pattern in patterns)]
        assert 5 < len(asked) < len(questions)
        assert all(map(any_pattern.search, asked))
