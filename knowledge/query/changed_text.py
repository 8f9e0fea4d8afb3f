"""Finding a task again whose document has changed."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

ALIKE = 60.0  # of 100, for the task and for its sentence: what was reworded stays above, another task of the plan below

Worded = tuple[str, str]
"""A task, and the sentence that sets its time: in many plans that is a label, nearly the same under every task."""


def find_changed(lost: Worded, present: Sequence[Worded]) -> int | None:
    """The place of the task that is the lost one with some changes, None when there is none."""
    scores = [min(map(fuzz.ratio, lost, one)) for one in present]
    best = max(scores, default=0.0)
    return scores.index(best) if best >= ALIKE else None
