"""Stretches of a text, each from its first character to the one after its last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Span = tuple[int, int]


def overlap(first: Span, second: Span) -> bool:
    """Whether two stretches share a character."""
    return first[0] < second[1] and second[0] < first[1]


def overlaps_any(span: Span, others: Iterable[Span]) -> bool:
    """Whether a stretch shares a character with one of the others."""
    return any(overlap(span, other) for other in others)


def ends_of(words: str, text: str) -> Iterator[int]:
    """Where some words end in a text, each time that they stand there; one begins after another has ended."""
    end = 0
    while (start := text.find(words, end)) >= 0:
        end = start + len(words)
        yield end
