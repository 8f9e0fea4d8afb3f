"""A question with the passages that may answer it, in their order, and what tells how sure the first is."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.conditions.condition import Unmet
from knowledge.query.query import Query
from knowledge.retrieval import calibration
from knowledge.retrieval.matching.concept_matching import Matcher
from knowledge.retrieval.ranker import Ranked


@dataclass(frozen=True, slots=True)
class Candidates:
    """A question as understood, and its candidates, best first; `genre`: how far their base is of the genre, 0 to 1.

    The first `fitting` meet the conditions of the question; `unmet` are those of them that nothing meets.
    `settled`: the first meets one that is the answer itself.
    """

    query: Query
    matcher: Matcher
    genre: float
    ranked: tuple[Ranked, ...]
    fitting: int
    unmet: tuple[Unmet, ...] = ()
    settled: bool = False

    def told(self) -> dict[str, float]:
        """The signals of confidence in the first; there must be one."""
        scores = [ranked.score for ranked in self.ranked[: self.fitting or None]]
        return calibration.signals(scores, self.ranked[0].signals, self.subject)

    @property
    def subject(self) -> calibration.QuestionSubject:
        """What the question is about."""
        return calibration.QuestionSubject.of(self.query, self.matcher)
