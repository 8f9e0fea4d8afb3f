"""Questions that go through the years of the documents: 近三年的签约率, 历年…, and the newest of them: 最新的签约率."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from knowledge.documents import Document
from knowledge.query.followups import place_pattern
from knowledge.text.numerals import find_numbers
from loaders.lazy_pattern import lazy_pattern

_SERIES = lazy_pattern(
    r"(?:(?:最近|近|过去|前|这)的?(?P<count>[两二三四五六七八九十]|[2-9])个?年(?:来|以来|间|里)?|(?P<all>历年来?|逐年|各年度?|每年分别)|(?:这|近)几年来?|近年来?)的?"
)
_ASKS_VALUE = lazy_pattern(r"多少|几|怎么变|变化|分别|目标|指标|趋势|情况|是什么|怎么样|^[^，。？?]{2,14}$")
_NEWEST = lazy_pattern(
    r"(?:现在|目前)?(?:最新(?:的?一?[版次期份个年]|年度|版本|印发|出台|下发)?|最近(?:的?一[版次期份个年]|印发|出台|下发))的?(?:(?:文件|要点|计划|方案|规定|讲话)(?:里|中|规定|要求)?的?)?"
)
_SMALL = lazy_pattern(r"^[的，,、\s]+|[的，,、\s]+$|分别|各(?=是|为)|(?:有)?(?:什么|怎么|哪些)变化")
_SOME = 3  # years that 近几年 means at least


@dataclass(frozen=True, slots=True)
class YearSeries:
    """A question for several years: its matter without them, the place as documents name it (empty: none is named), how
    many years back it goes; `newest`: it asks for the newest alone; `count` is None where it asks for all."""

    matter: str
    place: str
    count: int | None
    newest: bool = False

    def question(self, year: int, place: str) -> str:
        """The question for one year."""
        return f"{place}{year}年{self.matter}"

    def years(self, documents: Iterable[Document], place: str | None, today: int | None) -> list[int]:
        """The years of the documents of a place (None: of any) that it goes through, newest first."""
        years = sorted({d.year for d in documents if d.year and place in (None, d.place)}, reverse=True)
        last = min(years[0], today or years[0]) if years else 0
        return [year for year in years if self.count is None or year > last - self.count]


def year_series(question: str, places: Collection[str]) -> YearSeries | None:
    """The series of years that a question asks for, None where it asks for none.

    Arguments: the question; the places of documents.
    """
    newest = _NEWEST.search(question)
    match = newest or (_SERIES.search(question) if _ASKS_VALUE.search(question) else None)
    if match is None:
        return None
    rest = question[: match.start()] + question[match.end() :]
    pattern = place_pattern(places)
    named = pattern.search(rest) if pattern else None
    matter = _SMALL.sub("", rest.replace(named[0], "") if named else rest)
    place = max((name for name in places if named and named[0].startswith(name)), key=len, default="")
    if len(matter.rstrip("？?。")) < 2:
        return None
    everything = newest is not None or match["all"] is not None
    return YearSeries(matter, place, None if everything else _count(match["count"]), newest is not None)


def _count(words: str | None) -> int:
    """How many years some words mean: 三, 3; those of 近几年 where none are counted."""
    return int(find_numbers(words.replace("两", "二"))[0].value) if words else _SOME
