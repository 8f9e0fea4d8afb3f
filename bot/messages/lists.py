"""What the bot says around lists: several values, comparisons, the members of a set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListWords:
    """The sentences of one language; the names in braces are filled in."""

    headings: Mapping[str, str]  # why there are several (`answers.ItemsKind`) → what stands above them
    item: str
    value: str
    value_by: str
    reported: str
    blank: str
    ordered: str
    between_values: str
    more: str
    no_more: str
    no_subject: str
