"""Clauses of a sentence: where one begins and ends, and lists cut at marks that stand outside brackets."""

from __future__ import annotations

import re
from functools import cache

from loaders.lazy_pattern import lazy_pattern

CLAUSE_MARKS = "，；：。！？,;:"
SEGMENT_MARKS = "；。！？;"
OPENING, CLOSING = "（(《", "）)》"
BRACKET = lazy_pattern("[（(《）)》]")


def clause_start(text: str, at: int, marks: str = CLAUSE_MARKS) -> int:
    """Where the clause that holds an offset begins; marks inside closed brackets (各县（市、区）) do not count."""
    before = _to_the_last(marks).match(text, 0, at)
    nearest = before.end() if before else 0
    if not BRACKET.search(text, nearest, at):
        return nearest
    depth = 0
    for position in range(at - 1, -1, -1):
        sign = text[position]
        depth += (sign in CLOSING) - (sign in OPENING)
        if depth < 0 or (depth == 0 and sign in marks):
            return position + 1
    return 0


def clause_end(text: str, at: int, marks: str = CLAUSE_MARKS) -> int:
    """Where the clause that holds an offset ends, exclusive of its mark."""
    mark = _any_of(marks).search(text, at)
    nearest = mark.start() if mark else len(text)
    if not BRACKET.search(text, at, nearest):
        return nearest
    depth = 0
    for position in range(at, len(text)):
        sign = text[position]
        depth += (sign in OPENING) - (sign in CLOSING)
        if depth < 0 or (depth == 0 and sign in marks):
            return position
    return len(text)


@cache
def _to_the_last(marks: str) -> re.Pattern[str]:
    return re.compile(f".*[{re.escape(marks)}]", re.DOTALL)


@cache
def _any_of(marks: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(marks)}]")


def split_outside(text: str, marks: str) -> list[str]:
    """The pieces of a text between marks that stand outside brackets."""
    pieces, begin = [], 0
    while begin <= len(text):
        end = clause_end(text, begin, marks)
        while end < len(text) and text[end] not in marks:
            # A closing bracket whose opening one is missing ends nothing here.
            end = clause_end(text, end + 1, marks)
        pieces.append(text[begin:end])
        begin = end + 1
    return pieces
