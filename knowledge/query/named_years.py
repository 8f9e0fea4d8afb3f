"""The years that a question names: 2029年, 24年底; 去年 and 上一年, counted from today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lazy_pattern import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)20\d\d(?!\d)")
# 24年, 25年底 for 2024年; 干满25年 and 25年内 are lengths.
_SHORT = lazy_pattern(
    r"(?:^|(?<=[省市县区州到在和与跟比,，的]))([12]\d)年(?=[底末初的度前各全]|$|[^\d内以来后期左间多])"
)
_RELATIVE = (
    (lazy_pattern("前年"), -2),
    (lazy_pattern("去年|上一?年(?!纪|龄)|前一年"), -1),
    (lazy_pattern("今年|本年"), 0),
    (lazy_pattern("明年"), 1),
    (lazy_pattern("后年"), 2),
)


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A year that a question names, and where it stands."""

    number: int
    start: int
    end: int

    @property
    def name(self) -> str:
        """The year in digits."""
        return str(self.number)


def printed_years(text: str) -> list[NamedYear]:
    """The years that a normalised text names in digits, in its order."""
    named = [NamedYear(int(match[0]), match.start(), match.end()) for match in _YEAR.finditer(text)]
    named += [NamedYear(2000 + int(m[1]), m.start(), m.end()) for m in _SHORT.finditer(text)]
    return sorted(named, key=lambda year: year.start)


def years_named(text: str, today: dt.date | None) -> Iterator[int]:
    """The years of a normalised question, those in words counted from a day, without which they name none."""
    yield from (year.number for year in printed_years(text))
    if today:
        yield from (today.year + count for words, count in _RELATIVE if words.search(text))
