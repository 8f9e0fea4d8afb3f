"""A passage as answers are read out of it: its sentences and the runs of clauses in each, in the form of questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from loaders.structure.outline import Sentence
from loaders.structure.sentences import sentences

LONGEST_RUN, MOST_CLAUSES = 70, 6  # characters; clauses
_CLAUSE = re.compile(r"[^，,；;。！？!?]+[，,；;。！？!?”）)]*")
_MOST_KEPT = 1_000  # passages
_CUT = "\ue000"  # between clauses: a character that no rule of the normal form knows


@dataclass(frozen=True, slots=True)
class Run:
    """A run of clauses: where it begins and ends in the passage, in characters, and its normalised words."""

    start: int
    end: int
    words: str


class ReadableText:
    """The sentences of a passage, where they stand and normalised; the runs of a sentence are made when they are asked
    for, and kept.

    The clauses are normalised all at once; where these do not make up the normalised passage again (blanks in English
    words, 1,200 cut in two), sentences and runs are normalised one by one.
    """

    def __init__(self, text: str, normalise: Callable[[str], str]) -> None:
        self._text, self._normalise = text, normalise
        self._runs: dict[Sentence, tuple[Run, ...]] = {}
        self.words = normalise(text)
        self.sentences = tuple(sentences(text, 0, len(text)))
        self._clauses = {sentence: tuple(clauses(text, sentence)) for sentence in self.sentences}
        self._clause_words = self._normalised_clauses()
        self.sentence_words = tuple(
            self._words_of(self._clauses[part], part.start, part.end) for part in self.sentences
        )

    def _normalised_clauses(self) -> dict[tuple[int, int], str]:
        """The normalised words of each clause; none where these do not make up the words of the passage."""
        parts = [clause for of_sentence in self._clauses.values() for clause in of_sentence]
        words = self._normalise(_CUT.join(self._text[start:end] for start, end in parts)).split(_CUT)
        return dict(zip(parts, words, strict=True)) if "".join(words) == self.words else {}

    def runs(self, sentence: Sentence) -> tuple[Run, ...]:
        """The runs of clauses of a sentence."""
        if sentence not in self._runs:
            self._runs[sentence] = tuple(self._made(self._clauses[sentence]))
        return self._runs[sentence]

    def _made(self, parts: Sequence[tuple[int, int]]) -> Iterator[Run]:
        for place, (start, first_end) in enumerate(parts):
            for last, (_, end) in enumerate(parts[place : place + MOST_CLAUSES], place + 1):
                if end - start > LONGEST_RUN and end > first_end:
                    break
                yield Run(start, end, self._words_of(parts[place:last], start, end))

    def _words_of(self, parts: Iterable[tuple[int, int]], start: int, end: int) -> str:
        """The normalised words of some clauses that follow one another; they make up a stretch of the passage."""
        words = self._clause_words
        return "".join([words[part] for part in parts]) if words else self._normalise(self._text[start:end])


@lru_cache(maxsize=_MOST_KEPT)
def readable(text: str, normalise: Callable[[str], str]) -> ReadableText:
    """A passage made readable; `normalise` brings printed text into the form of questions."""
    return ReadableText(text, normalise)


def clauses(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        yield match.start(), match.end()
