"""What of a text stands nowhere: nothing of a file is lost without being told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.blocks.source import LeftOut
from loaders.lazy_pattern import lazy_pattern
from loaders.structure.outline import Speech

_BULLET = lazy_pattern(r"[-*+•●◆■□○◎·▪]")

Span = tuple[int, int]


def remaining(text: str, speeches: Sequence[Speech], left_out: Sequence[LeftOut]) -> Iterator[LeftOut]:
    """The stretches that no speech holds and that are not told to be left out, white space aside.

    The sign before an item of a list is left out as a `bullet`; there should be none that is `unplaced`.
    """
    held = [span for speech in speeches for span in spans(speech)]
    for start, end in _gaps(text, sorted([*held, *((line.start, line.end) for line in left_out)])):
        yield LeftOut(start, end, "bullet" if _BULLET.fullmatch(text, start, end) else "unplaced")


def spans(speech: Speech) -> Iterator[Span]:
    """Where the lines of a speech stand: its head, headings, paragraphs and header rows."""
    yield from ((line.start, line.end) for line in speech.head)
    yield from ((heading.start, heading.end) for heading in speech.headings)
    yield from ((sentence.start, sentence.end) for p in speech.paragraphs for sentence in p.sentences)
    yield from ((row.start, row.end) for row in speech.header_rows)


def _gaps(text: str, held: Sequence[Span]) -> Iterator[Span]:
    """The printed stretches between some that are given in order of their begin, a line at a time."""
    last = 0
    for start, end in [*held, (len(text), len(text))]:
        if start > last:
            yield from _printed(text, last, start)
        last = max(last, end)


def _printed(text: str, start: int, end: int) -> Iterator[Span]:
    for match in re.finditer(r"\S(?:[^\n]*\S)?", text[start:end]):
        yield start + match.start(), start + match.end()
