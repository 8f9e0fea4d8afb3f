"""By when a goal with a value is due: which of its sentence's due times covers it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.deadlines.deadlines import DATED, Deadline
from knowledge.targets.goals import Goal
from knowledge.text.clauses import clause_start
from knowledge.text.normalisation import squeeze
from loaders.lazy_pattern import lazy_pattern

# A clause that begins anew with one of these is no longer under the time before it.
BREAKS_AWAY = lazy_pattern(
    r"^(?:加快|推动|推进|同时|此外|另外|还要|进一步|继续|持续|深入|积极|大力|鼓励|支持|探索|健全|完善|深化|强化|加强|要|每年)"
)
ITEM_MARK = lazy_pattern(r"^(?:[（(]?[一二三四五六七八九十0-9]{1,3}(?:[）)]|、|[.．]|是要?|要))*")
# 新建站点6个，新配车辆10辆，以上任务11月底前完成: the time covers what stands before it.
ALL_OF_IT = lazy_pattern("(?:以上|上述|这些|前述)[^，；]{0,8}$")

# 其余200户10月底前完成: the time after the value, in its own clause.
DONE_BY_THEN = lazy_pattern("^(?:前|全部|基本)*(?:完成|建成|达标|到位|完工|投用|清零)")


@dataclass(frozen=True, slots=True)
class Due:
    """A dated deadline with where its phrase stands in the squeezed sentence."""

    start: int
    end: int
    deadline: Deadline


def placed_deadlines(words: str, deadlines: Sequence[Deadline]) -> Iterator[Due]:
    """The dated deadlines of a squeezed sentence with their places in it."""
    at = 0
    for deadline in deadlines:
        phrase = squeeze(deadline.phrase).text
        start = words.find(phrase, at)
        if start >= 0 and deadline.kind in DATED:
            at = start + len(phrase)
            yield Due(start, at, deadline)


def opens_clause(words: str, start: int) -> bool:
    """Whether nothing but an item's mark stands in a clause before an offset."""
    return not ITEM_MARK.sub("", words[clause_start(words, start) : start])


def date_of(words: str, due: Sequence[Due], goal: Goal) -> dt.date | None:
    """The end of the due time that covers a goal: the nearest before it, where nothing between them ends its scope.

    Of times paired with values (2027年、2028年分别新增80个和100个) each has its own.
    """
    before = [deadline for deadline in due if deadline.end <= goal.start]
    if goal.turn and (own := _paired(words, before, goal)):
        return own.deadline.end
    later = _after(words, due, goal)
    if later and _done_by(words, later, goal):
        return later.deadline.end
    if before and before[-1].deadline.kind != "from" and _covers(words, before[-1], goal):
        return before[-1].deadline.end
    return later.deadline.end if later and _of_all(words, later) else None


def _paired(words: str, before: Sequence[Due], goal: Goal) -> Due | None:
    at, count = goal.turn or (0, 0)
    listed = [due for due in before if due.start >= clause_start(words, goal.start)]
    return listed[at] if len(listed) == count else None


def _covers(words: str, due: Due, goal: Goal) -> bool:
    if not ITEM_MARK.sub("", words[: due.start]):
        return True
    return not re.search("[；;]", words[due.end : goal.start]) and _goes_on(words, due.end, goal)


def _goes_on(words: str, end: int, goal: Goal) -> bool:
    clause = clause_start(words, goal.start)
    own = not words[end:clause].strip("，")
    return own or not BREAKS_AWAY.search(words[clause:])


def _after(words: str, due: Sequence[Due], goal: Goal) -> Due | None:
    """The next time after a goal, before a semicolon."""
    later = next((deadline for deadline in due if deadline.start >= goal.end), None)
    return later if later and not re.search("[；;]", words[goal.end : later.start]) else None


def _done_by(words: str, later: Due, goal: Goal) -> bool:
    """Whether a goal is to be done by the time after it in its own clause."""
    begin = clause_start(words, later.start)
    return begin <= goal.start and bool(DONE_BY_THEN.search(words[later.end :]))


def _of_all(words: str, later: Due) -> bool:
    """Whether a time is said to be of all that stands before it."""
    return bool(ALL_OF_IT.search(words[clause_start(words, later.start) : later.start]))
