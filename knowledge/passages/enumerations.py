"""An enumeration: a lead-in that ends with a colon, and its points, numbered, in paragraphs of their own below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lazy_pattern import lazy_pattern
from loaders.structure.headings import Marker, Style, marker_at, one_form

_LEAD_IN = lazy_pattern(r"[：:]\s*\n\s*")  # the end of a lead-in, and the white space before what follows
_LINE = lazy_pattern(r"^\s*", re.MULTILINE)
_OUTER = (
    Style.ARTICLE
)  # it and what stands above it (第八条, 第二章, headings) divide a text, and number no points


@dataclass(frozen=True, slots=True)
class Enumeration:
    """An enumeration as it stands in a text: where its lead-in ends, the marks of its points one after the other."""

    lead_in: int
    points: tuple[Marker, ...]

    @property
    def last(self) -> Marker:
        """The mark of its last point in the text."""
        return self.points[-1]


def enumeration_in(text: str) -> Enumeration | None:
    """The enumeration that begins in a text, None where no lead-in stands above a first point."""
    if _LEAD_IN.search(text) is None:
        return None
    form = one_form(text)
    for match in _LEAD_IN.finditer(text):
        first = marker_at(form, match.end())
        if first and first.number == 1 and is_of_points(first):
            return Enumeration(match.start() + 1, (first, *_following(form, first)))
    return None


def point_at_head(text: str) -> Marker | None:
    """The mark with which a text begins, of whatever style."""
    form = one_form(text)
    return marker_at(form, len(text) - len(text.lstrip()))


def next_points(text: str, after: Marker) -> tuple[Marker, ...]:
    """The marks of the points in a text that go on with an enumeration."""
    return tuple(_following(one_form(text), Marker(-1, -1, after.style, after.number)))


def is_of_points(marker: Marker) -> bool:
    """Whether a mark numbers points rather than the parts of a document."""
    return marker.style > _OUTER


def _following(form: str, previous: Marker) -> Iterator[Marker]:
    """The marks of a style at the heads of lines that count on from one."""
    for line in _LINE.finditer(form):
        marker = marker_at(form, line.end()) if line.end() > previous.start else None
        if marker and marker.style == previous.style and marker.number == previous.number + 1:
            previous = marker
            yield marker
