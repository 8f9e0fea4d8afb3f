"""Replay: what a change would do to the questions that were asked, before it goes live."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.answers import Reply

Ask = Callable[[str], Reply]
Effect = Literal["answered", "declined", "other"]

QUESTIONS = 200
SECONDS = 8.0


@dataclass(frozen=True, slots=True)
class ReplyDifference:
    """A question that gets another reply: it is now answered, now declined, or answered with another passage."""

    effect: Effect
    before: Reply
    after: Reply

    @property
    def question(self) -> str:
        """The question."""
        return self.before.question


@dataclass(frozen=True, slots=True)
class ReplayResult:
    """The differences, and how many of how many questions were asked in the time that there was."""

    differences: tuple[ReplyDifference, ...]
    asked: int
    questions: int

    def of(self, effect: Effect) -> list[ReplyDifference]:
        """The differences of one effect."""
        return [
            reply_difference for reply_difference in self.differences if reply_difference.effect == effect
        ]


def replay(
    questions: Sequence[str],
    before: Ask,
    after: Ask,
    seconds: float = SECONDS,
    clock: Callable[[], float] = time.monotonic,
) -> ReplayResult:
    """Ask some questions before and after a change.

    Arguments: the questions, the most telling first; what answers them now; what would answer them after the
    change; after how many seconds to stop. Errors of either are raised.
    """
    ends = clock() + seconds
    differences: list[ReplyDifference] = []
    asked = 0
    for question in questions:
        if clock() > ends:
            break
        differences += _difference(before(question), after(question))
        asked += 1
    return ReplayResult(tuple(differences), asked, len(questions))


def _difference(before: Reply, after: Reply) -> Iterable[ReplyDifference]:
    if before.answered != after.answered:
        return [ReplyDifference("answered" if after.answered else "declined", before, after)]
    if after.answered and _first(before) != _first(after):
        return [ReplyDifference("other", before, after)]
    return []


def _first(reply: Reply) -> str:
    """The passage that is given as the answer."""
    return reply.answers[0].passage_id if reply.answers else ""
