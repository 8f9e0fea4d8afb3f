"""The texts of candidates: in which of them a character, or two side by side, stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import add

from knowledge.retrieval.matching.candidate_texts import CandidateTexts

_NONE: frozenset[int] = frozenset()


class CandidateIndex:
    """The texts of all candidates so far, numbered, with an inverted index of the marks (single characters, and pairs of
    characters side by side) of those that came again.

    A question has some fifty marks: to look for these in a text takes a tenth of the time that listing all of its marks
    does, which pays for candidates of a small base, where the same ones come again and again.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.owners: list[int] = []
        self.places: list[int] = []
        self._numbers: dict[int, range] = {}
        self._listed: set[int] = set()
        self._postings: dict[str, set[int]] = {}

    def over(self, candidates: Mapping[int, CandidateTexts]) -> IndexView:
        """The texts of some candidates, by their numbers."""
        new = [number for number in candidates if number not in self._numbers]
        for number in candidates.keys() & self._numbers.keys() - self._listed:
            self._list(number)
        for number in new:
            self._add(number, candidates[number])
        return IndexView(self, candidates, [place for number in new for place in self._numbers[number]])

    def _add(self, candidate: int, texts: CandidateTexts) -> None:
        first, fields = len(self.texts), texts.fields
        self.texts += fields
        self.owners += [candidate] * len(fields)
        self.places += range(len(fields))
        self._numbers[candidate] = range(first, len(self.texts))

    def _list(self, candidate: int) -> None:
        for number in self._numbers[candidate]:
            text = self.texts[number]
            for mark in {*text, *map(add, text, text[1:])}:
                self._postings.setdefault(mark, set()).add(number)
        self._listed.add(candidate)

    def clear(self) -> None:
        """Forget all candidates."""
        for kept in (self.texts, self.owners, self.places, self._numbers, self._listed, self._postings):
            kept.clear()

    def numbers_of(self, candidate: int) -> range:
        """The texts of a candidate."""
        return self._numbers[candidate]

    def listed_with(self, mark: str) -> set[int] | frozenset[int]:
        """The listed texts in which a mark stands."""
        return self._postings.get(mark, _NONE)


class IndexView:
    """The texts of the candidates of one question.

    It is held against all of them mark by mark (term at a time: H. Turtle and J. Flood, 1995), so that what a candidate
    lacks costs nothing. `texts`, `owners` and `places` hold of each number the text, of which candidate it is, and its place
    among the `fields` of that; `sentences` are the numbers of the sentences of the passages.
    """

    def __init__(
        self, index: CandidateIndex, candidates: Mapping[int, CandidateTexts], unlisted: list[int]
    ) -> None:
        """Arguments: the index; the candidates by their numbers; those of their texts that are not listed in it."""
        self.texts, self.owners, self.places = index.texts, index.owners, index.places
        self._index, self._unlisted = index, unlisted
        ranges = {number: index.numbers_of(number) for number in candidates}
        self._among = set().union(*ranges.values())
        sentences = (ranges[number][: len(texts.sentences)] for number, texts in candidates.items())
        self.sentences: set[int] = set().union(*sentences)
        self._with_mark: dict[str, set[int]] = {}

    def with_mark(self, mark: str) -> set[int]:
        """The texts in which a mark stands."""
        if mark not in self._with_mark:
            texts = self.texts
            looked_for = {number for number in self._unlisted if mark in texts[number]}
            self._with_mark[mark] = looked_for.union(self._index.listed_with(mark) & self._among)
        return self._with_mark[mark]

    def with_all(self, marks: Iterable[str]) -> set[int]:
        """The texts in which all of some marks stand; there must be one."""
        first, *others = marks
        return self.with_mark(first).intersection(*map(self.with_mark, others))
