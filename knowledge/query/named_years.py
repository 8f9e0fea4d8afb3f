"""The years that a question names: 2029年, 24年底; 去年 and 上一年, counted from today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.lazy_pattern import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)20\d\d(?!\d)")
# 24年, 25年底 for 2024年; 干满25年, 25年内 and 20年前 are lengths.
_SHORT = lazy_pattern(
    r"(?:^|(?<=[省市县区州到在和与跟比,，的]))(1[5-9]|2\d)年(?=[底末初的度各全]|前(?:半年|[一二三四\d]+个?(?:季度|月))|$|[^\d内以来前后期左间多])"
)
YEARS = {
    "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "上1年": -1, "前一年": -1, "前1年": -1, "今年": 0, "本年": 0,
    "明年": 1, "来年": 1, "后年": 2,
}  # fmt: skip
"""Words for a year, and how many years it is after the present one."""
# What has only the characters of such a word.
_ALIKE = lazy_pattern(
    "[以目之当]前[一1]?年|以上年|上年[纪龄]|[基成资]本年|如今年|[透说证]明年|[年以]来年|[今以之年]后年"
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
        yield from (today.year + count for count in relative_years(text))


def relative_years(text: str) -> set[int]:
    """The years that the words of a text mean, as how many they are after the one that they are counted from."""
    text = _ALIKE.sub(" ", text)
    return {count for words, count in YEARS.items() if words in text}
