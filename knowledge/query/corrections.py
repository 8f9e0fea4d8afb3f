"""What a question was taken to say where it was mistyped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.query.query import Concept, Query


@dataclass(frozen=True, slots=True)
class Correction:
    """Words as they were typed, and those that they were taken for."""

    typed: str
    meant: str


def corrections(query: Query, text: Callable[[], str]) -> tuple[Correction, ...]:
    """The words of a question that were read as others, as far as an answer rests on that.

    Arguments: the query; what gives the normalised text of the answer and its headings, which most questions do not want.
    """
    guessed = any(concept.guesses for concept in query.concepts)
    return tuple(_corrections(query, text())) if guessed else ()


def _corrections(query: Query, text: str) -> Iterator[Correction]:
    for concept in query.concepts:
        if concept.guesses and concept.words not in text and (guess := _meant(concept, text)):
            yield Correction(concept.words, guess)


def _meant(concept: Concept, text: str) -> str | None:
    """The guess that stands in the text, or the only one when other words for it do."""
    guesses = [guess for guess in concept.guesses if guess in text]
    if guesses:
        return guesses[0]
    alone = len(concept.guesses) == 1 and any(words in text for words in concept.spellings)
    return concept.guesses[0] if alone else None
