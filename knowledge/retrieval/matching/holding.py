"""How much of a question a candidate holds, added up concept by concept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.retrieval.matching.candidate_texts import CandidateTexts
from knowledge.retrieval.matching.concept_ways import NOWHERE, Finding

_MISSING = 0.5  # a concept that stands nowhere by more of its weight is missing


@dataclass(slots=True)  # fifty are made a question, and a frozen one takes three times as long
class Holding:
    """How much of a question a candidate holds, as shares of its meaning: the passage, each of its sentences, what
    headings and neighbours add, each of the stored questions; `count`: the share of the concepts; `missing`: the worth
    of the rarest that it lacks; `pairs`, `characters`: the shares of these that stand in the passage."""

    concepts: float
    sentences: tuple[float, ...]
    headings: float
    around: float
    questions: tuple[float, ...]
    count: float
    missing: float
    pairs: float
    characters: float


@dataclass(slots=True)
class Tally:
    """What of a question a candidate holds so far: by text, and in the passage alone, with what stands above it, with
    what stands around it; the weights of the concepts; which of them are present; how many sentences there are."""

    sentences: int
    held: list[float]
    present: set[int] = field(default_factory=set)
    inside: float = 0.0
    below: float = 0.0
    near: float = 0.0
    count: float = 0.0

    @classmethod
    def over(cls, texts: CandidateTexts) -> Tally:
        """Nothing yet."""
        return cls(len(texts.sentences), [0.0] * (len(texts.sentences) + 2 + len(texts.questions)))

    def add(self, concept: int, findings: Mapping[int, Finding]) -> None:
        """Add how far a concept stands in the texts of the candidate, by their places, where it does."""
        worth = weight = 0.0
        for place, finding in findings.items():
            self.held[place] += finding.worth
            if place < self.sentences:
                worth, weight = max(worth, finding.worth), max(weight, finding.weight)
        above = findings.get(self.sentences, NOWHERE)
        around = findings.get(self.sentences + 1, NOWHERE)
        self.inside += worth
        self.count += weight
        self.below += max(worth, above.worth)
        self.near += max(worth, around.worth)
        if max(weight, above.weight) >= _MISSING:
            self.present.add(concept)

    def holding(self, worths: Sequence[float], absent: float, pairs: float, characters: float) -> Holding:
        """The shares of what is held.

        Arguments: what each concept is worth; what one that the corpus lacks would be; the shares of pairs and characters.
        """
        total = sum(worths) or 1.0
        whole, shares = self.inside / total, tuple([worth / total for worth in self.held])
        lost = [worth for concept, worth in enumerate(worths) if concept not in self.present]
        return Holding(
            concepts=whole,
            sentences=shares[: self.sentences],
            headings=self.below / total - whole,
            around=self.near / total - whole,
            questions=shares[self.sentences + 2 :],
            count=self.count / len(worths) if worths else 0.0,
            missing=max(lost, default=0.0) / absent,
            pairs=pairs,
            characters=characters,
        )
