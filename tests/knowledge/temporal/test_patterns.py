"""A time may begin with none but the characters at which times are looked for."""

from __future__ import annotations

from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from knowledge.temporal.patterns import BEGINNINGS, TABLE

_ZERO_WIDTH = (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT)


@pytest.mark.parametrize(("name", "pattern"), [row[:2] for row in TABLE])
def test_no_shape_begins_with_another_character(name: str, pattern: str):
    beginnings, may_be_empty = first(_parser.parse(pattern))
    assert beginnings <= set(BEGINNINGS) and not may_be_empty


def test_every_beginning_is_that_of_a_shape():
    every = set().union(*(first(_parser.parse(pattern))[0] for _, pattern, _ in TABLE))
    assert every == set(BEGINNINGS)


def first(sequence: Iterable[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """The characters that a match of a parsed pattern may begin with, and whether it may be empty."""
    beginnings: set[str] = set()
    for operator, argument in sequence:
        if operator in _ZERO_WIDTH:
            continue
        here, may_be_empty = of_item(operator, argument)
        beginnings |= here
        if not may_be_empty:
            return beginnings, False
    return beginnings, True


def of_item(operator: Any, argument: Any) -> tuple[set[str], bool]:
    if operator is _constants.LITERAL:
        return {chr(argument)}, False
    if operator is _constants.IN:
        return set().union(*(in_class(*item) for item in argument)), False
    if operator is _constants.SUBPATTERN:
        return first(argument[3])
    if operator is _constants.MAX_REPEAT:
        beginnings, may_be_empty = first(argument[2])
        return beginnings, may_be_empty or argument[0] == 0
    assert operator is _constants.BRANCH, operator
    branches = [first(branch) for branch in argument[1]]
    return set().union(*(found for found, _ in branches)), any(empty for _, empty in branches)


def in_class(operator: Any, argument: Any) -> set[str]:
    if operator is _constants.LITERAL:
        return {chr(argument)}
    assert operator is _constants.RANGE, operator
    return {chr(code) for code in range(argument[0], argument[1] + 1)}
