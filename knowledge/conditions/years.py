"""The years and five-year periods that a question names: 2029年, 24年底, “十五五”; an answer must be of each.

A row of a table is of the years that its columns name. Any other passage is of the years that it names, that its dates fall due in, that its document is of or plans for, and that its
relative times mean (去年 in a speech of 2026 is 2025). 去年 and 今年 in a question are no condition: people say them as
the document says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from knowledge.conditions.condition import Condition, Evidence, sides
from knowledge.query.named_years import printed_years, relative_years
from loaders.lazy_pattern import lazy_pattern

_YEAR = lazy_pattern(r"(?<!\d)20\d\d(?!\d)")
_TITLE = lazy_pattern(r"《[^》]*》")
_RANGE = lazy_pattern(r"(20\d\d)年?[-—–~～至到]{1,2}(20\d\d)(?!\d)")
_PERIOD = lazy_pattern(r"“?十([二三四五六])五”?(?!年)")
_FIRST_PERIOD = 2011  # that of 十二五
_OWN_YEAR = lazy_pattern("年内|全年")


def conditions_on_years(text: str) -> Iterator[Condition]:
    """The conditions of a normalised question; a range of years, as titles have it, is none.

    Years with 和, 比 or the like before the second are sides of a comparison.
    """
    text = _RANGE.sub(" ", text)
    named = printed_years(text)
    compared = sides(text, named)
    for year in named:
        yield Condition("year", f"{year.number}年", partial(_is_of, year.number), side=year in compared)
    for match in _PERIOD.finditer(text):
        yield Condition("year", match[0], partial(_is_of_period, match[0].strip("“”")))


def _is_of(year: int, evidence: Evidence) -> bool:
    """Whether a passage tells of a year."""
    if evidence.columns:
        return year in evidence.columns
    own = evidence.document.year
    if own == year or year in evidence.years or _names(year, evidence.text):
        return True
    if own is None:
        return not _YEAR.search(evidence.text)
    if _covers(year, evidence.about) or (evidence.reports and year == own - 1):
        return True
    return any(year in _meant(base, evidence.text) for base in _bases(evidence))


def _is_of_period(period: str, evidence: Evidence) -> bool:
    """Whether a passage tells of a five-year period: by its name, or as it falls due or its document stands in it."""
    years = _years_of(period)
    return (
        period in evidence.text
        or bool(evidence.years.intersection(years))
        or (evidence.document.year in years and not _PERIOD.search(evidence.text))
    )


def _names(year: int, text: str) -> bool:
    """Whether a text names a year: as it is, within a range, or as the end of a period (“十五五”末).

    A year in the title of another document (《…（2026—2030年）》), or in a name (健康中国2030), tells nothing of when.
    """
    text = _TITLE.sub("", text)
    if (str(year) in text and _stands_in(year, text)) or _covers(year, text):
        return True
    return any(year == _years_of(f"十{match[1]}五")[-1] for match in _PERIOD.finditer(text))


def _stands_in(year: int, text: str) -> bool:
    named = rf"(?<!\d){year}(?=年|[-/.]\d|[—–~～至到、])|(?<![\d\u4e00-\u9fff]){year}(?!\d)"
    return re.search(named, text) is not None


def _covers(year: int, text: str) -> bool:
    """Whether a range of years in a text holds a year: 三年行动计划（2026—2028年）."""
    return any(int(first) <= year <= int(last) for first, last in _RANGE.findall(text))


def _years_of(period: str) -> range:
    """The years of 十五五: 2026 to 2030."""
    first = _FIRST_PERIOD + 5 * ("二三四五六".index(period[1]))
    return range(first, first + 5)


def _bases(evidence: Evidence) -> set[int]:
    """The years that the relative times of a document may count from: its own, and that of its signature."""
    signed = evidence.document.signed
    return {year for year in (evidence.document.year, int(signed[:4]) if signed else None) if year}


def _meant(base: int, text: str) -> set[int]:
    """The years that the relative times of a text mean."""
    counts = (
        relative_years(text) | ({0} if _OWN_YEAR.search(text) else set()) | ({1} if "次年" in text else set())
    )
    return {base + count for count in counts}
