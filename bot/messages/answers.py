"""What the bot says around answers: conditions that nothing meets, and lists of several places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """What is said of conditions of a question that nothing meets: another place, year or person."""

    unmet: Mapping[str, str]  # the kind of a condition → that nothing meets it
    nearest: str
    validity: Mapping[str, str]  # draft, abolished, expires → how a citation tells it


@dataclass(frozen=True, slots=True)
class ListWords:
    """What is said around several values, comparisons and the members of a set."""

    headings: Mapping[str, str]  # why there are several (`answers.ItemsKind`) → what stands above them
    item: str
    value: str
    value_by: str
    reported: str
    blank: str
    ordered: str
    between_values: str
    more: str
    left_out: str
    between_marks: str
    no_more: str
    no_subject: str


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """What is said of comparisons of documents and of years, in one language; the names in braces are filled in."""

    usage: str
    too_long: str
    nothing: str
    sides: str
    no_years: str
    no_year_of: str
    unlike: str
    which_place: str
    years: str
    task: str
    before: str
    after: str
