"""The year that a plan is for, where it is signed in the year before: 2027年工作要点, signed in November 2026."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.metadata.metadata import PartialDate

YEAR_IN_TITLE = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
# 总结评估阶段（2027年11月—12月）
PHASE = re.compile("阶段[（(]([^）)]{4,30})[）)]")
FROM_THE_YEAR_BEFORE = re.compile(r"明\s*年(?!年)")


@dataclass(frozen=True, slots=True)
class PlanDate(PartialDate):
    """The date of a plan for the year after it.

    Months without a year, 年底, 上半年 and 全年 are of `plan_year`; weeks, feasts and lengths (三年内) count from
    the date itself. `this_year` is what 今年 means in it.
    """

    plan_year: int = 0
    this_year: int = 0


def reading_date(title: str, date: PartialDate | None, text: str) -> PartialDate | None:
    """The date that the relative times of a document count from.

    It is the document's own date, unless its title names the year after that one alone. Such a plan is written
    as of its own year (今年 and 年底 are of 2027) unless it calls that year 明年: then 今年 is still the year in
    which it was signed, while months without a year stay those of the plan.
    """
    years = {int(year) for year in YEAR_IN_TITLE.findall(title)}
    if date is None or years != {date.year + 1}:
        return date
    this_year = date.year if FROM_THE_YEAR_BEFORE.search(text) else date.year + 1
    return PlanDate(date.year, date.month, date.day, plan_year=date.year + 1, this_year=this_year)


def phase_date(head: str, date: PartialDate | None) -> PartialDate | None:
    """The date that times count from under the head of a phase: months without a year are of the year it names."""
    phase = PHASE.search(head)
    years = {int(year) for year in YEAR_IN_TITLE.findall(phase[1])} if phase else set()
    if date is None or len(years) != 1:
        return date
    return PlanDate(date.year, date.month, date.day, plan_year=years.pop(), this_year=this_year(date))


def bare_year(base: PartialDate) -> int:
    """The year of a time that prints none: 年底, 6月底前."""
    return base.plan_year if isinstance(base, PlanDate) else base.year


def this_year(base: PartialDate) -> int:
    """The year that 今年 means."""
    return base.this_year if isinstance(base, PlanDate) else base.year
