"""Page numbers and rules between pages."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.lazy_pattern import lazy_pattern

_PAGE = lazy_pattern(
    r"[-—–－~·]{1,3}\s*\d{1,4}\s*[-—–－~·]{1,3}|第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|[Pp]age \d+(?: of \d+)?|"
    r"[-—–_=*·.\s]{3,}"
)
_SENTENCE = 20


def page_numbers(lines: Sequence[str], numbered: Sequence[bool]) -> frozenset[int]:
    """The numbers of the lines that are page numbers.

    A bare figure is one where running text stands above and below it: one among short lines is the cell of a table.
    Arguments: the lines; which of them an item begins.
    """
    numbers = {i for i, words in enumerate(lines) if len(words) <= 24 and _PAGE.fullmatch(words)}
    numbers |= {
        i
        for i, words in enumerate(lines)
        if len(words) <= 3 and words.isdecimal() and _between_text(lines, numbered, i)
    }
    return frozenset(numbers)


def _between_text(lines: Sequence[str], numbered: Sequence[bool], index: int) -> bool:
    neighbours = [i for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    return bool(neighbours) and all(
        len(lines[i]) >= _SENTENCE or lines[i][-1] in "。；！？：;!?:" or numbered[i] for i in neighbours
    )
