"""A file of weights: what it does not name is hand-set, what it cannot name is refused."""

from dataclasses import fields
from pathlib import Path

import pytest

from bot.errors import explain
from knowledge.errors import WeightsInvalid
from knowledge.retrieval.ranker import Signals
from knowledge.retrieval.weights import HAND_SET, Weights, built_in, read_weights, written


def test_every_signal_has_a_hand_set_weight() -> None:
    assert set(HAND_SET["ranker"]) == {field.name for field in fields(Signals)}


def test_what_a_file_does_not_name_is_hand_set(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    path.write_text("[ranker]\nconcepts = 2\n", encoding="utf-8")
    weights = read_weights(path)
    assert weights.ranker == {**HAND_SET["ranker"], "concepts": 2.0}
    assert weights.zones == HAND_SET["zones"]


def test_written_weights_are_read_back(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(written(built_in()), encoding="utf-8")
    assert read_weights(path) == built_in()


@pytest.mark.parametrize(
    "text", ["[ranker]\nnothing = 1\n", '[zones]\nanswer = "much"\n', "[ranker\n", "[ranker]\nkind = true\n"]
)
def test_a_file_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "weights.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WeightsInvalid) as refusal:
        read_weights(path)
    assert str(path) in explain(refusal.value) and "\n" not in explain(refusal.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WeightsInvalid):
        read_weights(tmp_path / "none.toml")


def test_a_file_of_one_ranking_ranks_every_base_by_it(tmp_path: Path) -> None:
    path = tmp_path / "weights.toml"
    path.write_text("[ranker]\nconcepts = 2\n", encoding="utf-8")
    weights = read_weights(path)
    assert weights.ranking(0.0) == weights.ranking(1.0) == weights.ranker


def test_other_documents_are_ranked_and_judged_by_the_general_weights() -> None:
    weights = built_in()
    assert weights.ranking(0.0) == pytest.approx(weights.general_ranker)
    assert weights.judging(0.0) == pytest.approx(weights.general_confidence)
    assert weights.ranking(1.0) == weights.ranker and weights.judging(1.0) == weights.confidence
    half = (weights.ranker["search"] + weights.general_ranker["search"]) / 2
    assert weights.ranking(0.5)["search"] == pytest.approx(half)


def test_weights_hold_a_table_each() -> None:
    assert [field.name for field in fields(Weights)] == list(HAND_SET)
