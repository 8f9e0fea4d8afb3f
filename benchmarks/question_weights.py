"""Fits the weights of the marks of questions: question_weights.py RATED > knowledge/data/question_weights.toml.

RATED has one line of JSON for each rated candidate: its marks (`marks_of`), and the rating of a reader, 2 for a good
question, 1 for a stilted one or one without its subject, 0 for a wrong one. The fit is a logistic regression with a ridge, by
Adam; a stilted question counts as a quarter of a good one.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

RIDGE, LEAST_TIMES, LEAST_WEIGHT, STILTED = 16.0, 4, 0.02, 0.25
ROUNDS, RATE = 300, 0.05
_HEADER = """\
# What each mark of a candidate question counts (knowledge/questions/marks.py): a logistic regression (ridge 16, marks of at least
# four candidates; benchmarks/question_weights.py) on candidates for 900 facts of invented and of real documents, which readers
# called good, stilted or wrong.
[weights]"""


def fit(rows: list[list[str]], ratings: list[int]) -> dict[str, float]:
    """The weights of the marks of rated candidates."""
    times = Counter(mark for marks in rows for mark in set(marks))
    names = sorted(mark for mark, number in times.items() if number >= LEAST_TIMES)
    places = {mark: place for place, mark in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for row, marks in zip(table, rows, strict=True):
        row[[places[mark] for mark in marks if mark in places]] = 1
    goals = np.choose(np.array(ratings), (0.0, STILTED, 1.0))
    ridge = np.where(np.array(names) == "bias", 0.0, RIDGE)
    weights, mean, spread = (np.zeros(len(names)) for _ in range(3))
    for turn in range(1, ROUNDS + 1):
        slope = table.T @ (1 / (1 + np.exp(-table @ weights)) - goals) + ridge * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        rate = RATE if turn <= 0.7 * ROUNDS else 0.3 * RATE
        weights -= rate * (mean / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-6)
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


def main() -> None:
    """Print the file of the weights."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    rated = [json.loads(line) for line in lines]
    print(_HEADER)
    for name, weight in fit([row["marks"] for row in rated], [row["rating"] for row in rated]).items():
        if abs(weight) >= LEAST_WEIGHT:
            print(f'"{name}" = {weight:.2f}')


if __name__ == "__main__":
    main()
