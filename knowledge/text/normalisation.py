"""Printed text without its stray white space and thousands separators, and the way back to where it stood.

Scraped files print “20xx 年底前”, “3 至5 年” and full-width digits; rules read the squeezed copy, citations the
original.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.numerals import half_width
from loaders.lazy_pattern import lazy_pattern

# 1,200 is one figure, not the end of a clause.
SEPARATOR = lazy_pattern("(?<=[0-9０-９]),(?=[0-9０-９]{3}(?![0-9０-９]))")


# Half-width marks of a Chinese text; not 1,200, 1:1.3, 3.5, AB, C or a web address.
HALF_WIDTH_MARK = lazy_pattern(r"(?<=[\u3400-\u9fff）)”》%0-9])([,;!?]|:(?!/)|\.(?![0-9A-Za-z]))")
FULL_WIDTH = str.maketrans(",;:!?.", "，；：！？。")
_HALF_WIDTH = lazy_pattern("[,;:!?.]")
# Most sentences have neither of these: they are taken as they stand.
_DROPPED = lazy_pattern(r"[\s,]")
# 3.防治职业病: the stop after a number that opens the text.
NUMBERED = lazy_pattern(r"[0-9]{1,3}$")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """Squeezed text with ASCII digits and full-width marks; `origin` holds the offset of each of its characters in the source."""

    text: str
    origin: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source from which a stretch of the squeezed text came, both in characters."""
        return self.origin[start], self.origin[end - 1] + 1


def squeeze(source: str, offset: int = 0) -> NormalisedText:
    """The text without white space and thousands separators; `offset` is added to every origin."""
    if not _DROPPED.search(source):
        return NormalisedText(one_form(source), range(offset, offset + len(source)))
    dropped = {match.start() for match in SEPARATOR.finditer(source)}
    places = tuple(at for at, sign in enumerate(source) if not sign.isspace() and at not in dropped)
    text = one_form("".join(source[at] for at in places))
    return NormalisedText(text, tuple(at + offset for at in places))


def one_form(text: str) -> str:
    """Digits in ASCII and marks in full width, one character for one."""
    text = half_width(text)
    return HALF_WIDTH_MARK.sub(_full_width, text) if _HALF_WIDTH.search(text) else text


def _full_width(match: re.Match[str]) -> str:
    sign, text, at = match[0], match.string, match.start()
    before, after = text[max(0, at - 3) : at], text[at + 1 : at + 2]
    numbers = sign == "." and len(before) == at and NUMBERED.fullmatch(before)
    if sign in ".:,;" and before[-1:].isdigit() and (after.isdigit() or numbers):
        return sign
    return sign.translate(FULL_WIDTH)
