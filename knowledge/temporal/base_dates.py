"""The dates that relative times count from: the printed date, and the year that a document or section is for.

今年, 明年 and lengths count from the printed date; a time without a year is of the plan's year (2027年工作要点,
signed in November 2026), which the title or the nearest heading names; in what organises the work (by when the plan
is drawn up, or reported) it is the next such day after printing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.temporal import calendar as cal
from knowledge.temporal.holidays import Holidays, built_in
from loaders.lazy_pattern import lazy_pattern
from loaders.metadata.metadata import PartialDate
from loaders.structure.outline import Heading

YEAR_IN_TITLE = lazy_pattern(r"(?<![0-9])20[0-9]{2}(?![0-9])")
YEARS_OF_A_PLAN = lazy_pattern(r"(?<![0-9])(20[0-9]{2})年?[-—–~～至到]{1,2}20[0-9]{2}(?![0-9])")
# 一、2027年重点任务, but not 2027年底前…, which is when something is due.
YEAR_OF_HEADING = lazy_pattern(
    r"(?<![到至比较从自0-9—-])(20[0-9]{2})年度?(?![底末初前内起至到—月第0-9上下春夏秋冬以之“])"
)
# 总结评估阶段（2027年11月—12月）
PHASE = lazy_pattern("阶段[（(]([^）)]{4,30})[）)]")
FROM_THE_YEAR_BEFORE = lazy_pattern(r"明\s*年(?!年)")
ORGANISING_HEADING = lazy_pattern(
    r"(?:工作|有关|相关|几点|组织|具体)要求|组织(?:实施|领导|保障|推进)|保障措施|(?:工作|实施|落实)?(?:保障|步骤)$|任务落实|报送|督[导查]"
)
# By when something is reported, or the plan for doing it is drawn up.
ORGANISES = lazy_pattern(
    r"(?:报送|上报|报[市县区省]|报备|备案|填报|报告).{0,20}|(?:制定|制订|细化|印发|转发|拟定|明确|确定|出台|起草).{0,20}(?:方案|细则|计划|措施|分工|台账|清单|名单|联络|领导|人员)"
    r"|细化分工|动员部署|(?:成立|组建).{0,10}(?:专班|小组)"
)
WHOLE_YEAR = lazy_pattern("总结|全年|年度|完成情况|进展|落实情况|考[核评]|评估|验收|自评")


@dataclass(frozen=True, slots=True)
class BaseDate(PartialDate):
    """The printed date, with the year that the document or section is for.

    `plan_year` is the year of a time that prints none, None for the printed one. `writes_ahead`: 今年 is the year of
    the plan, as nothing in it calls that year 明年. `organising`: a time without a year is the next such day.
    """

    plan_year: int | None = None
    writes_ahead: bool = False
    organising: bool = False
    holidays: Holidays = frozenset()


def document_base(
    title: str, date: PartialDate | None, text: str, holidays: Holidays | None = None
) -> BaseDate | None:
    """The date that the relative times of a document count from, None where it is not known.

    Arguments: its title, the printed date, its text, the public holidays (the built-in ones for None). A title that
    names the year after the printed one, alone or as the first of several, is of a plan for that year. Such a plan
    is written as of its own year unless it calls that year 明年.
    """
    if date is None:
        return None
    off = built_in() if holidays is None else holidays
    year = _plan_year(title)
    if year != date.year + 1:
        return BaseDate(date.year, date.month, date.day, holidays=off)
    ahead = not FROM_THE_YEAR_BEFORE.search(text)
    return BaseDate(date.year, date.month, date.day, plan_year=year, writes_ahead=ahead, holidays=off)


def section_base(
    base: PartialDate | None, path: Sequence[Heading], opening: str, sentence: str
) -> BaseDate | None:
    """The date that the times of a sentence count from.

    Arguments: the document's; the headings above the sentence; the words that open its paragraph; its own words.
    """
    if base is None:
        return None
    if not isinstance(base, BaseDate):
        base = BaseDate(base.year, base.month, base.day)
    phase = PHASE.search("".join((path[-1].text if path else "").split()) + opening)
    years = {int(year) for year in YEAR_IN_TITLE.findall(phase[1])} if phase else set()
    named = years.pop() if len(years) == 1 else next(_named_years(path), None)
    if named and named >= base.year:
        base = replace(base, plan_year=named)
    return replace(base, organising=True) if _organises(base, path, sentence) else base


def _plan_year(title: str) -> int | None:
    if span := YEARS_OF_A_PLAN.search(title):
        return int(span[1])
    years = {int(year) for year in YEAR_IN_TITLE.findall(title)}
    return years.pop() if len(years) == 1 else None


def _named_years(path: Sequence[Heading]) -> Iterator[int]:
    """The years that headings are for, the innermost first; a heading with several names none."""
    for heading in reversed(path):
        years = set(YEAR_OF_HEADING.findall("".join(heading.text.split())))
        if len(years) == 1:
            yield int(years.pop())


def _organises(base: BaseDate, path: Sequence[Heading], sentence: str) -> bool:
    """Whether a sentence is about organising the work: in such a section, or under no heading at all.

    A report on the whole of a later year is of that year's end.
    """
    apart = not path or any(ORGANISING_HEADING.search(heading.text) for heading in path[-2:])
    if not apart or not ORGANISES.search(sentence):
        return False
    return bare_year(base) == base.year or not WHOLE_YEAR.search(sentence)


def bare_year(base: PartialDate) -> int:
    """The year of a time that prints none: 年底, 6月底前."""
    return base.plan_year if isinstance(base, BaseDate) and base.plan_year else base.year


def this_year(base: PartialDate) -> int:
    """The year that 今年 means."""
    return bare_year(base) if isinstance(base, BaseDate) and base.writes_ahead else base.year


def holidays_of(base: PartialDate | None) -> Holidays:
    """The public holidays that a date counts working days by."""
    return base.holidays if isinstance(base, BaseDate) and base.holidays else built_in()


def whole_day(base: PartialDate | None) -> dt.date | None:
    """The base date, None where its month or day is not known."""
    if base is None or base.month is None or base.day is None:
        return None
    return cal.day_period(base.year, base.month, base.day).start


def first_day(base: PartialDate) -> dt.date:
    """The base date, or the first day that it may be."""
    return cal.day_period(base.year, base.month or 1, base.day or 1).start or dt.date(
        base.year, base.month or 1, 1
    )
