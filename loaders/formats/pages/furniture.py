"""What is printed on every page and belongs to none: running headers and footers, page numbers, watermarks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

_EDGE = 0.12  # of the height: where headers and footers stand
_SAME_PLACE = 0.01  # of the height
_PAGE_NUMBER = re.compile(
    r"[-—–―－·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxlcIVXLC]{1,6}|[一二三四五六七八九十]{1,3})(?:\s*页)?"
    r"(?:\s*[,，/]?\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–―－·•\s]*|Page\s*\d+(?:\s*of\s*\d+)?"
)
_LONGEST_PAGE_NUMBER = 60  # characters, with the dashes around it
_DIGITS = re.compile(r"\d+")


class Placed(Protocol):
    """A printed line with its place on the page."""

    @property
    def text(self) -> str:
        """What is printed."""

    @property
    def top(self) -> float:
        """Where it begins, from the top of the page."""

    @property
    def bottom(self) -> float:
        """Where it ends."""


Line = TypeVar("Line", bound=Placed)


def without_furniture(pages: Sequence[tuple[float, list[Line]]]) -> list[list[Line]]:
    """The lines of pages without what is furniture.

    Arguments: the height and the lines of each page. A line is furniture when it stands at the edge of the page and
    is a page number or recurs (digits aside) on half of the pages at the same height; or when it recurs at the same
    height on most of at least three pages, wherever it stands.
    """
    recurring = Counter(key for height, lines in pages for key in {_key(height, line) for line in lines})
    return [list(_kept(height, lines, recurring, len(pages))) for height, lines in pages]


def _kept(
    height: float, lines: Sequence[Line], recurring: Counter[tuple[str, int]], pages: int
) -> Iterator[Line]:
    for line in lines:
        count = _times(recurring, _key(height, line))
        if _at_edge(height, line):
            furniture = _is_page_number(line.text) or count >= max(2, pages / 2)
        else:
            furniture = count >= max(3, 0.6 * pages)
        if not furniture:
            yield line


def _is_page_number(words: str) -> bool:
    return len(words) <= _LONGEST_PAGE_NUMBER and bool(_PAGE_NUMBER.fullmatch(words))


def _key(height: float, line: Placed) -> tuple[str, int]:
    return _DIGITS.sub("#", "".join(line.text.split())), round(line.top / (height * _SAME_PLACE))


def _times(recurring: Counter[tuple[str, int]], key: tuple[str, int]) -> int:
    """On how many pages a line stands at a height, or a hair above or below it."""
    text, place = key
    return sum(recurring[text, near] for near in (place - 1, place, place + 1))


def _at_edge(height: float, line: Placed) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height
