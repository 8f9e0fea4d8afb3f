"""A passage as answers are read out of it: its sentences and the runs of clauses in each, in the form of questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from loaders.structure.outline import Sentence
from loaders.structure.sentences import sentences

LONGEST_RUN, MOST_CLAUSES = 70, 6  # characters; clauses
_CLAUSE = re.compile(r"[^，,；;。！？!?]+[，,；;。！？!?”）)]*")
_MOST_KEPT = 1_000  # passages


@dataclass(frozen=True, slots=True)
class Run:
    """A run of clauses: where it begins and ends in the passage, in characters, and its normalised words."""

    start: int
    end: int
    words: str


class ReadableText:
    """The sentences of a passage, where they stand and normalised; the runs of a sentence are made when they are asked
    for, and kept."""

    def __init__(self, text: str, normalise: Callable[[str], str]) -> None:
        self._text, self._normalise = text, normalise
        self._runs: dict[Sentence, tuple[Run, ...]] = {}
        self.words = normalise(text)
        self.sentences = tuple(sentences(text, 0, len(text)))
        self.sentence_words = tuple(normalise(text[part.start : part.end]) for part in self.sentences)

    def runs(self, sentence: Sentence) -> tuple[Run, ...]:
        """The runs of clauses of a sentence."""
        if sentence not in self._runs:
            self._runs[sentence] = tuple(self._made(list(clauses(self._text, sentence))))
        return self._runs[sentence]

    def _made(self, parts: list[tuple[int, int]]) -> Iterator[Run]:
        for place, (start, first_end) in enumerate(parts):
            for _, end in parts[place : place + MOST_CLAUSES]:
                if end - start > LONGEST_RUN and end > first_end:
                    break
                yield Run(start, end, self._normalise(self._text[start:end]))


@lru_cache(maxsize=_MOST_KEPT)
def readable(text: str, normalise: Callable[[str], str]) -> ReadableText:
    """A passage made readable; `normalise` brings printed text into the form of questions."""
    return ReadableText(text, normalise)


def clauses(text: str, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        yield match.start(), match.end()
