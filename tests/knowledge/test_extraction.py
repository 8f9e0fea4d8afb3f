"""Deadlines and targets of whole documents: floors that only rise, by the guidelines of tests/gold/README.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.extraction import Found, deadline_scores, extract, gold, target_scores

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests/gold"
SHARED = ROOT.parent / "shared"
here = pytest.mark.skipif(not SHARED.is_dir(), reason="the real speeches are not here")


@pytest.fixture(scope="module")
def example() -> Found:
    return extract(ROOT / "corpus")


@pytest.fixture(scope="module")
def real() -> Found:
    return extract(SHARED / "corpus")


def test_the_contexts_stand_in_the_example_corpus_with_their_phrases() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "corpus").iterdir()}
    for name in ("deadlines", "nondeadlines", "targets"):
        for row in gold(GOLD / f"{name}.jsonl"):
            assert row["context"] in texts[row["doc"]]
            assert row.get("phrase", "") in row["context"]


def test_deadlines_of_the_example_corpus(example: Found) -> None:
    scores = deadline_scores(example, gold(GOLD / "deadlines.jsonl"), gold(GOLD / "nondeadlines.jsonl"))
    assert scores.precision >= 0.99
    assert scores.recall >= 0.99
    assert scores.right["date"] >= 0.99


def test_targets_of_the_example_corpus(example: Found) -> None:
    scores = target_scores(example, gold(GOLD / "targets.jsonl"))
    assert scores.f1 >= 0.95
    assert scores.right["op"] >= 0.92
    assert scores.right["by"] >= 0.92


def test_a_blank_never_gets_a_date(example: Found) -> None:
    blank = [one for _, one in example.deadlines if one.redacted]
    assert len(blank) >= 5
    assert {(one.start, one.end, one.precision) for one in blank} == {(None, None, "unresolved")}


@here
def test_deadlines_of_real_speeches(real: Found) -> None:
    folder = SHARED / "gold"
    scores = deadline_scores(real, gold(folder / "deadlines.jsonl"), gold(folder / "nondeadlines.jsonl"))
    assert (scores.precision, scores.recall, scores.right["date"]) == (1, 1, 1)


@here
def test_targets_of_real_speeches(real: Found) -> None:
    scores = target_scores(real, gold(SHARED / "gold/targets.jsonl"))
    assert (scores.f1, scores.right["op"], scores.right["by"]) == (1, 1, 1)
