"""The fits find what the data were made with."""

import math
import random

import pytest

from knowledge.evaluation.fitting import dot, fit_logistic, fit_order


def test_a_logistic_regression_finds_the_chances_that_made_the_data() -> None:
    chance = random.Random(7)
    rows = [[chance.random(), chance.random()] for _ in range(4000)]
    right = [chance.random() < 1 / (1 + math.exp(-(-1 + 3 * a - 2 * b))) for a, b in rows]
    assert fit_logistic(rows, right, 0.0) == pytest.approx([-1, 3, -2], abs=0.35)


def test_a_ridge_holds_back_what_separates_the_data_wholly() -> None:
    free, held = (fit_logistic([[0.0], [1.0]] * 20, [False, True] * 20, ridge)[1] for ridge in (0.001, 0.1))
    assert 0 < held < free


def test_an_order_is_learned_from_lists() -> None:
    chance = random.Random(3)
    lists = []
    for _ in range(60):
        rows = [[chance.random(), chance.random(), chance.random()] for _ in range(6)]
        best = max(range(6), key=lambda i: rows[i][0] - 0.5 * rows[i][2])
        lists.append((rows, [i == best for i in range(6)]))
    weights = fit_order(lists, [0.3, 0.3, 0.3], [False, False, True], 0.0)
    firsts = [right[max(range(6), key=lambda i: dot(weights, rows[i]))] for rows, right in lists]
    assert sum(firsts) >= 54
    assert weights[0] > 0 > weights[2] and weights[1] < 0.1


def test_weights_that_may_not_be_negative_are_not() -> None:
    lists = [([[1.0], [0.0]], [False, True])] * 5
    assert fit_order(lists, [0.2], [False], 0.0) == [0.0]
