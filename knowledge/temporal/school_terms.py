"""School terms and holidays: the days that they have by convention, where there is one.

Schools fix their calendars each for itself; what is common to them is told here: the autumn term begins on 1 September
(Ministry of Education, 中小学校学年, since 1980s), the winter holiday is in the second half of January, the summer
holiday from July to the end of August. The spring term has no common first day, so none is made up.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from knowledge.temporal.base_dates import BaseDate, bare_year, first_day
from knowledge.temporal.calendar import UNRESOLVED, Explanation, Period, month_end
from knowledge.temporal.time_points import RELATIVE_YEARS, Base, Groups, ResolvedTime, is_blank, number_in


@dataclass(frozen=True, slots=True)
class Term:
    """A term or holiday: first and last day as month and day, the first None where there is no convention.

    `over_new_year`: it ends in the year after the one in which it begins.
    """

    name: Explanation
    first: tuple[int, int] | None
    last: tuple[int, int]
    over_new_year: bool = False

    def in_year(self, year: int) -> tuple[dt.date | None, dt.date]:
        """Its first and last day, for the year in which it begins."""
        last_year = year + self.over_new_year
        last = month_end(last_year, 2) if self.last == (2, 29) else dt.date(last_year, *self.last)
        return (dt.date(year, *self.first) if self.first else None), last


AUTUMN = Term("autumn_term", (9, 1), (1, 20), over_new_year=True)
WINTER = Term("winter_holiday", (1, 21), (2, 29))
SPRING = Term("spring_term", None, (7, 10))
SUMMER = Term("summer_holiday", (7, 11), (8, 31))
TERMS = {"秋": AUTUMN, "寒": WINTER, "春": SPRING, "暑": SUMMER}
TERM_NAMES = frozenset(term.name for term in TERMS.values())
# Months in which a school opens next in September, and those that lie in the spring term.
BEFORE_AUTUMN, IN_SPRING = range(4, 9), range(2, 8)


def read_term(groups: Groups, base: Base) -> ResolvedTime | None:
    """秋季学期, 寒假, 本学期末, 开学前: the whole of it, its beginning (开学), or its end (结束, 末)."""
    term = _term(groups, base)
    if term is None:
        return ResolvedTime(UNRESOLVED, "event")
    part = groups["term_part"] or ""
    if is_blank(groups["year"]) or (base is None and groups["year"] in (None, *RELATIVE_YEARS)):
        return ResolvedTime(UNRESOLVED, "in", blank=is_blank(groups["year"]))
    opens = part.startswith("开学") or groups["term"] == "开学"
    present = (groups["term"] or "").startswith("本")
    first, last = term.in_year(_present(term, base) if present else _year(groups["year"], term, base, opens))
    if opens:
        return ResolvedTime(_day(first), "in", strict=True, explanation=term.name if first else "")
    if part:
        return ResolvedTime(Period(None, last, "term"), "by", explanation=term.name)
    return ResolvedTime(Period(first, last, "term"), "in", explanation=term.name)


def before_term(reading: ResolvedTime) -> Period:
    """The last day before a term or holiday; unresolved where its first day has no convention."""
    first = reading.period.start
    if reading.explanation == "spring_term" or first is None:
        return UNRESOLVED
    return Period(None, first - dt.timedelta(days=1), "term")


def _term(groups: Groups, base: Base) -> Term | None:
    """The term that is meant; None where 开学 or 本学期 could be either."""
    name = groups["term"] or ""
    if name[0] in TERMS:
        return TERMS[name[0]]
    if base is None or base.month is None:
        return None
    if name == "开学" or name.startswith("新"):
        return AUTUMN if base.month in BEFORE_AUTUMN else None
    return SPRING if base.month in IN_SPRING else AUTUMN


def _day(day: dt.date | None) -> Period:
    return Period(day, day, "term") if day else UNRESOLVED


def _present(term: Term, base: Base) -> int:
    """The year in which the term began in which a document was printed."""
    assert base is not None and base.month is not None
    return base.year - (term.over_new_year and base.month == 1)


def _year(printed: str | None, term: Term, base: Base, opens: bool) -> int:
    """The year in which a term begins: the printed one, else the first from the base date in which it is not over."""
    if printed and printed not in RELATIVE_YEARS:
        return number_in(printed) or 0
    assert base is not None
    if printed:
        return base.year + RELATIVE_YEARS[printed]
    year = bare_year(base)
    first, last = term.in_year(year)
    decisive = first if opens and first else last
    planned = isinstance(base, BaseDate) and base.plan_year
    return year + 1 if not planned and base.month and decisive < first_day(base) else year
