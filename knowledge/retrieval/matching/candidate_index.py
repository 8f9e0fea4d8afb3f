"""The texts of the candidates of one question: in which of them a character, or two side by side, stand."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.retrieval.matching.candidate_texts import CandidateTexts


class CandidateIndex:
    """The texts of some candidates, numbered, held mark by mark against a question (term at a time: H. Turtle and J. Flood,
    1995), so that what a candidate lacks costs nothing.

    A mark (a character of the question, or two side by side) is looked for in all texts of a candidate at once, and in each
    of them only where it stands there at all. `texts`, `owners` and `places` hold of each number the text, of which
    candidate it is, and its place among the `fields` of that.
    """

    def __init__(self, candidates: Mapping[int, CandidateTexts]) -> None:
        """Arguments: the candidates by their numbers."""
        self.texts: list[str] = []
        self.owners: list[int] = []
        self.places: list[int] = []
        self._candidates: list[tuple[str, range]] = []
        self._with_mark: dict[str, set[int]] = {}
        for candidate, texts in candidates.items():
            self._add(candidate, texts)

    def _add(self, candidate: int, texts: CandidateTexts) -> None:
        first, count = len(self.texts), len(texts.fields)
        self.texts += texts.fields
        self.owners += [candidate] * count
        self.places += range(count)
        self._candidates.append((texts.together, range(first, first + count)))

    def with_mark(self, mark: str) -> set[int]:
        """The texts in which a mark stands."""
        if mark not in self._with_mark:
            texts = self.texts
            self._with_mark[mark] = {
                number
                for together, numbers in self._candidates
                if mark in together
                for number in numbers
                if mark in texts[number]
            }
        return self._with_mark[mark]

    def with_all(self, marks: str) -> list[int]:
        """The texts in which all of some characters stand; there must be one."""
        texts, others = self.texts, marks[1:]
        return [
            number for number in self.with_mark(marks[0]) if all(mark in texts[number] for mark in others)
        ]
