"""Whether a value is to be reached by some day: pay that rises by then is a goal, pay from now on a norm."""

from __future__ import annotations

from knowledge.text.clauses import SEGMENT_MARKS, clause_start
from loaders.lazy_pattern import lazy_pattern

_BY_DAY = lazy_pattern(
    r"(?<![自从])(?:(?:20\d\d|[今明后])年(?:[底末内])?前?|年[底内末]前?|\d{1,2}月(?:\d{1,2}日|底|末)?前|“?十[四五]五”?(?:期间|时期|末))"
    r"(?![起开\d]|[一二三四]季度|年度|上半年|下半年)"
)


def has_due_time(words: str, at: int) -> bool:
    """Whether a day stands before a place of a sentence, in the same part of it, by which something is to be."""
    return bool(_BY_DAY.search(words[clause_start(words, at, SEGMENT_MARKS) : at]))
