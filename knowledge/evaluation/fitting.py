"""The two fits of the weights: an order learned list by list, and a logistic regression."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

_SHARPNESS = 6.0
_ROUNDS, _RATE = 100, 0.04
_NEWTON_STEPS = 12

Vector = list[float]
List = tuple[Sequence[Sequence[float]], Sequence[bool]]
"""The signals of each candidate of a question, and which candidates are right."""


def fit_order(lists: Sequence[List], start: Vector, free: Sequence[bool], draw: float) -> Vector:
    """Fit weights so that right candidates come first: softmax loss over lists (Z. Cao et al., ICML 2007), by Adam.

    Arguments: the lists, each with a right candidate; the weights to begin at and to be drawn to; which weights may be
    negative; how strongly they are drawn. Returns the weights.
    """
    weights, step = list(start), _adam(len(start))
    for _ in range(_ROUNDS):
        slope = [draw * (w - s) for w, s in zip(weights, start, strict=True)]
        for rows, right in lists:
            _add_slope(slope, weights, rows, right, len(lists))
        moved = (w - d for w, d in zip(weights, step(slope), strict=True))
        weights = [w if signed else max(0.0, w) for w, signed in zip(moved, free, strict=True)]
    return weights


def fit_logistic(rows: Sequence[Sequence[float]], right: Sequence[bool], ridge: float) -> Vector:
    """Fit a logistic regression by Newton's method; the first weight is the bias, which the ridge spares."""
    size = len(rows[0]) + 1
    weights = [0.0] * size
    inputs = [[1.0, *row] for row in rows]
    penalty = [0.0, *([ridge] * (size - 1))]
    for _ in range(_NEWTON_STEPS):
        slope = [p * w for p, w in zip(penalty, weights, strict=True)]
        curve = [[penalty[i] * (i == j) + 1e-9 * (i == j) for j in range(size)] for i in range(size)]
        for row, good in zip(inputs, right, strict=True):
            chance = 1 / (1 + math.exp(-max(-30.0, min(30.0, dot(weights, row)))))
            for i, value in enumerate(row):
                slope[i] += (chance - good) * value / len(rows)
                for j, other in enumerate(row):
                    curve[i][j] += chance * (1 - chance) * value * other / len(rows)
        weights = [w - d for w, d in zip(weights, _solved(curve, slope), strict=True)]
    return weights


def dot(a: Sequence[float], b: Sequence[float]) -> float:
    """The sum of the products."""
    return sum(map(float.__mul__, map(float, a), map(float, b)))


def _add_slope(
    slope: Vector, weights: Vector, rows: Sequence[Sequence[float]], right: Sequence[bool], lists: int
) -> None:
    """Add what one list says to the slope of the loss."""
    scores = [_SHARPNESS * dot(weights, row) for row in rows]
    top = max(scores)
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares)
    good = sum(share for share, is_right in zip(shares, right, strict=True) if is_right) or 1.0
    for row, share, is_right in zip(rows, shares, right, strict=True):
        push = _SHARPNESS * (share / total - (share / good if is_right else 0.0)) / lists
        for i, value in enumerate(row):
            slope[i] += push * value


def _adam(size: int) -> Callable[[Vector], Vector]:
    """The steps of Adam (D. Kingma, J. Ba, ICLR 2015)."""
    mean, spread, count = [0.0] * size, [0.0] * size, 0

    def step(slope: Vector) -> Vector:
        nonlocal count
        count += 1
        for i, value in enumerate(slope):
            mean[i] += 0.1 * (value - mean[i])
            spread[i] += 0.001 * (value * value - spread[i])
        return [
            _RATE * (m / (1 - 0.9**count)) / (math.sqrt(s / (1 - 0.999**count)) + 1e-8)
            for m, s in zip(mean, spread, strict=True)
        ]

    return step


def _solved(matrix: list[Vector], values: Vector) -> Vector:
    """The solution of a small symmetric, positive definite system, by Gaussian elimination."""
    rows = [[*row, value] for row, value in zip(matrix, values, strict=True)]
    for i, pivot in enumerate(rows):
        for row in rows[i + 1 :]:
            factor = row[i] / pivot[i]
            for j in range(i, len(row)):
                row[j] -= factor * pivot[j]
    solution = [0.0] * len(rows)
    for i in reversed(range(len(rows))):
        solved_part = sum(rows[i][j] * solution[j] for j in range(i + 1, len(rows)))
        solution[i] = (rows[i][-1] - solved_part) / rows[i][i]
    return solution
