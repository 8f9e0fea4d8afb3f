"""Footnotes: what stands in smaller type at the foot of a page, under a number, is none of its running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from loaders.formats.pages.layout.paragraphs import Printed
from loaders.formats.pages.layout.table import Table
from loaders.lazy_pattern import lazy_pattern

_SMALLER = 0.9  # of the size of the body
_LOWER, _FOOT = 0.5, 0.75  # of the height
_LABEL = lazy_pattern(r"\s*(?:\d{1,2}(?!\d)|[①-⑳]|\[\d{1,2}\]|[*＊※])[.、．]?\s?\S")

Item = Printed | Table


def without_footnotes(pages: Sequence[Sequence[Item]]) -> tuple[list[Item], list[Printed]]:
    """The running text and tables of pages, and the lines of their footnotes.

    Small lines that end a page are footnotes when they stand in its lower half, down to its foot, the first of them
    begins with a number or a sign, and running text stands above them.
    """
    sizes = Counter[float]()
    for item in (item for page in pages for item in page if isinstance(item, Printed)):
        sizes[round(item.segment.em, 1)] += len(item.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    text: list[Item] = []
    notes: list[Printed] = []
    for page in pages:
        foot = _foot(page, body)
        text += page[:foot]
        notes += [item for item in page[foot:] if isinstance(item, Printed)]
    return text, notes


def _foot(page: Sequence[Item], body: float) -> int:
    """Where the footnotes of a page begin among its lines; their number where there are none."""
    notes = list(takewhile(lambda item: _is_small(item, body), reversed(page)))
    start = len(page) - len(notes)
    under = start > 0 and isinstance(page[start - 1], Printed)
    return start if under and notes and _are_notes(notes[-1], notes[0]) else len(page)


def _is_small(item: Item, body: float) -> bool:
    return isinstance(item, Printed) and item.segment.em < _SMALLER * body


def _are_notes(first: Item, last: Item) -> bool:
    """Whether small lines, of which the first and the last are given, are at the foot of the page and have a label."""
    if isinstance(first, Table) or isinstance(last, Table):
        return False
    (_, height), _ = first.area
    low = first.segment.top > _LOWER * height and last.segment.bottom > _FOOT * height
    return low and _LABEL.match(first.text) is not None
