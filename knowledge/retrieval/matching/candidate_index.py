"""An inverted index of the texts of candidates: in which of them a character, or two side by side, stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import add

from knowledge.retrieval.matching.candidate_texts import CandidateTexts

_NONE: frozenset[int] = frozenset()


class CandidateIndex:
    """The texts of candidates, numbered, by their marks: single characters, and pairs of characters side by side.

    A question is held against all its candidates mark by mark (term at a time: H. Turtle and J. Flood, 1995), so that
    what a candidate lacks costs nothing. `texts`, `owners` and `places` hold of each number the text, of which candidate
    it is, and its place among the `fields` of that.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.owners: list[int] = []
        self.places: list[int] = []
        self._numbers: dict[int, range] = {}
        self._postings: dict[str, set[int]] = {}

    def add(self, candidate: int, texts: CandidateTexts) -> None:
        """Add the texts of a candidate, which is told from others by its number."""
        first = len(self.texts)
        for place, text in enumerate(texts.fields):
            number = first + place  # one object for all marks of the text
            for mark in {*text, *map(add, text, text[1:])}:
                self._postings.setdefault(mark, set()).add(number)
            self.texts.append(text)
            self.owners.append(candidate)
            self.places.append(place)
        self._numbers[candidate] = range(first, len(self.texts))

    def clear(self) -> None:
        """Forget all candidates."""
        for kept in (self.texts, self.owners, self.places, self._numbers, self._postings):
            kept.clear()

    def with_mark(self, mark: str) -> set[int] | frozenset[int]:
        """The texts in which a mark stands."""
        return self._postings.get(mark, _NONE)

    def texts_of(self, candidates: Iterable[int]) -> set[int]:
        """The texts of some candidates."""
        return set().union(*map(self._numbers.__getitem__, candidates))

    def sentences_of(self, candidates: Mapping[int, CandidateTexts]) -> set[int]:
        """The sentences of the passages of some candidates."""
        ranges = (self._numbers[number][: len(texts.sentences)] for number, texts in candidates.items())
        return set().union(*ranges)
