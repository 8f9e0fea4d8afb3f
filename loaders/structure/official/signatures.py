"""Where a document ends: its signature, and the imprint below it (GB/T 9704-2012, 7.3.5 and 7.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.metadata.metadata import PartialDate
from loaders.structure.official.bodies import bodies_named
from loaders.structure.official.elements import Element, element_of
from loaders.structure.official.written_dates import bodies_before_date, date_of_line

_LONGEST = 60
_MOST_BODIES = 8
_REACH = 16
_MOST_COPIES = 4  # lines that the list of those who get copies may run over


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines of a signature by their numbers, the end exclusive; who signs, none where only a date stands; when."""

    first: int
    end: int
    bodies: tuple[str, ...]
    date: PartialDate


def signature_at(lines: Sequence[str], last: int) -> Signature | None:
    """The signature whose date stands in a line, with the names of the bodies above it."""
    words = lines[last]
    date = date_of_line(words) if len(words) <= _LONGEST and words[-1] not in ")）" else None
    if date is None or date.month is None or element_of(words) is not Element.DATE:
        return None
    bodies = list(bodies_before_date(words))
    first = last
    while first > 0 and last - first < _MOST_BODIES and not bodies_before_date(words):
        above = bodies_named(lines[first - 1]) if len(lines[first - 1]) <= _LONGEST else ()
        if not above:
            break
        bodies = [*above, *bodies]
        first -= 1
    return Signature(first, last + 1, tuple(bodies), date)


def closing_signature(lines: Sequence[str]) -> Signature | None:
    """The signature that closes a document: the last date among its last lines, of which none is running text.

    A date under which no body stands counts in the last three lines alone.
    """
    for last in range(len(lines) - 1, max(0, len(lines) - 1 - _REACH), -1):
        signature = signature_at(lines, last)
        if signature and (signature.bodies or last >= len(lines) - 3):
            return signature
        if len(lines[last]) > _LONGEST and element_of(lines[last]) is not Element.IMPRINT:
            return None
    return None


def imprint_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines at the end that say to whom copies go, who printed it and when (7.4)."""
    numbers: list[int] = []
    for i in range(len(lines) - 1, max(-1, len(lines) - 1 - _REACH), -1):
        if _is_imprint(lines, i, numbers):
            # What stands between the copies, which may run over several lines, and the next line belongs to them.
            goes_on = bool(numbers) and lines[i][-1] not in "。" and numbers[-1] - i <= _MOST_COPIES
            numbers += range(numbers[-1] - 1, i, -1) if goes_on else ()
            numbers.append(i)
        elif len(lines[i]) > _LONGEST:
            break
    return frozenset(numbers)


def _is_imprint(lines: Sequence[str], index: int, below: Sequence[int]) -> bool:
    """Whether a line is of the imprint, or the name of the body above 2027年2月20日印发."""
    words = lines[index]
    if element_of(words) is Element.IMPRINT:
        return True
    printed = index + 1 in below and lines[index + 1].strip().startswith(("20", "二"))
    return printed and bool(bodies_named(words))
