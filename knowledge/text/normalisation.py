"""Printed text without its stray white space and thousands separators, and the way back to where it stood.

Scraped files print “20xx 年底前”, “3 至5 年” and full-width digits; rules read the squeezed copy, citations the
original.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.text.numerals import half_width

# 1,200 is one figure, not the end of a clause.
SEPARATOR = re.compile("(?<=[0-9０-９]),(?=[0-9０-９]{3}(?![0-9０-９]))")


FIGURE_WITH_SEPARATORS = re.compile("(?<![0-9])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
LONG_FIGURE = re.compile("(?<![0-9.])[0-9]{4,}")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """Squeezed text with ASCII digits; `origin` holds the offset of each of its characters in the source."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source from which a stretch of the squeezed text came, both in characters."""
        return self.origin[start], self.origin[end - 1] + 1


def squeeze(source: str, offset: int = 0) -> NormalisedText:
    """The text without white space and thousands separators; `offset` is added to every origin."""
    dropped = {match.start() for match in SEPARATOR.finditer(source)}
    if not dropped and source.split() == [source]:
        return NormalisedText(half_width(source), tuple(range(offset, offset + len(source))))
    kept = tuple(at for at, sign in enumerate(source) if not sign.isspace() and at not in dropped)
    text = half_width("".join(source[at] for at in kept))
    return NormalisedText(text, tuple(at + offset for at in kept))


def separated_figures(source: str) -> dict[str, str]:
    """The figures that a source prints with thousands separators, by their digits."""
    return {match[0].replace(",", ""): match[0] for match in FIGURE_WITH_SEPARATORS.finditer(source)}


def with_separators(words: str, printed: Mapping[str, str]) -> str:
    """Squeezed words with the thousands separators that their figures have in print (see `separated_figures`)."""
    return LONG_FIGURE.sub(lambda match: printed.get(match[0], match[0]), words)
