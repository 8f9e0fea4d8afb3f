"""What the bot says of conditions of a question that nothing meets: another place, year or person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConditionWords:
    """The sentences of one language; the names in braces are filled in."""

    unmet: Mapping[str, str]  # the kind of a condition → that nothing meets it
    nearest: str
    validity: Mapping[str, str]  # draft, abolished, expires → how a citation tells it
