"""Printed text without its stray white space, and the way back to where it stood.

Scraped files print “20xx 年底前”, “3 至5 年” and full-width digits; rules read the squeezed copy, citations the
original.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.numerals import half_width


@dataclass(frozen=True, slots=True)
class Printed:
    """Squeezed text with ASCII digits; `origin` holds the offset of each of its characters in the source."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source from which a stretch of the squeezed text came, both in characters."""
        return self.origin[start], self.origin[end - 1] + 1


def squeeze(source: str, offset: int = 0) -> Printed:
    """The text without white space; `offset` is added to every origin."""
    kept = tuple(at for at, sign in enumerate(source) if not sign.isspace())
    text = half_width("".join(source[at] for at in kept))
    return Printed(text, tuple(at + offset for at in kept))
