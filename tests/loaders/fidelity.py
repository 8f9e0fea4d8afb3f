"""How far two files hold the same speech: paragraphs and headings that are the same, of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain

from loaders.structure.outline import LoadedFile


def likeness(wanted: LoadedFile, found: LoadedFile) -> float:
    """The share of headings with their levels and of paragraphs with their paths that both have, in order."""
    a, b = list(pieces(wanted)), list(pieces(found))
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def differences(wanted: LoadedFile, found: LoadedFile) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    a, b = list(pieces(wanted)), list(pieces(found))
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield a[i:j], b[k:m]


def pieces(file: LoadedFile) -> Iterator[str]:
    """Each heading and each paragraph as a line, white space aside."""
    for speech in file.speeches:
        yield f"{speech.metadata.title} {speech.metadata.date}"
        headings = ((h.start, f"{h.level} {squashed(h.text)}") for h in speech.headings)
        paragraphs = (
            (p.start, " › ".join([*(squashed(h.text) for h in p.path), squashed(file.text[p.start : p.end])]))
            for p in speech.paragraphs
        )
        yield from (line for _, line in sorted(chain(headings, paragraphs)))


def squashed(text: str) -> str:
    return "".join(text.split())
